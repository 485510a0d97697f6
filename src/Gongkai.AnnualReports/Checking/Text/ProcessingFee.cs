using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>信息处理费情况: section six says whether a processing fee was collected (国办公开办函〔2021〕30号).</summary>
internal sealed class ProcessingFeeStated : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R062", "第六部分没有说明信息处理费", "Section six does not state the processing fee", Severity.Error);

    public override bool AppliesTo(Subject subject) =>
        subject.Report is { Form: not null, Narrative.Sections.Count: > 0 } report && !(report.Edition == "trial2019" && report.Year == 2019);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var stated = Prose.Of(report.Narrative).Statements.Where(statement => statement.Quantity == Quantity.ProcessingFee).ToList();
        if (stated.Exists(statement => statement.Sentence.Section.Key == "s6") || Prose.Of(report.Narrative).Sentences.Any(SpeaksOfFee))
            yield break;

        var severity = report.Edition == "trial2019" || report.Year < 2021 ? Severity.Warning : Severity.Error;
        var section = report.Narrative["s6"];
        if (section is null)
        {
            yield return CannotTell(["s6"], "没有读到“六、其他需要报告的事项”");
            yield break;
        }

        var place = section.HeadingPlace ?? section.PlaceAt(0, section.Text.Length > 60 ? section.Text[..60] : section.Text);
        yield return stated is [var first, ..]
            ? Fail(["s6"], $"收费情况写在别处（“{first.Sentence.ClauseAround(first.Start, first.End).Text}”），应当写入“六、其他需要报告的事项”", place, severity, "把收取信息处理费情况移到第六部分")
            : Fail(["s6"], "应当报告本年度收取信息处理费情况，没有收取的也要写明", place, severity, "在第六部分补写：本年度收取信息处理费0元（或者实际金额）");
    }

    // 按规定收取信息处理费 without a sum still speaks of it.
    private static bool SpeaksOfFee(Sentence sentence) =>
        sentence.Section.Key == "s6" && sentence.Words.Any(word => word.Sense is Sense.Fee or Sense.Charge);
}

/// <summary>收费前后相符: what the text says of the fee in one place it does not deny in another, nor does table three.</summary>
internal sealed class ProcessingFeeConsistent : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R063", "信息处理费前后不一", "Statements about the processing fee contradict", Severity.Error);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Statements(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var collected = Statements(report).FirstOrDefault(statement => statement is { Figure: > 0, IsApproximate: false });
        if (collected is null)
            yield break;

        var (text, place) = collected.Sentence.ClauseAround(collected.Start, collected.End);
        if (Statements(report).FirstOrDefault(statement => statement.Figure == 0) is { } none)
        {
            var (denied, where) = none.Sentence.ClauseAround(none.Start, none.End);
            yield return Fail([none.Sentence.Section.Key, collected.Sentence.Section.Key], $"一处说“{denied}”，一处说“{text}”", where);
        }

        if (Sums.Of(report, "t3.handled_total.total") is not { } handled || Sums.Of(report, "t3.received_new.total") is not { } received || Sums.Of(report, "t3.carried_in.total") is not { } carriedIn)
            yield break;
        var unpaid = Sums.Of(report, "t3.other_fee_unpaid.total") ?? 0;
        if (handled > 0 && handled == unpaid)
            yield return Fail(["t3.other_fee_unpaid.total"], $"正文“{text}”，而表三办结的 {handled} 件全部因逾期未缴费不再处理", place);
        else if (handled == 0 && received == 0 && carriedIn == 0)
            yield return Fail(["t3.received_new.total"], $"正文“{text}”，而表三没有任何申请", place, Severity.Warning);
    }

    private static IEnumerable<Statement> Statements(Report report) => Prose.Of(report.Narrative).Statements.Where(statement => statement.Quantity == Quantity.ProcessingFee);
}
