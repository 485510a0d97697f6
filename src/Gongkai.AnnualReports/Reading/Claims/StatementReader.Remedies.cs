namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>Reconsideration and litigation.</summary>
internal sealed partial class StatementReader
{
    private static readonly Sense[] s_remedies = [Sense.Review, Sense.Litigation, Sense.Direct, Sense.AfterReview];
    private string _block = "";
    private bool _remediesMeant;

    // A justice bureau counts all its reconsiderations; only those about disclosure belong to table four.
    private bool SpeaksOfDisclosure(int i)
    {
        if (_part is Subject.Requests or Subject.Remedies || _sinceRequests <= 2 || _remediesMeant)
            return true;
        var start = i;
        while (start > 0 && !_words[start - 1].EndsClause)
            start--;
        return _remediesMeant = Has(start, EndOfClause(i), Sense.Disclosure, Sense.Request, Sense.RequestTopic);
    }

    private bool ReadRemedies(int i, int tail, Figure figure)
    {
        var from = _segment;
        var to = i;
        if (!Has(from, to, s_remedies))
        {
            // 2件行政复议; 行政复议方面，全年3件
            if (Has(i + 1, tail, s_remedies) && !Has(from, to, Sense.Request, Sense.BareRequest, Sense.Other, Sense.Outcome))
                (from, to) = (i + 1, tail);
            else if (Has(from, to, Sense.Result) || Has(i + 1, tail, Sense.Result) || (Has(from, to, Sense.OtherItem) && _family == "result"))
                return ReadResult(i, tail, figure);
            else if (Last(_run, i, s_nouns) is { } noun && s_remedies.Contains(noun.Sense) && !_isAmong && !Has(_segment, i, Sense.Handle, Sense.Process))
                (from, to) = (_run, i);
            else
                return false;
        }

        if (!SpeaksOfDisclosure(i) || Last(from, tail, Sense.Blocker, Sense.Other, Sense.Suggestion) is { } other && other.Start > Last(from, tail, s_remedies)!.Value.Start)
            return true;

        // 政府信息公开申请3件（引发行政复议1件）: the last noun before the figure decides.
        if (to == i && Last(from, to, [.. s_remedies, Sense.Request, Sense.BareRequest]) is { Sense: Sense.Request or Sense.BareRequest } && figure.Value > 0 && !Has(from, to, Sense.All, Sense.Each))
            return false;

        var block = BlockOf(from, to);
        if (Last(from, tail, Sense.Result) is { } result && (to == i ? result.Start < figure.Start : true))
        {
            _block = block;
            if (result.Value.Length > 0 && block != "both")
                Add(Say(Quantity.Result, figure, figure.Value, result.Value, block, isPartOnly: block == "both"));
            return true;
        }

        SayRemedy(block, figure, Has(_segment, i, Sense.Each) || figure.Value == 0, from, i);
        if (Has(from, i, Sense.All) && figure.Value == 0 && Has(from, to, Sense.Request, Sense.BareRequest) && Has(from, to, Sense.Receive, Sense.ReceiveNew))
            Add(Say(Quantity.Received, figure, 0));
        return true;
    }

    private string BlockOf(int from, int to)
    {
        if (Has(from, to, Sense.Direct) && !Has(from, to, Sense.AfterReview))
            return "direct";
        if (Has(from, to, Sense.AfterReview) && !Has(from, to, Sense.Direct))
            return "after_review";
        var review = Has(from, to, Sense.Review);
        var litigation = Has(from, to, Sense.Litigation, Sense.Direct, Sense.AfterReview);
        return review && litigation ? "both" : review ? "review" : "litigation";
    }

    private void SayRemedy(string block, Figure figure, bool each, int from, int to)
    {
        _block = block;
        _family = "result";

        // 受理、审理: the body speaks of cases it decides, not of cases against it.
        var decides = figure.Value > 0 && Has(from, to, Sense.Process, Sense.Closed) && !Has(from, to, Sense.Disclosure, Sense.Request);
        switch (block)
        {
            case "both" when each:
                Add(Say(Quantity.Review, figure, figure.Value, isPartOnly: decides));
                Add(Say(Quantity.Litigation, figure, figure.Value, isPartOnly: decides));
                break;
            case "both":
                Add(Say(Quantity.Remedies, figure, figure.Value, isPartOnly: decides));
                break;
            case "review":
                Add(Say(Quantity.Review, figure, figure.Value, isPartOnly: decides));
                break;
            default:
                Add(Say(Quantity.Litigation, figure, figure.Value, block == "litigation" ? "" : block, isPartOnly: decides));
                break;
        }
    }

    // 其中结果维持72件
    private bool ReadResult(int i, int tail, Figure figure)
    {
        if (_subject != Subject.Remedies || _block is "" or "both" || !SpeaksOfDisclosure(i))
            return _subject == Subject.Remedies;

        var result = Last(_segment, i, Sense.Result) ?? Last(i + 1, tail, Sense.Result);
        var item = result?.Value ?? "other";
        if (item.Length > 0)
            Add(Say(Quantity.Result, figure, figure.Value, item, _block));
        _family = "result";
        return true;
    }
}
