using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>编写专题: at the draft; what is published stays until the draft is.</summary>
public sealed class EditTopic(CatalogueDesk desk, BodyTrees trees)
{
    private const int LongestIntroduction = 1000;
    private const int MostDocuments = 100;

    public async Task<TopicPage> Run(BodyId body, string key, TopicContent content, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageTopics, body, cancel);
        if (!BodyKey.HasShape(key))
            throw new RefusedException("网址名应当是2到32个小写字母、数字或连字符，以字母开头，如 huiqi。", "key");
        var written = await Demand(body, content, cancel);
        var topic = await desk.Db.TopicPages.SingleOrDefaultAsync(one => one.Body == body && one.Key == key, cancel);
        if (topic is null)
            desk.Db.Add(topic = new TopicPage(new TopicPageId(desk.Clock.NewGuid())) { Body = body, Key = key });
        CatalogueDesk.MustBeSeen(topic, topic.Version, seen);

        // Who only looked has written nothing, and may publish what another wrote. What was withdrawn may come back as it was.
        if (!topic.IsChangedBy(written) && (topic.Draft is not null || topic.WithdrawnOn is null))
            return topic;
        topic.Edit(written, by, desk.Clock.GetUtcNow());
        await desk.Close(topic, Act.EditTopic, by, cancel);
        return topic;
    }

    private async Task<TopicContent> Demand(BodyId body, TopicContent typed, CancellationToken cancel)
    {
        var tree = await trees.Now(desk.Db, cancel);
        if (typed.TakesInBelow && tree.Find(body)?.Kind != BodyKind.Government)
            throw new RefusedException("只有政府的专题可以收录下级机关的信息。", "takes_in_below");
        if (typed.EndsOn < typed.StartsOn)
            throw new RefusedException("结束日期不能早于开始日期。", "ends_on");
        if (typed.Parts.Count is 0 or > TopicContent.MostSections)
            throw new RefusedException($"专题应当有1到{TopicContent.MostSections}栏。", "heading_1");
        var columns = await desk.Db.ColumnsOf(body, cancel);
        List<TopicSection> parts = [];
        foreach (var part in typed.Parts)
            parts.Add(await Demand(part, parts.Count + 1, columns, tree.Reach(body, typed.TakesInBelow), cancel));
        return new TopicContent
        {
            Title = CatalogueText.Demand(typed.Title, 60, "专题名称", "title"),
            Introduction = Paragraphs(typed.Introduction),
            StartsOn = typed.StartsOn,
            EndsOn = typed.EndsOn,
            IsAnnounced = typed.IsAnnounced,
            TakesInBelow = typed.TakesInBelow,
            Parts = parts,
        };
    }

    private async Task<TopicSection> Demand(TopicSection part, int number, IReadOnlyList<CatalogueColumn> columns, IReadOnlyCollection<BodyId> bodies, CancellationToken cancel)
    {
        var heading = CatalogueText.Demand(part.Heading, 40, "栏名", $"heading_{number}");
        var column = part.Column is null ? null : columns.FirstOrDefault(one => one.Key == part.Column && one.Content == ColumnContent.Documents) ?? throw new RefusedException($"“{heading}”：没有栏目“{part.Column}”。", $"column_{number}");
        if (part.Topics.FirstOrDefault(topic => !DocumentRule.IsTopic(topic)) is { } unknown)
            throw new RefusedException($"“{heading}”：没有主题分类“{unknown}”。", $"topics_{number}");
        part.MustHoldSomething(column, $"column_{number}");
        if (part.Documents.Count == 0 && !part.HasRule)
            throw new RefusedException($"“{heading}”里还没有信息：请选几件，或者选一个栏目、种类、主题分类。", $"documents_{number}");
        if (part.Documents.Count > MostDocuments)
            throw new RefusedException($"“{heading}”：一栏最多选{MostDocuments}件。", $"documents_{number}");

        var chosen = part.Documents.Distinct().ToList();
        var asked = chosen.ConvertAll(id => new DocumentId(id));
        var known = await desk.Db.Documents.Readable.Where(document => asked.Contains(document.Id) && bodies.Contains(document.Body)).Select(document => document.Id).ToListAsync(cancel);
        if (asked.FindIndex(id => !known.Contains(id)) is var missing and >= 0)
            throw new RefusedException($"“{heading}”的第{missing + 1}件不是可以收录的公开信息：没有公开、已经撤下，或者不属于本机关。", $"documents_{number}");
        return part with { Heading = heading, Note = CatalogueText.OrNull(part.Note, 200, "栏的说明", $"note_{number}"), Documents = chosen, Kinds = [.. part.Kinds.Distinct().Order()], Topics = [.. part.Topics.Distinct()] };
    }

    private static string Paragraphs(string? typed)
    {
        var text = string.Concat((typed ?? "").ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();
        return text.Length switch
        {
            0 => throw new RefusedException("请写一段导语：这个专题收录什么、给谁看。", "introduction"),
            > LongestIntroduction => throw new RefusedException($"导语最多{LongestIntroduction}个字，现有{text.Length}个。", "introduction"),
            _ => text,
        };
    }
}
