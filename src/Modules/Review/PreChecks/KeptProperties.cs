using Gongkai.Formats;

namespace Gongkai.Reviews;

/// <summary>无法自动去除的属性: kinds of files whose author, place or time no program of ours can take out, so that a person must before they are public.</summary>
public sealed class KeptProperties : IPreCheck
{
    private const string Again = "请用原来的软件清除属性（“文件—信息—检查文档”或者“属性—删除属性和个人信息”）后重新上传";

    public string Id => "kept_properties";
    public string Name => "附件属性无法自动去除";

    /// <summary>To be done on the way there: what is public in such a kind would be a task for each file of ten years.</summary>
    public bool ConcernsPublic => false;

    public IEnumerable<Finding> Check(InspectedItem item) => item.Files.Select(Of).OfType<Finding>();

    private Finding? Of(InspectedFile file)
    {
        (FindingSeverity Severity, string Words, string Advice)? kept = Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".doc" or ".xls" or ".ppt" or ".wps" or ".et" when !file.Content.AsSpan().StartsWith("PK"u8) => (FindingSeverity.Warning, "作者、单位等属性无法自动去除", $"{Again}，或者另存为docx、xlsx、pptx、PDF后重新上传"),
            ".ofd" => (FindingSeverity.Warning, "作者、制作软件等属性无法自动去除", "改动会使签章失效；请打开“文件属性”确认可以公开，不宜公开的，请制作单位清除后重新生成"),
            ".mp4" or ".m4a" or ".mp3" => (FindingSeverity.Warning, "拍摄（录制）的位置、时间、设备等属性无法自动去除", "请用音视频软件导出时选择不含元数据（位置信息）后重新上传"),
            ".zip" => (FindingSeverity.Warning, "压缩包内的文件没有检查，属性没有去除", "请把文件逐个作为附件上传，或者确认压缩包内每个文件都已清除属性、可以公开"),
            _ => null,
        };
        return kept is var (severity, words, advice) ? new Finding(Id, severity, file.Name, 0, words, advice) : null;
    }
}
