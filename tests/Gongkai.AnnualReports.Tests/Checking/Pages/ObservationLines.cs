using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>
/// Lines `Kind At "text"` of an observations block, over the ordinary observations of the edition: a line that starts with `-` takes one away,
/// a heading, caption or label given again replaces the ordinary one, others are added; a heading is put where its line stands among the
/// given headings.
/// </summary>
internal static partial class ObservationLines
{
    public static IReadOnlyList<Observation> Of(Form? form, Fence? fence, List<Mark> marks)
    {
        List<Observation> all = form is null ? [] : [.. OrdinaryObservations.Of(form)];
        foreach (var (number, text) in fence?.Lines ?? [])
        {
            var (plain, marked) = MarkedText.In(text);
            if (string.IsNullOrWhiteSpace(plain))
                continue;
            var match = Line().Match(plain);
            if (!match.Success)
                throw new FormatException($"line {number} is no “Kind At \"text\"”: {text}");

            var kind = Enum.Parse<ObservationKind>(match.Groups["kind"].Value);
            var at = match.Groups["at"].Success ? match.Groups["at"].Value : null;
            var words = match.Groups["text"].Value;
            marks.AddRange(marked.Select(m => (Mark)new WordsMark(number, m.Trim('"'))));

            var found = all.FindIndex(o => o.Kind == kind && o.At == at);
            var observation = new Observation(kind, words, new SourcePlace(Line: number, Text: words), at);
            if (match.Groups["minus"].Success)
                all.RemoveAll(o => o.Kind == kind && o.At == at);
            else if (found >= 0 && all[found].Place is null)
                all[found] = observation;
            else
                all.Add(observation);
        }

        return all;
    }

    [GeneratedRegex("^(?<minus>-\\s*)?(?<kind>[A-Za-z]+)(\\s+(?<at>[a-z0-9_.*]+))?(\\s+\"(?<text>.*)\")?\\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
