using System.Globalization;
using System.Text;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Tests.Pages;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>PDF 属性的去除.</summary>
public sealed class PdfPropertiesTests
{
    private const string Photograph = "\u00FF\u00D8\u00FF\u00E1\u0000\u0012Exif\u0000\u0000PLACE-36.5\u00FF\u00DA\u0000\u0003\u0001\u0012\u00FF\u00D9";

    [Fact]
    public void Takes_out_who_wrote_it_and_leaves_the_pages()
    {
        var pdf = Made("<< /Author (Zhang San) /Company (Some Firm) /Producer (A program) >>");
        Assert.Equal(["Author", "Company", "XMP"], Left(pdf).Names.Order(StringComparer.Ordinal));

        var clean = PdfProperties.Clean(pdf)!;

        Assert.Empty(Left(clean).Names);
        var text = Encoding.Latin1.GetString(clean);
        Assert.All((string[])["Zhang San", "Some Firm", "xmpmeta", "PLACE-36.5"], said => Assert.DoesNotContain(said, text, StringComparison.Ordinal));
        Assert.Contains("\u00FF\u00DA\u0000\u0003\u0001\u0012\u00FF\u00D9", text, StringComparison.Ordinal);
        Assert.Equal(clean, PdfProperties.Clean(pdf));
        Assert.SkipUnless(PdfFile.CanRead, "pdftotext is not installed");
        Assert.Contains(DocumentReader.Read(clean, "a.pdf").Blocks.OfType<TextLine>(), line => line.Text.Contains("Everybody may read this", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signed_one_is_left_alone_and_known()
    {
        var pdf = Made("<< /Author (Zhang San) >>", "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>");

        Assert.Null(Clean(pdf));
        Assert.Equal((true, "Author"), (Left(pdf).IsSigned, Left(pdf).Names[0]));
    }

    [Fact]
    public void One_that_is_none_is_refused() => Assert.Throws<UnreadableFileException>(() => Clean("%PDF-1.4 and nothing more"u8.ToArray()));

    private static byte[]? Clean(byte[] pdf)
    {
        MustBeInstalled();
        return PdfProperties.Clean(pdf);
    }

    private static LeftInPdf Left(byte[] pdf)
    {
        MustBeInstalled();
        return PdfProperties.Left(pdf);
    }

    private static void MustBeInstalled() => Assert.SkipUnless(PdfFile.IsInstalled("mutool"), "mutool is not installed");

    /// <summary>One page with XMP and a photograph within, what it says, and further objects that its catalogue names, put there by an incremental update.</summary>
    private static byte[] Made(string info, params string[] more)
    {
        var pdf = new PdfFile().Page().Put(72, 100, "Everybody may read this").Bytes();
        var text = Encoding.Latin1.GetString(pdf);
        var size = int.Parse(text[(text.LastIndexOf("/Size ", StringComparison.Ordinal) + 6)..].Split(' ')[0], CultureInfo.InvariantCulture);
        var start = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Trim().Split('\n')[0];
        const string xmp = "<x:xmpmeta>author</x:xmpmeta>";
        string[] added =
        [
            info, $"<< /Type /Metadata /Subtype /XML /Length {xmp.Length} >>\nstream\n{xmp}\nendstream",
            $"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length {Photograph.Length} >>\nstream\n{Photograph}\nendstream", .. more,
        ];
        var update = new StringBuilder("\n");
        var table = new StringBuilder("xref\n1 1\n");
        table.Append(CultureInfo.InvariantCulture, $"{pdf.Length + update.Length:0000000000} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Metadata {size + 1} 0 R /Kept [{string.Join(' ', Enumerable.Range(size + 2, added.Length - 2).Select(number => $"{number} 0 R"))}] >>\nendobj\n");
        table.Append(CultureInfo.InvariantCulture, $"{size} {added.Length}\n");
        foreach (var (index, item) in added.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length + update.Length:0000000000} 00000 n \n");
            update.Append(CultureInfo.InvariantCulture, $"{size + index} 0 obj\n{item}\nendobj\n");
        }

        var at = pdf.Length + update.Length;
        return [.. pdf, .. Encoding.Latin1.GetBytes($"{update}{table}trailer << /Size {size + added.Length} /Root 1 0 R /Info {size} 0 R /Prev {start} >>\nstartxref\n{at}\n%%EOF\n")];
    }
}
