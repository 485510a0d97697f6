using Gongkai.Formats;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading;

namespace Gongkai.Reviews;

/// <summary>电子书中看不见的内容: who has signed a book, what a reading program would fetch from elsewhere, hidden passages, texts that nobody comes to.</summary>
public sealed class BookTraces : IPreCheck
{
    public string Id => "book_trace";
    public string Name => "电子书中的隐藏内容";

    public IEnumerable<Finding> Check(InspectedItem item) => item.Files.Where(file => DocumentReader.FormatOf(file.Content, file.Name) == SourceFormat.Epub).SelectMany(Of);

    private IEnumerable<Finding> Of(InspectedFile file)
    {
        EpubTraces traces;
        try
        {
            traces = EpubTraces.Find(file.Content);
        }
        catch (UnreadableFileException unreadable)
        {
            return [new Finding(Id, FindingSeverity.Serious, file.Name, 0, "无法检查", unreadable.Message)];
        }

        return Of(file.Name, traces);
    }

    private IEnumerable<Finding> Of(string file, EpubTraces traces)
    {
        if (traces.Scripts > 0)
            yield return new Finding(Id, FindingSeverity.Serious, file, 0, $"脚本程序{traces.Scripts}处", "去掉脚本后重新导出、上传");
        if (traces.Hidden > 0)
            yield return new Finding(Id, FindingSeverity.Serious, file, 0, $"隐藏的内容{traces.Hidden}处", "阅读软件不显示、在线阅读会显示；删除，或者确认可以公开");
        foreach (var part in traces.Unread)
            yield return new Finding(Id, FindingSeverity.Warning, file, 0, $"不在阅读顺序中的文件 {part}", "读者翻不到，但会随书下载；打开确认可以公开，或者删除后重新导出");
        if (traces.Remote > 0)
            yield return new Finding(Id, FindingSeverity.Warning, file, 0, $"引用其他网站的图片、字体等{traces.Remote}处", "下载后的阅读软件会访问其他网站，在线阅读不显示；请放进书里后重新导出");
        if (traces.NotShown > 0)
            yield return new Finding(Id, FindingSeverity.Hint, file, 0, $"在线阅读不显示的图形、音频和视频{traces.NotShown}处", "需要在线看到的，改为图片（PNG、JPEG）");
        if (traces.Authors.Count > 0)
            yield return new Finding(Id, FindingSeverity.Hint, file, 0, $"署名 {string.Join('、', traces.Authors)}", "署名、书名和出版者会随书公开；制作人、日期和制作软件会自动去除");
    }
}
