using System.Text;
using Gongkai.Formats.Reading;

namespace Gongkai.Formats.Tests;

/// <summary>文档: makes and looks at documents in tests.</summary>
internal static class Documents
{
    public static NeutralDocument Read(string text, string name = "report.txt") => DocumentReader.Read(Encoding.UTF8.GetBytes(text), name);

    public static IEnumerable<string> Lines(this NeutralDocument document) => document.Blocks.OfType<TextLine>().Select(line => line.Text);

    public static IReadOnlyList<Table> Tables(this NeutralDocument document) => [.. document.Blocks.OfType<Table>()];

    public static string[] Texts(this TableRow row) => [.. row.Cells.Select(cell => cell.Text)];

    /// <summary>The table as text: cells parted by |, a row per line.</summary>
    public static string Drawn(this Table table) =>
        string.Join('\n', table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text.Replace("\n", "⏎", StringComparison.Ordinal)))));

    /// <summary>A real document, or the test is skipped.</summary>
    public static NeutralDocument Real(string path)
    {
        var root = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS");
        Assert.SkipUnless(root is not null, "GONGKAI_REAL_DOCUMENTS is not set");
        var file = Path.Combine(root!, "data", "annual-reports", path);
        return DocumentReader.Read(File.ReadAllBytes(file), file);
    }
}
