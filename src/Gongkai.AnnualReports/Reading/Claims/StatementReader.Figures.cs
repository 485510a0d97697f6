using System.Buffers;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>Figures: which cell a number with 件 and the like speaks of.</summary>
internal sealed partial class StatementReader
{
    private static readonly Sense[] s_nouns =
    [
        Sense.Request, Sense.RequestTopic, Sense.BareRequest, Sense.Review, Sense.Litigation, Sense.Direct, Sense.AfterReview, Sense.Other, Sense.Info, Sense.Rules, Sense.Normative,
        Sense.Decision, Sense.Suggestion, Sense.Proposal, Sense.AdminFee, Sense.Kind, Sense.Channel, Sense.Outcome, Sense.CarriedIn, Sense.CarriedOut,
    ];

    private static readonly Sense[] s_objects = [.. s_nouns, Sense.Fee, Sense.Charge, Sense.Result, Sense.Blocker, Sense.FeeTitle];

    private static readonly SearchValues<char> s_afterItem = SearchValues.Create("，。；、（）：申政依信公行规及和");

    private void ReadFigure(int i)
    {
        var figure = _words[i].Figure;
        if (figure.IsPercent || _isPast || _isCompared || _isConditional || _words[i].Start > 0 && Has(_segment, i, Sense.Rate))
            return;
        if (figure.IsMoney)
        {
            ReadMoney(i, figure);
            return;
        }

        if (!(figure.Unit is "件" or "份" or "宗" or "条" or "次" or "起" or "例" or "个" or "项" or "桩" or "笔" or "封" or "人次" or "篇" or "件次" or "部" or ""))
            return;

        var tail = EndOfTail(i);
        // 20个工作日, 5个部门, 12项任务
        if (figure.Unit is "个" or "项" or "部" && figure.End < _sentence.End && !s_afterItem.Contains(_sentence.Folded.Text[figure.End]))
            return;

        if (_respectively.Count > 0 && (!Has(_segment, i, s_nouns) || Has(_segment, i, Sense.Respectively)) && _respectively.TryDequeue(out var noun))
        {
            ReadNoun(noun, figure);
            return;
        }

        if (ReadRemedies(i, tail, figure))
            return;
        if (ReadDocuments(i, tail, figure) || ReadDecisions(i, figure))
            return;
        ReadRequests(i, tail, figure);
    }

    private void ReadRequests(int i, int tail, Figure figure)
    {
        // 咨询12件, 建议14件: something else is counted, whatever the verb.
        if (CountsSomethingElse(i, tail))
            return;
        var isRequest = Has(_segment, tail, Sense.Request) || (RequestsAreMeant && !SpeaksOfOther(i));
        if (!isRequest)
            return;

        if (ReadParts(_segment, i, figure) || (!Has(_segment, i, Sense.Receive, Sense.ReceiveNew, Sense.Handle, Sense.Process) && ReadParts(i + 1, tail, figure)) || ReadParts(i + 1, tail, figure, onlyIfTold: true))
            return;

        var isNew = Has(_segment, tail, Sense.ReceiveNew);
        var received = isNew || Has(_segment, i, Sense.Receive) || (Has(i + 1, tail, Sense.Receive) && !Has(_segment, i, Sense.Handle));
        var handled = Has(_segment, tail, Sense.Handle);
        var processed = Has(_segment, tail, Sense.Process);
        var named = Has(_segment, tail, Sense.Request, Sense.BareRequest);
        var withCarriedIn = Last(_run, i, Sense.CarriedIn) is not null && !Has(_run, i, Sense.Figure);
        if (received)
        {
            if (_isAmong && !isNew)
                return;
            Add(WithCarriedIn(Say(Quantity.Received, figure, figure.Value), withCarriedIn));
        }
        else if (handled)
        {
            // 电话答复3件, 延期答复2件, and 新收的42件中有38件办结, are some of those answered.
            if (!Has(_segment, i, Sense.Channel) && !IsSomeOf(figure))
                Add(Say(Quantity.Handled, figure, figure.Value, isLoose: SaysDelayed));
        }
        else if (_isAmong)
        {
            return;
        }
        else if (processed)
        {
            Add(WithCarriedIn(Say(Quantity.Processed, figure, figure.Value), withCarriedIn));
        }
        else if (named && (figure.Unit is "件" or "份" or "宗" or "起" or "" or "例" or "桩"))
        {
            // 申请共5件 after 收到: the verb stood in the clause before.
            var verb = Last(_run, i, Sense.Receive, Sense.ReceiveNew, Sense.Handle, Sense.Process);
            Add(WithCarriedIn(Say(Quantity.Received, figure, figure.Value, isLoose: verb is not { Sense: Sense.Receive or Sense.ReceiveNew }), withCarriedIn));
        }
    }

    // 42件中有38件, 42件中，38件
    private bool IsSomeOf(Figure figure)
    {
        var before = _sentence.Folded.Text.AsSpan(_sentence.Start, figure.Start - _sentence.Start).TrimEnd("，有已的 ".AsSpan());
        return before is [.., '件' or '份' or '宗' or '起' or '例' or '个', '中'];
    }

    private bool SaysDelayed
    {
        get
        {
            var text = _sentence.Folded.Text.AsSpan(_sentence.Start, Math.Min(_sentence.End - _sentence.Start, 2000));
            return text.Contains("延期", StringComparison.Ordinal) || text.Contains("延长", StringComparison.Ordinal) || text.Contains("电话", StringComparison.Ordinal) || text.Contains("当场", StringComparison.Ordinal);
        }
    }

