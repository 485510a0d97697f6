using Gongkai.Bodies;
using Gongkai.Publishing;

namespace Gongkai.Host.Samples;

/// <summary>一个机关的示例工作: what its report of one year counts, what became of some of it, and what is under way today.</summary>
internal sealed class SampleBureauWork(
    SampleDocumentsFile file, SampleBureau bureau, Body body, IReadOnlyDictionary<Role, Officer> people, IndexRule rule, DateOnly today, IReadOnlyDictionary<string, Attachment> files, string? reportPage)
{
    private static readonly AttributeDecision s_withheld = new(DisclosureAttribute.Withheld, "EX6", Reason: "属于讨论中的过程稿，尚未定稿") { Evidence = "尚在征求意见，公开可能使人误认为已经作出决定；定稿后公开" };
    private static readonly AttributeDecision s_onRequest = new(DisclosureAttribute.OnRequest, Reason: "只涉及特定企业的办理过程，向申请人公开");
    private static readonly string[] s_everyday = ["notice", "policy", "meeting"];

    private readonly SampleTexts _texts = new(file, bureau, body.Name, body.ShortName);
    private readonly Dice _dice = new($"{bureau.Key}/days");
    private int _number;

    public IReadOnlyList<SampleLife> All()
    {
        var year = OfTheYear().ToList();
        Afterwards(year);
        return [.. year, Report(), .. bureau.Living.Select(UnderWay)];
    }

    /// <summary>In the order of publication, as their index numbers are.</summary>
    private IEnumerable<SampleLife> OfTheYear()
    {
        List<string> plan = [.. bureau.Shares.Where(share => share.Key != "notice").SelectMany(share => Enumerable.Repeat(share.Key, share.Value)), .. Enumerable.Repeat("normative", bureau.Normative)];
        plan.AddRange(Enumerable.Repeat("notice", bureau.Published - bureau.Interpretations - plan.Count));
        var (toExplain, attached) = (bureau.Interpretations, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (key, on) in plan.Select(key => (Key: key, On: Day(key))).OrderBy(one => one.On).ThenBy(one => one.Key, StringComparer.Ordinal).ToList())
        {
            var life = New(key, on);
            if (_texts.Template(key).Attachment is { } kind)
                life.Attach(files[kind], on);
            var (submitted, signed) = (on.AddDays(1), on.AddDays(2));
            yield return life.Submit(submitted).Sign(signed).Publish(on.AddDays(3));

            // An interpretation follows its policy the next day, and each leads to the other; the last of the year is an e-book.
            if (key is not ("normative" or "policy") || toExplain-- <= 0)
                continue;
            var form = (InterpretationForm)_dice.Between(0, 1);
            var explained = Next().Draft(_texts.Next("interpretation", on, life.Document.Title), on, DocumentKind.Interpretation, explains: life.Document, form: toExplain == 0 ? InterpretationForm.Ebook : form);
            if (toExplain == 0)
                explained.Attach(files["epub"], on);
            yield return explained.Submit(submitted).Sign(signed).Publish(on.AddDays(4));
        }
    }

    /// <summary>年度报告, by 31 January of the next year (article 50).</summary>
    private SampleLife Report()
    {
        var on = new DateOnly(bureau.Year + 1, 1, 18);
        var life = Next().Draft(_texts.Report(on, reportPage), on, DocumentKind.AnnualReport);
        if (files.TryGetValue("report", out var file))
            life.Attach(file, on);
        return life.Submit(on.AddDays(1)).Sign(on.AddDays(2)).Publish(on.AddDays(4));
    }

    private void Afterwards(List<SampleLife> year)
    {
        Queue<SampleLife> plain = new(year.Where((life, i) => life.Document.Kind == DocumentKind.Information && i % 3 == 0));
        Queue<SampleLife> normative = new(year.Where(life => life.Document.Kind.IsNormative));
        foreach (var life in Some(plain, bureau.Revised))
        {
            var on = life.Document.PublishedOn!.Value.AddDays(20);
            life.Revise(on).Submit(on).Sign(on.AddDays(1)).Publish(on.AddDays(2));
        }

        foreach (var life in Some(plain, bureau.Withdrawn))
            life.Then((document, by, at) => document.Withdraw("所列信息已由新的公告代替，继续展示会造成误解", publicTitle: null, by, at), life.Document.PublishedOn!.Value.AddDays(40));
        foreach (var life in Some(plain, bureau.Archived))
            life.Then((document, by, at) => document.Archive(RetentionRule.Standard[document.Kind], by, at), new DateOnly(bureau.Year + 2, 1, 15));
        foreach (var life in Some(normative, bureau.Repealed))
            life.Propose((document, by, at) => document.ProposeRepeal(new DateOnly(bureau.Year + 3, 7, 1), "所依据的上位文件已经修订", byDocument: null, by, at), new DateOnly(bureau.Year + 3, 6, 19)).Then((document, by, at) => document.Repeal(by, at), new DateOnly(bureau.Year + 3, 6, 20));
        foreach (var life in Some(normative, bureau.Expired))
            life.Propose((document, by, at) => document.ProposeExpire(new DateOnly(bureau.Year + 4, 1, 1), "支持期限已满，不再接续", by, at), new DateOnly(bureau.Year + 3, 12, 24)).Then((document, by, at) => document.Expire(by, at), new DateOnly(bureau.Year + 3, 12, 25));
    }

    private SampleLife UnderWay(string state) => state switch
    {
        "draft" => Everyday(2),
        "returned" => Everyday(5).Submit(Ago(4)).Return(Ago(3), "办理时限与现行规定不一致，请核对后修改", "请"),
        "approved" => Everyday(5).Submit(Ago(4)).Sign(Ago(3)),
        "scheduled" => Scheduled(Everyday(5).Submit(Ago(4)).Sign(Ago(3))),
        "fresh" => Everyday(5).Submit(Ago(4)).Sign(Ago(3)).Publish(Ago(1)),
        "revising" => Public().Revise(Ago(1)),
        "revision_in_review" => Public().Revise(Ago(2)).Submit(Ago(2)).Sign(Ago(1), stages: 1),
        "revision_approved" => Public().Revise(Ago(4)).Submit(Ago(3)).Sign(Ago(2)),
        "revision_scheduled" => Scheduled(Public().Revise(Ago(4)).Submit(Ago(3), "更正联系方式").Sign(Ago(2))),
        "correcting" => Gone().Correct(Ago(2)),
        "correction_in_review" => Gone().Correct(Ago(3)).Submit(Ago(3)).Sign(Ago(2), stages: 1),
        "correction_approved" => Gone().Correct(Ago(4)).Submit(Ago(3)).Sign(Ago(2)),
        "repeal_proposed" => New("normative", Ago(90)).Submit(Ago(89)).Sign(Ago(88)).Publish(Ago(87)).Propose((document, by, at) => document.ProposeRepeal(today.AddDays(20), "新的办法已经印发", byDocument: null, by, at), Ago(1)),
        "withheld" => Withheld(s_withheld),
        "on_request" => Withheld(s_onRequest),
        "discarded" => Everyday(9).Then((document, by, at) => document.Discard(by, at), Ago(8)),
        "review_reviewer" => New("normative", Ago(6)).Submit(Ago(5)).Sign(Ago(4), stages: 1),
        _ when state.Split('_') is ["review", var stage] => InReview(stage[0] - '0'),
        _ => throw new InvalidDataException($"documents.json: {state} is no state of a sample"),
    };

    /// <summary>Waits for the signature of a stage; only normative documents have five.</summary>
    private SampleLife InReview(int stage) =>
        (stage == 5 ? New("normative", Ago(6)) : Everyday(6)).Submit(Ago(5)).Sign(Ago(3), stage - 1);

    private SampleLife Everyday(int days) => New(_dice.OneOf(s_everyday), Ago(days));

    private SampleLife Public() => Everyday(40).Submit(Ago(39)).Sign(Ago(38)).Publish(Ago(37));

    private SampleLife Gone() => Public().Then((document, by, at) => document.Withdraw("所列办理时限有误，更正后重新公开", publicTitle: null, by, at), Ago(10));

    private SampleLife Scheduled(SampleLife life) =>
        life.Then((document, by, at) => document.Schedule(at.AddDays(4), reason: null, by, at), Ago(1));

    private SampleLife Withheld(AttributeDecision why)
    {
        var life = Next().Draft(_texts.Next("policy", Ago(30)), Ago(30), attribute: why).Submit(Ago(29)).Sign(Ago(28));
        return life.Then((document, by, at) => document.Withhold(life.Reviews[^1].Proof(), today.AddMonths(6), by, at), Ago(27));
    }

    private SampleLife New(string key, DateOnly on) => Next().Draft(_texts.Next(key, on), on, key == "normative" ? DocumentKind.NormativeDocument : DocumentKind.Information);

    private SampleLife Next() => new(body, people, rule, ++_number);

    private DateOnly Ago(int days) => today.AddDays(-days);

    /// <summary>A day of the year, early enough that all of it is public in that year, and no Saturday or Sunday.</summary>
    private DateOnly Day(string key)
    {
        var on = new DateOnly(bureau.Year, 1, 6).AddDays(key == "normative" ? _dice.Between(60, 250) : _dice.Between(0, 346));
        return on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? on.AddDays(2) : on;
    }

    private static IEnumerable<SampleLife> Some(Queue<SampleLife> from, int count) => Enumerable.Range(0, count).Select(_ => from.Dequeue());
}
