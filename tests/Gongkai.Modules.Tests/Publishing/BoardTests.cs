using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>公开事项台: counts that are kept instead of counted are those one would count, and a page is the page of the plain question.</summary>
public abstract class BoardTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tallies_are_what_one_would_count_in_every_state_of_life()
    {
        await using var world = await Yunze.World(provider, withDocuments: true);
        await Agree(world);

        var (publisher, clerk) = (await world.Officer(Desk.Bureau, Role.Publisher), await world.Officer(Desk.Bureau, Role.CaseOfficer));
        var (withdrawn, draft) = (await world.Published(DocumentKind.Information), await world.Drafted());
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(withdrawn.Id, "内容有误", publisher, null, Cancel));
        await world.Do<SetAttribute>(set => set.Run(draft.Id, new AttributeDecision(DisclosureAttribute.OnRequest, Reason: "仅涉及特定申请人"), clerk, null, Cancel));
        await Agree(world);
    }

    [Fact]
    public async Task Pages_are_those_of_the_plain_question_whatever_it_asks()
    {
        await using var world = await Yunze.World(provider, withDocuments: true);
        var (body, clerk) = (await world.Body(Desk.Bureau), await world.Officer(Desk.Bureau, Role.CaseOfficer));
        await world.Drafted();
        var section = await world.Db(db => db.Sections.Where(section => section.Body == body).Select(section => section.Id).FirstAsync(Cancel));
        var own = new DocumentFilter { Body = body };
        DocumentFilter[] filters =
        [
            own, new(), new() { Within = [body] }, own with { Section = section }, own with { Kind = DocumentKind.NormativeDocument }, own with { Attribute = DisclosureAttribute.Withheld }, own with { Editor = clerk.Id },
            own with { Words = "通知" }, own with { State = DocumentState.Withdrawn }, .. Enum.GetValues<DocumentStage>().Select(stage => own with { Stage = stage }),
        ];

        foreach (var filter in filters)
        {
            var plain = await world.Db(db => filter.In(db).OrderByDescending(document => document.Id).Select(document => document.Id).ToListAsync(Cancel));
            var counts = await world.Do<DocumentBoard, IReadOnlyDictionary<DocumentState, int>>(board => board.Count(filter, Cancel));
            var total = filter.Stage is { } stage ? stage.States.Sum(state => counts.GetValueOrDefault(state)) : counts.Values.Sum();
            Assert.Equal(plain.Count, total);
            foreach (var (said, skip) in ((int, int)[])[(total, 0), (total, 40), (100_000, 0), (100_000, 40)])
                Assert.Equal(plain.Skip(skip).Take(20), (await world.Do<DocumentBoard, IReadOnlyList<DocumentRow>>(board => board.Page(filter, said, skip, 20, Cancel))).Select(row => row.Id));
        }
    }

    private static Task<int> Agree(World world) => world.Db(async db =>
    {
        var counted = await db.Documents.GroupBy(document => new { document.Body, document.Section, document.Kind, document.Attribute, document.State }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(Cancel);
        var kept = await db.Set<DocumentTally>().AsNoTracking().Where(tally => tally.Documents != 0).ToListAsync(Cancel);
        Assert.NotEmpty(kept);
        Assert.Equal(
            counted.Select(one => (one.Key.Body, one.Key.Section ?? DocumentTally.NoSection, one.Key.Kind, one.Key.Attribute, one.Key.State, one.Count)).ToHashSet(),
            kept.Select(tally => (tally.Body, tally.Section, tally.Kind, tally.Attribute, tally.State, tally.Documents)).ToHashSet());
        return 0;
    });
}

public sealed class BoardOnSqliteTests() : BoardTests(DatabaseProvider.Sqlite);

public sealed class BoardOnPostgreSqlTests() : BoardTests(DatabaseProvider.PostgreSql);
