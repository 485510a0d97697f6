using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Tests.Claims;

/// <summary>Reads a paragraph and writes its claims in one line: `received_new=5; review=0?` (~ approximate, ? one office only).</summary>
internal static class ClaimText
{
    public static string Of(string text, Form? form = null, string section = "s1") =>
        string.Join("; ", Read(text, form, section).Select(claim => string.Create(CultureInfo.InvariantCulture, $"{Short(claim.Counts)}={claim.Figure}{(claim.IsApproximate ? "~" : "")}{(claim.IsPartOnly ? "?" : "")}{(claim.Rule == "R056" ? "!" : "")}")));

    public static IReadOnlyList<Claim> Read(string text, Form? form = null, string section = "s1") =>
        ClaimReader.Read(Narrative(text, section), form ?? Form.F2021);

    public static Narrative Narrative(string text, string section = "s1") =>
        new([new NarrativeSection(section, heading: null, [.. text.Split('\n').Select(line => new NarrativeParagraph(line))])]);

    private static string Short(string counts) => string.Join('+', Groups(counts).Select(path => path
        .Replace("t3.received_new.total", "received", StringComparison.Ordinal)
        .Replace("t3.carried_in.total", "carried_in", StringComparison.Ordinal)
        .Replace("t3.handled_total.total", "handled", StringComparison.Ordinal)
        .Replace("t3.carried_out.total", "carried_out", StringComparison.Ordinal)
        .Replace("t4.review_total", "review", StringComparison.Ordinal)
        .Replace("t4.direct_total+t4.after_review_total", "litigation", StringComparison.Ordinal)
        .Replace("t3.received_new.", "", StringComparison.Ordinal)
        .Replace("t2.art20_1.", "", StringComparison.Ordinal)
        .Replace("t3.", "", StringComparison.Ordinal).Replace("t4.", "", StringComparison.Ordinal)
        .Replace(".total", "", StringComparison.Ordinal)));

    // Long sums are named by their first row, so that a test line stays readable.
    private static string[] Groups(string counts) => counts
        .Replace("t4.direct_total+t4.after_review_total", "litigation", StringComparison.Ordinal)
        .Split('+') is { Length: > 3 } many ? [many[0] + "…"] : counts.Replace("t4.direct_total+t4.after_review_total", "litigation", StringComparison.Ordinal).Split('+');
}
