using System.Text;
using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>D3 for text: from bytes to fields, and against a bare decode, split and look for digits.</summary>
internal static class TextGoals
{
    public static IEnumerable<Outcome> Run(IReadOnlyList<SyntheticReport> reports)
    {
        List<byte[]> files = [.. reports.Select(AsText.Write)];
        Reader.Verify(reports, files, "report.txt");
        var rates = Rate.Of(files.Count, Reader.Over(files, "report.txt"), () => files.ForEach(file => Bare(file)));
        yield return Outcome.AtLeast("D3-text", rates[0], 5000, "from bytes to fields", "reports/s");
        yield return Outcome.AtLeast("D3-text-bare", rates[0] / rates[1], 0.25, $"bare decoding, splitting and looking for digits: {rates[1]:0} a second");
    }

    private static int Bare(byte[] file)
    {
        var figures = 0;
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n'))
        {
            if (line.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
                figures++;
        }

        return figures;
    }
}
