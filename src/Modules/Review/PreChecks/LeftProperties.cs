using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Reviews;

/// <summary>未去除的属性: author, place, time and device that the public copy of a picture or document tells although they should have been taken out.</summary>
public sealed class LeftProperties : IPreCheck
{
    private const int MostRemembered = 500;

    private readonly Func<byte[], LeftInPdf> _left;

    /// <summary>A file never changes, and a page beside its draft asks often.</summary>
    private readonly ConcurrentDictionary<string, LeftInPdf> _found = new(StringComparer.Ordinal);

    public LeftProperties()
        : this(content => PdfProperties.Left(content))
    {
    }

    internal LeftProperties(Func<byte[], LeftInPdf> left) => _left = left;

    public string Id => "left_properties";
    public string Name => "附件属性未去除";

    public IEnumerable<Finding> Check(InspectedItem item) => item.Files.Select(Of).OfType<Finding>();

    private Finding? Of(InspectedFile file)
    {
        if (PictureCleaner.IsPicture(file.Content))
            return OfPicture(file);
        if (PdfProperties.IsPdf(file.Content))
            return OfPdf(file);
        return Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".pdf" or ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" => Serious(file, "属性未去除", file.Content.Length == 0 ? "文件过大，没有检查属性；请压缩或者拆分后重新上传" : "文件内容与扩展名不符，程序不认识，属性没有去除；请用原来的软件另存后重新上传"),
            ".docx" or ".xlsx" or ".pptx" when file.Content.Length == 0 => Serious(file, "属性未去除", "文件过大，没有检查属性；请压缩或者拆分后重新上传"),
            _ => null,
        };
    }

    private Finding? OfPicture(InspectedFile file) => PictureCleaner.Clean(file.Content) switch
    {
        null => Serious(file, "属性未去除", "图片结构不完整，拍摄位置、时间等属性没有去除；请用图片软件另存后重新上传"),
        var clean when !clean.AsSpan().SequenceEqual(file.Content) => Serious(file, "属性未去除", "图片仍带有拍摄位置、时间、设备等属性；请重新上传，系统会自动去除"),
        _ => null,
    };

    private Finding? OfPdf(InspectedFile file)
    {
        try
        {
            return Remembered(file.Content) switch
            {
                { Names: [] } => null,
                { IsSigned: true } left => Serious(file, $"属性未去除：{Listed(left)}", "文件带有电子签名或者签章，改动会使其失效，所以属性原样保留；请确认可以公开，不宜公开的，在签章之前清除属性、重新签章后上传"),
                var left => Serious(file, $"属性未去除：{Listed(left)}", "请重新上传，系统会自动去除"),
            };
        }
        catch (ProgramMissingException)
        {
            return Serious(file, "属性未去除", "服务器没有安装mutool（mupdf-tools），没有去除也没有检查作者等属性；请管理员安装，或者用原来的软件清除属性后由保密审查人核对");
        }
        catch (UnreadableFileException unreadable)
        {
            return Serious(file, "属性未去除", unreadable.Message);
        }
    }

    private static string Listed(LeftInPdf left) => string.Join('、', left.Names.Take(8).Select(Named));

    private static string Named(string name) => name switch
    {
        "Author" => "作者",
        "Title" => "标题",
        "Subject" => "主题",
        "Keywords" => "关键词",
        "Company" => "单位",
        "Comments" => "备注",
        "PieceInfo" => "编辑软件的私有数据",
        _ => name,
    };

    private LeftInPdf Remembered(byte[] content)
    {
        if (_found.Count >= MostRemembered)
            _found.Clear();
        return _found.GetOrAdd(Convert.ToHexString(SHA256.HashData(content)), _ => _left(content));
    }

    private Finding Serious(InspectedFile file, string words, string advice) => new(Id, FindingSeverity.Serious, file.Name, 0, words, advice);
}
