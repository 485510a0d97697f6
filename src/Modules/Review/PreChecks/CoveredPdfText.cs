using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Reviews;

/// <summary>PDF遮盖之下的文字: words below black boxes or pictures of a PDF, or in the colour of the paper; whoever copies the page has them.</summary>
public sealed class CoveredPdfText : IPreCheck
{
    private const int MostRemembered = 500;

    private readonly Func<byte[], IReadOnlyList<CoveredWords>> _find;

    /// <summary>A page beside its draft asks again with every change of the text, and a file never changes.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<CoveredWords>> _found = new(StringComparer.Ordinal);

    /// <summary>More places than anybody needs to see that the file must be made anew.</summary>
    private const int MostPlaces = 30;

    public CoveredPdfText()
        : this(content => CoveredText.Find(content))
    {
    }

    internal CoveredPdfText(Func<byte[], IReadOnlyList<CoveredWords>> find) => _find = find;

    public string Id => "covered_text";
    public string Name => "PDF遮盖之下的文字";

    public IEnumerable<Finding> Check(InspectedItem item) => item.Files.SelectMany(Of);

    private IEnumerable<Finding> Of(InspectedFile file)
    {
        try
        {
            return Remembered(file.Content).Take(MostPlaces).Select(words => Of(file.Name, words)).ToList();
        }
        catch (ProgramMissingException)
        {
            return [new Finding(Id, FindingSeverity.Warning, file.Name, 0, "无法检查", "服务器没有安装mutool（mupdf-tools），没有检查黑框、图片遮盖之下是否还有文字；请人工核对")];
        }
        catch (UnreadableFileException unreadable)
        {
            return [new Finding(Id, FindingSeverity.Warning, file.Name, 0, "无法检查", unreadable.Message)];
        }
    }

    private IReadOnlyList<CoveredWords> Remembered(byte[] content)
    {
        if (_found.Count >= MostRemembered)
            _found.Clear();
        return _found.GetOrAdd(Convert.ToHexString(SHA256.HashData(content)), _ => _find(content));
    }

    private Finding Of(string file, CoveredWords words)
    {
        var shown = $"第{words.Page}页：{TextPreCheck.Masked(words.Text, 1, 0)}（{words.Text.Length}字）";
        return words.Kind == CoveredKind.Covered
            ? new Finding(Id, FindingSeverity.Serious, file, 0, shown, "黑框、图片只是盖住，文字仍可以复制；请在原稿中删除或者以“*”代替后重新生成PDF")
            : new Finding(Id, FindingSeverity.Warning, file, 0, shown, "文字与底色相同，看不见但可以复制；请删除，或者改为看得见的颜色后重新生成PDF");
    }
}
