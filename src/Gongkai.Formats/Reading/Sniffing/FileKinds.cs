using System.Text;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Sniffing;

/// <summary>辨别格式: by what the file begins with and holds; its extension only where the content leaves it open. Many a ".doc" is a web page.</summary>
internal static class FileKinds
{
    private const int Beginning = 8192;
    private static readonly string[] s_htmlBeginnings = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<p ", "<span", "<h1", "<h2", "<!--", "<center", "<title", "<style", "<br"];

    public static FileKind Of(ReadOnlySpan<byte> content, string name)
    {
        var extension = Path.GetExtension(name).ToUpperInvariant();
        var start = content[..Math.Min(content.Length, 1024)];
        if (start.IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        if (start.StartsWith("PK"u8) && start.Length > 4 && start[2] <= 8)
            return Archive(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
            return Ole(content);
        if (start.StartsWith("{\\rtf"u8))
            return FileKind.RichText;
        return IsPicture(start) ? FileKind.Picture : Textual(content, extension);
    }

    private static FileKind Archive(ReadOnlySpan<byte> content)
    {
        // A book says so in its first part; what it keeps in a folder named "word" does not make it a letter.
        if (content[..Math.Min(content.Length, 128)].IndexOf("application/epub+zip"u8) >= 0)
            return FileKind.Epub;
        if (content.IndexOf("word/"u8) >= 0)
            return FileKind.Docx;
        if (content.IndexOf("xl/workbook"u8) >= 0)
            return FileKind.Xlsx;
        if (content.IndexOf("application/vnd.oasis.opendocument"u8) >= 0)
            return FileKind.OpenDocument;
        return content.IndexOf("META-INF/container.xml"u8) >= 0 ? FileKind.Epub : FileKind.OtherArchive;
    }

    // Stream names stand in the directory of the file as UTF-16.
    private static FileKind Ole(ReadOnlySpan<byte> content)
    {
        if (Names(content, "EncryptedPackage"))
            return FileKind.Encrypted;
        if (Names(content, "WordDocument"))
            return FileKind.OldWord;
        return Names(content, "Workbook") || Names(content, "Book\0") ? FileKind.OldSheet : FileKind.OtherOle;
    }

    private static bool Names(ReadOnlySpan<byte> content, string stream) => content.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    private static bool IsPicture(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) || start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) || start.StartsWith("GIF8"u8)
        || start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) || (start.StartsWith("BM"u8) && start.Length > 30 && start[6..10].IndexOfAnyExcept((byte)0) < 0)
        || (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..12].SequenceEqual("WEBP"u8));

    private static FileKind Textual(ReadOnlySpan<byte> content, string extension)
    {
        var (encoding, mark) = TextDecoding.EncodingOf(content);
        var text = encoding.GetString(content[mark..Math.Min(content.Length, mark + Beginning)]).TrimStart('\ufeff', '\0', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (text.StartsWith("mime-version:", StringComparison.Ordinal) || (text.Contains("content-type: multipart/related", StringComparison.Ordinal) && text.Contains("mime-version:", StringComparison.Ordinal)))
            return FileKind.WebArchive;
        if (text.StartsWith("<?xml", StringComparison.Ordinal) && (text.Contains("schemas.microsoft.com/office/word", StringComparison.Ordinal)
            || text.Contains("schemas.microsoft.com/office/2006/xmlpackage", StringComparison.Ordinal)))
            return FileKind.WordXml;
        if (extension is ".MD" or ".MARKDOWN" && !text.StartsWith("<!doctype", StringComparison.Ordinal) && !text.StartsWith("<html", StringComparison.Ordinal))
            return FileKind.Markdown;
        if (IsHtml(text, extension))
            return FileKind.Html;
        return text.StartsWith('{') || text.StartsWith('[') ? IsJson(text, extension) : FileKind.Text;
    }

    private static bool IsHtml(string text, string extension) =>
        text.Contains("<html", StringComparison.Ordinal) || text.Contains("<!doctype html", StringComparison.Ordinal)
        || (text.StartsWith('<') && s_htmlBeginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal)))
        || (extension is ".HTML" or ".HTM" or ".SHTML" or ".XHTML" && text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal));

    private static FileKind IsJson(string text, string extension)
    {
        var inner = text.AsSpan(1).TrimStart();
        return extension == ".JSON" || (inner.Length > 0 && inner[0] is '"' or '{' && text.Contains("\":", StringComparison.Ordinal)) ? FileKind.Json : FileKind.Text;
    }
}
