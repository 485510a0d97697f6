using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Tests.Sheets;
using Gongkai.Formats.Tests.Word;

namespace Gongkai.Formats.Tests.Hostile;

/// <summary>
/// Damaged files of every family read in this process: either a document comes out or one of the two exceptions with advice.
/// GONGKAI_MUTATIONS sets how many of each family (a long run: 1000000).
/// </summary>
public sealed class MutatedFilesTests
{
    private const string Text =
        "云泽市商务局2022年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息12条。\n\t规章\n\t0\n\t0\n\n\t许可\n\t1\n\t2\n\n|规章|1|\n|---|---|\n|许可|2|\n一、本年新收\t5\t0\t5\n四、结转\t0\t0\t0\n- 3 -\n\f六、其他\n";

    private static readonly string s_html = "<!DOCTYPE html><html><head><title>报告</title><meta name=PubDate content=2023></head><body><div id=zoom><p>一、总体情况</p><table><tr><td rowspan=2 colspan=2>角</td><td>1</td></tr>"
        + "<tr><td>2<br>3</td></tr></table><ol start=3><li>甲<li>乙</ol><p style='display:none'>隐</p><b>粗<i>斜</b>体</i></div></body></html>";

    private static readonly string s_word = WordFile.P("一、总体情况") + WordFile.Table(WordFile.Row(WordFile.Cell("三", "<w:vMerge w:val=\"restart\"/>"), WordFile.Cell("1", "<w:gridSpan w:val=\"2\"/>")),
        WordFile.Row(WordFile.Cell("", "<w:vMerge/>"), WordFile.Cell("2"), WordFile.Cell("3"))) + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t><w:br/></w:r></w:p>";

    private static readonly string s_numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

    private static readonly string s_sheet = "<sheetData><row r=\"1\">" + SheetFile.Text("A1", "甲") + SheetFile.Number("B1", "44592", 1) + "<c r=\"C1\" t=\"s\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>";

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 500;

    [Fact]
    public void Plain_text() => Survives(Encoding.UTF8.GetBytes(Text), "a.txt", seed: 1);

    [Fact]
    public void Markdown() => Survives(Encoding.UTF8.GetBytes(Text + s_html), "a.md", seed: 2);

    [Fact]
    public void Pages() => Survives(Encoding.UTF8.GetBytes(s_html), "a.html", seed: 3);

    [Fact]
    public void Word_archives() => Survives(WordFile.Make(s_word, s_numbering), "a.docx", seed: 4);

    [Fact]
    public void Word_parts() => Survives(Encoding.UTF8.GetBytes(s_word), "a.docx", seed: 5, wrap: body => WordFile.Zip([("word/document.xml",
        [.. Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{WordFile.Transitional}\"><w:body>"), .. body, .. "</w:body></w:document>"u8]), ("word/numbering.xml", Encoding.UTF8.GetBytes($"<w:numbering xmlns:w=\"w\">{s_numbering}</w:numbering>"))]));

    [Fact]
    public void Word_numbering() => Survives(Encoding.UTF8.GetBytes(s_numbering), "a.docx", seed: 6, wrap: numbering => WordFile.Zip([("word/document.xml",
        Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{WordFile.Transitional}\"><w:body>{s_word}</w:body></w:document>")), ("word/numbering.xml", [.. "<w:numbering xmlns:w=\"w\">"u8, .. numbering, .. "</w:numbering>"u8])]));

    [Fact]
    public void Sheet_archives() => Survives(SheetFile.Make(("甲", "visible", s_sheet)), "a.xlsx", seed: 7);

    [Fact]
    public void Sheet_parts()
    {
        var whole = SheetFile.Make(("甲", "visible", s_sheet));
        Survives(Encoding.UTF8.GetBytes(s_sheet), "a.xlsx", seed: 8, wrap: sheet => Replace(whole, "xl/worksheets/sheet0.xml", [.. "<worksheet>"u8, .. sheet, .. "</worksheet>"u8]));
    }

    [Fact]
    public void Web_archives() => Survives(Encoding.UTF8.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E4=B8=80" + s_html + "\r\n--b--"), "a.doc", seed: 9);

    [Fact]
    public void Random_bytes_behind_every_signature()
    {
        var random = new Random(10);
        foreach (var start in new byte[][] { "PK\u0003\u0004word/"u8.ToArray(), "PK\u0003\u0004xl/workbook"u8.ToArray(), "<html>"u8.ToArray(), "{"u8.ToArray(), "<?xml schemas.microsoft.com/office/word"u8.ToArray(), [], [0xff, 0xfe] })
        {
            for (var times = 0; times < 100; times++)
            {
                var noise = new byte[random.Next(2000)];
                random.NextBytes(noise);
                Read([.. start, .. noise], "a", seed: times);
            }
        }
    }

    private static void Survives(byte[] original, string name, int seed, Func<byte[], byte[]>? wrap = null)
    {
        Assert.NotEmpty(DocumentReader.Read(wrap is null ? original : wrap(original), name).Blocks);
        var mutator = new Mutator(seed);
        for (var times = 0; times < Count; times++)
        {
            var damaged = mutator.Next(original);
            Read(wrap is null ? damaged : wrap(damaged), name, times);
        }
    }

    private static void Read(byte[] content, string name, int seed)
    {
        // Programs outside this process have their own tests; a damaged signature may lead to one.
        if (DocumentReader.FormatOf(content, name) is SourceFormat.Pdf or SourceFormat.Picture or SourceFormat.Doc)
            return;
        try
        {
            DocumentReader.Read(content, name);
        }
        catch (UnreadableFileException refusal)
        {
            Assert.Matches("[；请，]", refusal.Message);
        }
        catch (Exception other) when (other is not ProgramMissingException)
        {
            Assert.Fail($"{name}, mutation {seed}: {other}");
        }
    }

    private static byte[] Replace(byte[] zip, string part, byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return WordFile.Zip(archive.Entries.Select(entry =>
        {
            using var copy = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(copy);
            return (entry.FullName, entry.FullName == part ? content : copy.ToArray());
        }));
    }
}
