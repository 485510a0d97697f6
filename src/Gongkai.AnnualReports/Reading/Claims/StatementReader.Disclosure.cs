namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>Table two and money: documents, decisions, fees.</summary>
internal sealed partial class StatementReader
{
    // 制发规范性文件3件, 规范性文件制发3件, 制发…3件，废止1件
    private bool ReadDocuments(int i, int tail, Figure figure)
    {
        if (!(figure.Unit is "件" or "部" or "份" or "个" or "项" or "条" or ""))
            return false;
        var named = Last(_segment, tail, Sense.Normative, Sense.Rules);
        var acts = Last(_segment, i, Sense.Issue, Sense.Publish, Sense.Repeal, Sense.InForce, Sense.OtherAct) ?? Last(i + 1, tail, Sense.Repeal, Sense.InForce);
        if (named is null && (_document.Sense is Sense.Neutral || acts is null || Has(_segment, tail, Sense.Request, Sense.Info, Sense.Other)))
            return false;
        if (named is not null && Last(_segment, tail, Sense.Normative, Sense.Rules, Sense.Other, Sense.Info) is { Sense: Sense.Other or Sense.Info })
            return true;

        acts ??= Last(_run, i, Sense.Issue, Sense.Publish, Sense.Repeal, Sense.InForce, Sense.OtherAct);
        var column = acts?.Sense switch
        {
            Sense.Issue => "issued_this_year",
            Sense.Publish => "published_this_year",
            Sense.Repeal => "repealed_this_year",
            Sense.InForce => "in_force",
            null when i > 0 && _words[Math.Max(_segment - 1, 0)].Is(Sense.Figure) => _documentColumn,
            _ => null,
        };
        _documentColumn = column;
        if (column is null)
            return true;

        var both = Has(_segment, tail, Sense.Rules) && Has(_segment, tail, Sense.Normative);
        var row = both ? "both" : (named ?? _document).Is(Sense.Rules) ? "rules" : "normative_documents";
        Add(Say(Quantity.Documents, figure, figure.Value, row, column));
        return true;
    }

    // 作出行政处罚决定12件; 公示行政处罚信息12条 is something else.
    private bool ReadDecisions(int i, Figure figure)
    {
        if (!(figure.Unit is "件" or "起" or "宗" or "") || Last(_segment, i, Sense.Decision) is not { } decision)
            return false;
        if (Has(_segment, EndOfTail(i), Sense.Info, Sense.Publish, Sense.OtherAct, Sense.Receive, Sense.Other, Sense.Blocker) || Distinct(_segment, i, Sense.Decision) > 1 || figure.Start - decision.End > 12)
            return true;
        Add(Say(Quantity.Decisions, figure, figure.Value, decision.Value));
        return true;
    }

    // 应收, 减免, 收费标准: money that was not collected.
    private bool SaysOnlyDue(Figure figure)
    {
        var from = Math.Max(_sentence.Start, figure.Start - 24);
        var text = _sentence.Folded.Text.AsSpan(from, figure.Start - from);
        text = text[(text.LastIndexOfAny('，', '；', '（') + 1)..];
        return text.Contains("应收", StringComparison.Ordinal) || text.Contains("免", StringComparison.Ordinal) || text.Contains("标准", StringComparison.Ordinal) || text.Contains("通知", StringComparison.Ordinal) || text.Contains("每", StringComparison.Ordinal) || text.Contains("退", StringComparison.Ordinal);
    }

    private void ReadMoney(int i, Figure figure)
    {
        var fee = Last(0, i, Sense.Fee, Sense.FeeTitle, Sense.Charge);
        var other = Last(_segment, i, Sense.AdminFee);
        if (other is not null)
            Add(Say(Quantity.AdminFee, figure, figure.Value / 10_000));
        else if (fee is not null && !SaysOnlyDue(figure) && Has(0, i, Sense.Fee, Sense.FeeTitle) && !Has(_segment, i, Sense.Other, Sense.Suggestion))
            Add(Say(Quantity.ProcessingFee, figure, figure.Value));
    }
}
