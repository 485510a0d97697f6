namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>Words for nought (未收到, 未发生, 无) and for all (均已答复).</summary>
internal sealed partial class StatementReader
{
    private const int NearEnough = 26;

    private void ReadZero(int i)
    {
        var word = _words[i];
        if (_isPast || _isConditional || _isCompared)
            return;
        if (word.Value == "requests")
        {
            SetSubject(Subject.Requests, word);
            AddZero(Quantity.Received, word);
            return;
        }

        var end = EndOfClause(i + 1);
        if (Has(i + 1, end, Sense.Figure))
            return;
        if (word.Value == "fee")
        {
            if (_sentence.Section.Key == "s6" || RequestsAreMeant || Has(0, end, Sense.Fee, Sense.FeeTitle))
                AddZero(Quantity.ProcessingFee, word);
        }
        else if (word.Value == "nought" || !HasObject(i + 1, end))
            ReadPredicate(i);
        else if (!(word.Value == "none" && _words[i + 1].Start - word.End > NearEnough))
            ReadObjects(i, end);
    }

    private bool HasObject(int from, int to) => Has(from, to, s_objects);

    // 未发生因政府信息公开引起的行政复议、行政诉讼
    private void ReadObjects(int i, int end)
    {
        var word = _words[i];
        if (Has(i + 1, end, s_remedies))
        {
            if (Has(i + 1, end, Sense.Blocker, Sense.Other, Sense.Rate))
                return;
            if (!SpeaksOfDisclosure(i))
                return;
            SetSubject(Subject.Remedies, word);
            var block = BlockOf(i + 1, end);
            if (Last(i + 1, end, Sense.Result) is { } result)
            {
                AddResults(result, block, word);
                return;
            }

            if (block is "both" or "review")
                AddZero(Quantity.Review, word);
            if (block is "both" or "litigation" or "direct" or "after_review")
                AddZero(Quantity.Litigation, word, block is "direct" or "after_review" ? block : "");
        }
        else if (Has(i + 1, end, Sense.Fee, Sense.FeeTitle) || (Has(i + 1, end, Sense.Charge) && (RequestsAreMeant || Has(0, end, Sense.FeeTitle, Sense.Fee, Sense.Disclosure))))
        {
            AddZero(Quantity.ProcessingFee, word);
        }
        else if (Has(i + 1, end, Sense.CarriedOut) && RequestsAreMeant)
        {
            AddZero(Quantity.CarriedOut, word);
        }
        else if (Has(i + 1, end, Sense.CarriedIn))
        {
            AddZero(Quantity.CarriedIn, word);
        }
        else if (Has(i + 1, end, Sense.Outcome))
        {
            if (RequestsAreMeant && Distinct(i + 1, end, Sense.Outcome) == 1 && !Has(i + 1, end, Sense.Blocker, Sense.Other, Sense.Info))
                AddZero(Quantity.Outcome, word, Last(i + 1, end, Sense.Outcome)!.Value.Value);
        }
        else
        {
            ReadNoRequests(i, end);
        }
    }

    private void ReadNoRequests(int i, int end)
    {
        var word = _words[i];
        var request = Last(i + 1, end, Sense.Request, Sense.BareRequest);
        if (request is not { } noun || Has(i + 1, end, Sense.Blocker, Sense.Other, Sense.Suggestion, Sense.Proposal, Sense.Channel, Sense.Info, Sense.RequestTopic))
            return;
        if (noun.Is(Sense.BareRequest) && !RequestsAreMeant && !Has(i + 1, end, Sense.Disclosure))
            return;
        if (_isAmong)
            return;
        SetSubject(Subject.Requests, word);
        AddZero(Quantity.Received, word, Distinct(i + 1, end, Sense.Kind) == 1 ? Last(i + 1, end, Sense.Kind)!.Value.Value : "");
    }

