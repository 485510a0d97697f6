using System.IO.Compression;
using System.Text;

namespace Gongkai.Bench.Corpus;

/// <summary>Files made to cost much: each name with what writes it.</summary>
internal static class HostileFiles
{
    private const string WordStart = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    public static IReadOnlyList<(string Name, Action<Stream> Make)> All { get; } =
    [
        ("empty.docx", _ => { }),
        ("zip-bomb.docx", file => Docx(file, part => Repeat(part, new string(' ', 1 << 20), 1024))),
        ("entity-bomb.docx", file => Docx(file, part => Put(part, $"<!DOCTYPE d [<!ENTITY a \"{new string('x', 1000)}\"><!ENTITY b \"{Times("&a;", 100)}\"><!ENTITY c \"{Times("&b;", 100)}\"><!ENTITY d \"{Times("&c;", 100)}\">]>{WordStart}<w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>"))),
        ("million-cells.docx", file => Docx(file, part =>
        {
            Put(part, $"{WordStart}<w:tbl>");
            for (var row = 0; row < 10_000; row++)
                Put(part, $"<w:tr>{Times($"<w:tc><w:p><w:r><w:t>{row}</w:t></w:r></w:p></w:tc>", 100)}</w:tr>");
            Put(part, "</w:tbl></w:body></w:document>");
        })),
        ("nested-tables.docx", file => Docx(file, part => Put(part, $"{WordStart}{Times("<w:tbl><w:tr><w:tc>", 50_000)}{Times("</w:tc></w:tr></w:tbl>", 50_000)}</w:body></w:document>"))),
        ("torn.docx", file => file.Write(AsWord.Write(SyntheticReport.Many(1)[0], 0).AsSpan(0, 3000))),
        ("picture-named.docx", file => file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])),
        ("locked.docx", file => file.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]])),
        ("nested.html", file => Put(file, $"<html><body>{Times("<div>", 100_000)}年{Times("</div>", 100_000)}</body></html>")),
        ("million-cells.html", file =>
        {
            Put(file, "<html><body><table>");
            for (var row = 0; row < 10_000; row++)
                Put(file, $"<tr>{Times("<td>1</td>", 100)}</tr>");
            Put(file, "</table></body></html>");
        }),
        ("wide-span.html", file => Put(file, $"<html><body><table>{Times("<tr><td colspan=\"1000\" rowspan=\"65534\">1</td></tr>", 5_000)}</table></body></html>")),
        ("200-megabytes.txt", file => Repeat(file, Times("收到和处理政府信息公开申请情况 0 0 0 0 0 0 0\n", 4000), 850)),
        ("one-long-line.txt", file => Repeat(file, Times("一二三四五六七八九十0123456789", 4000), 25)),
        ("digits.txt", file => Repeat(file, new string('1', 1 << 20), 8)),
        ("ten-thousand-pages.pdf", Pdf),
        ("noise.pdf", file => { Put(file, "%PDF-1.7\n"); Noise(file, 1 << 20); }),
        ("noise.docx", file => { Put(file, "PK\u0003\u0004"); Noise(file, 1 << 20); }),
        ("contract.txt", file => Put(file, $"采购合同\n{Times("第一条 甲方向乙方采购办公用品一批，合同总价为 12000 元，乙方应于 30 日内交货。\n", 200)}")),
    ];

    private static void Docx(Stream file, Action<Stream> document)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        using (var types = zip.CreateEntry("[Content_Types].xml").Open())
            Put(types, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        document(part);
    }

    /// <summary>A lawful PDF whose pages are all one line of text.</summary>
    private static void Pdf(Stream file)
    {
        const int Pages = 10_000;
        var places = new List<long>();
        Put(file, "%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {Pages} /Kids [{string.Join(' ', Enumerable.Range(5, Pages).Select(number => $"{number} 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        const string Content = "BT /F1 12 Tf 72 720 Td (1 2 3 4 5 6 7) Tj ET";
        Object($"<< /Length {Content.Length} >>\nstream\n{Content}\nendstream");
        for (var page = 0; page < Pages; page++)
            Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
        var table = file.Position;
        Put(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");

        void Object(string body)
        {
            places.Add(file.Position);
            Put(file, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }
    }

    private static void Noise(Stream file, int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        file.Write(noise);
    }

    private static void Repeat(Stream file, string text, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < times; i++)
            file.Write(bytes);
    }

    private static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static void Put(Stream file, string text) => file.Write(Encoding.UTF8.GetBytes(text));
}
