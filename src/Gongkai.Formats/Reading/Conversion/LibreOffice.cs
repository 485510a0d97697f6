using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Reading.Conversion;

/// <summary>LibreOffice 转换: one file into a newer format; every call has a profile of its own, since two calls cannot share one.</summary>
internal static class LibreOffice
{
    private const int LargestOutput = 1 << 20;

    /// <param name="content">The file.</param>
    /// <param name="extension">Its extension, by which LibreOffice chooses how to read it.</param>
    /// <param name="target">Extension and filter of the result.</param>
    /// <param name="limits">Limits of time and size.</param>
    /// <param name="whenMissing">What to say when LibreOffice is not installed.</param>
    public static byte[] Convert(byte[] content, string extension, string target, ReadingLimits limits, string whenMissing)
    {
        using var scratch = new Scratch();
        var source = scratch.Write($"document.{extension}", content);
        var profile = new Uri(Directory.CreateDirectory(scratch.Path("profile")).FullName).AbsoluteUri;
        var folder = Directory.CreateDirectory(scratch.Path("out")).FullName;
        var outcome = OutsideProgram.Run("soffice",
            [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", target, "--outdir", folder, source], limits, LargestOutput, whenMissing);
        var result = new DirectoryInfo(folder).GetFiles().FirstOrDefault();
        if (outcome.ExitCode != 0 || result is null)
            throw new UnreadableFileException("文件已损坏，或格式不能识别；请用 Word、WPS 或表格软件打开后另存为新格式再读取");
        if (result.Length > limits.FileBytes)
            throw new UnreadableFileException($"文件转换后超过 {limits.FileBytes >> 20} MB；请压缩图片或拆分后再读取");
        return File.ReadAllBytes(result.FullName);
    }
}