    // 行政复议、行政诉讼均未发生; 依申请公开申请为零
    private void ReadPredicate(int i)
    {
        var word = _words[i];
        var from = _segment;
        if (from == i || !HasObject(from, i))
        {
            // 依申请公开情况：无
            if (from > 0 && _words[from - 1].Value == "：")
                from = _run;
            else if (word.Value == "receive" && _part == Subject.Requests && _subject == Subject.Requests)
                AddZero(Quantity.Received, word);
        }

        if (!HasObject(from, i) || Has(from, i, Sense.Figure, Sense.Blocker, Sense.Other, Sense.Info))
            return;
        if (Has(from, i, s_remedies))
        {
            if (!SpeaksOfDisclosure(i) || Has(from, i, Sense.Result))
                return;
            var block = BlockOf(from, i);
            if (block is "both" or "review")
                AddZero(Quantity.Review, word);
            if (block is not "review")
                AddZero(Quantity.Litigation, word, block is "direct" or "after_review" ? block : "");
        }
        else if (Has(from, i, Sense.Fee))
        {
            AddZero(Quantity.ProcessingFee, word);
        }
        else if (Has(from, i, Sense.Request) && !Has(from, i, Sense.Handle, Sense.CarriedIn, Sense.CarriedOut, Sense.Outcome))
        {
            AddZero(Quantity.Received, word);
        }
    }

    // 均已在法定期限内答复; 均已结案
    private void ReadAll(int i)
    {
        var end = EndOfClause(i + 1);
        if (_isConditional || _isPast || Has(_segment, i, Sense.Condition, Sense.Zero) || Has(i + 1, end, Sense.Figure, Sense.Zero, Sense.Condition, Sense.Result, Sense.Kind, Sense.Channel, Sense.Outcome))
        {
            ReadAllOf(i, end);
            return;
        }

        var figure = new Figure(_words[i].Start, _words[Math.Min(end, _words.Count) - 1].End, 0, "");
        if (_subject == Subject.Remedies)
        {
            if (Has(i + 1, end, Sense.Closed, Sense.Handle) && _block.Length > 0 && SpeaksOfDisclosure(i))
            {
                foreach (var block in Blocks(_block))
                    Add(Say(Quantity.Result, figure, 0, "pending", block));
            }
        }
        else if (_lastReceived is { Figure: > 0 } && RequestsAreMeant && Has(i + 1, end, Sense.Handle) && !Has(_segment, end, Sense.Other, Sense.Info, Sense.Suggestion))
        {
            _statements.Add(Say(Quantity.AllDone, figure, 0));
        }
    }

    // 均维持, 均为自然人: all of the figure before.
    private void ReadAllOf(int i, int end)
    {
        if (_isConditional || _isPast || Has(i + 1, end, Sense.Figure, Sense.Zero, Sense.Condition) || _whole is not { } whole)
            return;
        var figure = new Figure(_words[i].Start, _words[Math.Min(end, _words.Count) - 1].End, whole.Figure, whole.Unit) { IsApproximate = whole.IsApproximate };
        if (whole.Quantity is Quantity.Received or Quantity.Processed && Distinct(i + 1, end, Sense.Kind) == 1)
            _statements.Add(Say(Quantity.Kind, figure, whole.Figure, Last(i + 1, end, Sense.Kind)!.Value.Value));
        else if (whole.Quantity is Quantity.Review or Quantity.Litigation && Last(i + 1, end, Sense.Result) is { Value.Length: > 0 } result && _block is not ("" or "both"))
            _statements.Add(Say(Quantity.Result, figure, whole.Figure, result.Value, _block));
    }

    private void AddResults(Word result, string block, Word at)
    {
        if (result.Value.Length == 0)
            return;
        foreach (var one in Blocks(block))
            AddZero(Quantity.Result, at, result.Value, one);
    }

    private static string[] Blocks(string block) => block == "both" ? ["review", "litigation"] : [block];

    private void AddZero(Quantity quantity, Word word, string item = "", string other = "") =>
        Add(new Statement(quantity, 0, _sentence, word.Start, word.End) { Item = item, Other = other, IsZeroWord = true, IsPartOnly = _isPartOnly, IsPart = _isAmong });
}
