using System.Globalization;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Reviews;

/// <summary>附件痕迹: hidden sheets and rows, comments, tracked changes, hidden text, embedded files and macros of Word files, workbooks and presentations.</summary>
public sealed class AttachmentTraces : IPreCheck
{
    public string Id => "attachment_trace";
    public string Name => "附件中的隐藏内容";

    public IEnumerable<Finding> Check(InspectedItem item) => item.Files.SelectMany(Of);

    private IEnumerable<Finding> Of(InspectedFile file)
    {
        IReadOnlyList<Trace> traces;
        try
        {
            traces = OfficeTraces.Find(file.Content);
        }
        catch (UnreadableFileException unreadable)
        {
            return [new Finding(Id, FindingSeverity.Serious, file.Name, 0, "无法检查", unreadable.Message)];
        }

        return traces.Select(trace => Of(file.Name, trace));
    }

    private Finding Of(string file, Trace trace)
    {
        var (severity, words, advice) = trace.Kind switch
        {
            TraceKind.Metadata => (FindingSeverity.Hint, $"文档属性 {trace.Where}", "公开的副本会自动去除作者、单位等属性"),
            TraceKind.Comment => (FindingSeverity.Serious, $"批注{trace.Text}条", "在文档中删除全部批注后重新上传"),
            TraceKind.TrackedChange => (FindingSeverity.Serious, $"修订痕迹{trace.Text}处", "接受或者拒绝全部修订、关闭修订后重新上传"),
            TraceKind.HiddenText => (FindingSeverity.Serious, $"隐藏文字{trace.Text}处", "删除隐藏文字后重新上传"),
            TraceKind.HiddenSheet => (FindingSeverity.Serious, $"隐藏的工作表“{trace.Where}”", "取消隐藏并确认可以公开，或者删除后重新上传"),
            TraceKind.HiddenRows => (FindingSeverity.Serious, $"隐藏的行{trace.Text}行（{trace.Where}）", "取消隐藏并确认可以公开，或者删除后重新上传"),
            TraceKind.HiddenColumns => (FindingSeverity.Serious, string.Create(CultureInfo.InvariantCulture, $"隐藏的列{trace.Text}处（{trace.Where}）"), "取消隐藏并确认可以公开，或者删除后重新上传"),
            TraceKind.HiddenSlide => (FindingSeverity.Serious, $"隐藏的幻灯片（{trace.Where}）", "取消隐藏并确认可以公开，或者删除后重新上传"),
            TraceKind.SpeakerNotes => (FindingSeverity.Serious, $"幻灯片备注{trace.Text}字（{trace.Where}）", "删除备注后重新上传"),
            TraceKind.EmbeddedFile => (FindingSeverity.Warning, $"嵌入的文件 {trace.Where}", "打开嵌入的文件确认可以公开，或者改为图片"),
            _ => (FindingSeverity.Serious, "宏代码", "另存为不含宏的格式后重新上传"),
        };
        return new Finding(Id, severity, file, 0, words, advice);
    }
}

/// <summary>附件无法读取: nobody could search its text for personal data, so a person must.</summary>
public sealed class UnreadableAttachments : IPreCheck
{
    public string Id => "unreadable_attachment";
    public string Name => "附件文字无法读取";

    public IEnumerable<Finding> Check(InspectedItem item) =>
        item.Files.Where(file => file.Text is null).Select(file => new Finding(Id, FindingSeverity.Warning, file.Name, 0, file.Name, "自动检查没有读到这个附件的文字，请逐页人工查看"));
}
