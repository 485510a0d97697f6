using System.Globalization;
using System.Text;
using Gongkai.Formats.Reading;

namespace Gongkai.Formats.Tests.Pages;

/// <summary>测试用 PDF: pages of A4 with words put at given points; characters are their own codes and no font is embedded.</summary>
internal sealed class PdfFile
{
    private readonly List<StringBuilder> _pages = [];

    public static bool CanRead { get; } = IsInstalled("pdftotext");

    public static bool CanRecognise { get; } = IsInstalled("tesseract") && IsInstalled("pdftoppm");

    public PdfFile Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Words at a distance from the left and from the top edge.</summary>
    public PdfFile Put(double left, double top, string text, double size = 10)
    {
        var codes = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F {size} Tf {left} {842 - top} Td <{codes}> Tj ET\n");
        return this;
    }

    public NeutralDocument Read()
    {
        Assert.SkipUnless(CanRead, "pdftotext is not installed");
        return DocumentReader.Read(Bytes(), "report.pdf");
    }

    public byte[] Bytes()
    {
        var toUnicode = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            + "256 beginbfrange\n" + string.Concat(Enumerable.Range(0, 256).Select(high => $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n")) + "endbfrange endcmap end end";
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, _pages.Count).Select(page => $"{7 + (page * 2)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R >>",
            "<< /Type /FontDescriptor /FontName /Test /Flags 4 /Ascent 880 /Descent -120 /ItalicAngle 0 /CapHeight 700 /StemV 80 /FontBBox [0 -120 1000 880] >>",
            Stream(toUnicode),
        };
        for (var page = 0; page < _pages.Count; page++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {8 + (page * 2)} 0 R >>");
            objects.Add(Stream(_pages[page].ToString()));
        }

        var file = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        foreach (var (index, item) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{item}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
