using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking;

/// <summary>读不了的原因: an exception of reading as a sentence that says what is wrong.</summary>
public static class Unreadable
{
    public static string Why(Exception problem) => problem switch
    {
        UnreadableFileException or ProgramMissingException => problem.Message,
        FileNotFoundException or DirectoryNotFoundException => "文件不存在，请核对路径",
        UnauthorizedAccessException => "没有读取权限",
        _ => $"文件打不开（{problem.Message}）",
    };
}