    private static Statement WithCarriedIn(Statement statement, bool withCarriedIn)
    {
        statement.IncludesCarriedIn = withCarriedIn;
        return statement;
    }

    // Carried over, outcome, kind of applicant, channel: the parts a figure of requests falls into.
    private bool ReadParts(int from, int to, Figure figure, bool onlyIfTold = false)
    {
        if (Last(from, to, Sense.CarriedOut) is not null)
        {
            Add(Say(Quantity.CarriedOut, figure, figure.Value));
            return true;
        }

        var outcome = Last(from, to, Sense.Outcome);
        var kinds = Distinct(from, to, Sense.Kind);
        if (outcome is { } row)
        {
            if (Distinct(from, to, Sense.Outcome) == 1 && kinds <= 1)
                Add(Say(Quantity.Outcome, figure, figure.Value, row.Value, Last(from, to, Sense.Kind)?.Value ?? ""));
            _family = "outcome";
            return true;
        }

        if (Last(from, to, Sense.CarriedIn) is not null)
        {
            if (Has(from, to, Sense.Receive, Sense.ReceiveNew, Sense.Process))
                return false;
            if (!Has(from, to, Sense.Handle))
                Add(Say(Quantity.CarriedIn, figure, figure.Value));
            return true;
        }

        if (onlyIfTold && Has(_segment, from - 1, Sense.Receive, Sense.ReceiveNew, Sense.Handle, Sense.Process) && !Has(_segment, from - 1, Sense.Request, Sense.BareRequest))
            return false;
        if (onlyIfTold)
            return false;

        if (kinds == 1)
        {
            Add(Say(Quantity.Kind, figure, figure.Value, Last(from, to, Sense.Kind)!.Value.Value));
            _family = "kind";
            return true;
        }

        if (Distinct(from, to, Sense.Channel) == 1 && kinds == 0 && !Has(from, to, Sense.Handle) && Last(from, to, Sense.OpenEnd) is not { Value: "ways" })
        {
            Add(Say(Quantity.Channel, figure, figure.Value, Last(from, to, Sense.Channel)!.Value.Value));
            _family = "channel";
            return true;
        }

        if (Has(from, to, Sense.OtherItem) && !Has(from, to, Sense.Receive, Sense.ReceiveNew, Sense.Handle))
        {
            if (_family == "channel")
                Add(Say(Quantity.Channel, figure, figure.Value, "other"));
            else if (_family == "kind" && figure.Unit is "件")
                Add(Say(Quantity.Kind, figure, figure.Value, "other_org", isLoose: true));
            return true;
        }

        return false;
    }

    private int Distinct(int from, int to, Sense sense)
    {
        string? first = null;
        for (var i = from; i < to; i++)
        {
            if (_words[i].Sense != sense)
                continue;
            if (first is null)
                first = _words[i].Value;
            else if (first != _words[i].Value)
                return 2;
        }

        return first is null ? 0 : 1;
    }

    private bool CountsSomethingElse(int i, int tail)
    {
        for (var k = tail - 1; k >= _segment; k--)
        {
            switch (_words[k].Sense)
            {
                case Sense.Request or Sense.BareRequest or Sense.CarriedIn or Sense.CarriedOut or Sense.Outcome:
                    return false;
                case Sense.Other or Sense.Info or Sense.Suggestion or Sense.Proposal or Sense.Blocker or Sense.Decision or Sense.Rules or Sense.Normative:
                    return true;
                case Sense.Publish when k < i:
                    return true;
            }
        }

        return false;
    }

    // The subject was set to something else in this sentence, after the requests.
    private bool SpeaksOfOther(int i) => _subject == Subject.Other && Has(_segment, i, Sense.Other, Sense.Info, Sense.Suggestion, Sense.Proposal);

    private void ReadRespectively(int i)
    {
        _respectively.Clear();
        for (var k = _run; k < i; k++)
        {
            if (_words[k].Sense is Sense.Kind or Sense.Channel or Sense.Outcome or Sense.Review or Sense.Litigation or Sense.CarriedIn or Sense.Result or Sense.Direct or Sense.AfterReview)
                _respectively.Enqueue(_words[k]);
        }
    }

    private void ReadNoun(Word noun, Figure figure)
    {
        switch (noun.Sense)
        {
            case Sense.Review when SpeaksOfDisclosure(_segment):
                Add(Say(Quantity.Review, figure, figure.Value));
                break;
            case Sense.Litigation when SpeaksOfDisclosure(_segment):
                Add(Say(Quantity.Litigation, figure, figure.Value));
                break;
            case Sense.Direct when SpeaksOfDisclosure(_segment):
                Add(Say(Quantity.Litigation, figure, figure.Value, "direct"));
                break;
            case Sense.AfterReview when SpeaksOfDisclosure(_segment):
                Add(Say(Quantity.Litigation, figure, figure.Value, "after_review"));
                break;
            case Sense.Kind when RequestsAreMeant:
                Add(Say(Quantity.Kind, figure, figure.Value, noun.Value));
                break;
            case Sense.Channel when RequestsAreMeant:
                Add(Say(Quantity.Channel, figure, figure.Value, noun.Value));
                break;
            case Sense.Outcome when RequestsAreMeant:
                Add(Say(Quantity.Outcome, figure, figure.Value, noun.Value));
                break;
            case Sense.CarriedIn when RequestsAreMeant:
                Add(Say(Quantity.CarriedIn, figure, figure.Value));
                break;
        }
    }
}
