using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>
/// A line `path = value` of a report block. The path may hold `*` for any row or column. The value is a number, `missing`, `blank`, `none`,
/// `slash`, `recovered 5` or `ambiguous 1|2`; `raw "+2"` after it says what was printed.
/// </summary>
internal static partial class CellLine
{
    /// <summary>The indexes of the cells named and what they hold.</summary>
    public static (IReadOnlyList<int> Cells, Cell Cell) Parse(Form form, string text, int line)
    {
        var match = Line().Match(text);
        if (!match.Success)
            throw new FormatException($"line {line} is no “path = value”: {text}");

        var path = match.Groups["path"].Value;
        var pattern = new Regex("^" + Regex.Escape(path).Replace("\\*", "[^.]*", StringComparison.Ordinal) + "$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        List<int> cells = [.. form.Cells.Where(cell => pattern.IsMatch(cell.Path)).Select(cell => cell.Index)];
        if (cells.Count == 0)
            throw new FormatException($"line {line}: the form {form.Edition} has no cell {path}");

        var raw = match.Groups["raw"].Success ? match.Groups["raw"].Value : null;
        return (cells, Read(match.Groups["value"].Value.Trim(), raw, line));
    }

    private static Cell Read(string value, string? raw, int line)
    {
        var words = value.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        var cell = words[0] switch
        {
            "missing" => new Cell(CellState.Missing),
            "blank" => new Cell(CellState.Blank) { Raw = raw ?? "" },
            "none" => new Cell(CellState.WordNone) { Raw = raw ?? "无" },
            "slash" => new Cell(CellState.Slash) { Raw = raw ?? "/" },
            "recovered" => new Cell(CellState.Recovered, Number(words[1])) { Raw = raw ?? words[1] },
            "ambiguous" => new Cell(CellState.Ambiguous) { Raw = raw, Alternatives = [.. words[1].Split('|').Select(Number)] },
            _ => new Cell(CellState.Value, Number(value)) { Raw = raw ?? value },
        };
        return cell with { Source = new SourcePlace(Line: line, Text: cell.Raw) };
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(?<path>[a-z0-9_.*]+)\s*=\s*(?<value>.*?)(\s+raw\s+"(?<raw>[^"]*)")?\s*$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
