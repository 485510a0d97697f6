using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>D3 for web pages: from bytes to fields, against a bare AngleSharp parse, which gives a tree and no figure.</summary>
internal static class WebPageGoals
{
    public static IEnumerable<Outcome> Run(IReadOnlyList<SyntheticReport> reports)
    {
        List<byte[]> files = [.. reports.Select(AsWebPage.Write)];
        Reader.Verify(reports, files, "report.html");
        var parser = new HtmlParser();
        var rates = Rate.Of(files.Count, Reader.Over(files, "report.html"), () => files.ForEach(file => parser.ParseDocument(Encoding.UTF8.GetString(file)).Dispose()));
        yield return Outcome.AtLeast("D3-html", rates[0] / rates[1], 0.6, $"{rates[0]:0} reports/s read; AngleSharp parses {rates[1]:0}");
    }
}
