using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>不公开的举证: each ground of articles 14 to 16 asks for its own.</summary>
public abstract class WithholdingTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly DocumentContent s_entry = new() { Title = "某项工作方案", CreatedOn = new(2026, 2, 10) };

    [Theory]
    [InlineData("EX1", "secrecy_level")]
    [InlineData("EX2", "evidence")]
    [InlineData("EX3", "evidence")]
    [InlineData("EX4", "third_party")]
    [InlineData("EX5", "evidence")]
    [InlineData("EX6", "evidence")]
    [InlineData("EX7", "evidence")]
    public void Asks_of_each_ground_what_it_rests_on(string ground, string field) =>
        Assert.Equal(field, Assert.Throws<RefusedException>(() => new AttributeDecision(DisclosureAttribute.Withheld, ground, Reason: "不宜公开").Demand()).Field);

    [Fact]
    public void What_a_third_party_agrees_to_is_not_withheld_for_his_sake() =>
        Assert.Equal("third_party", Assert.Throws<RefusedException>(() => new AttributeDecision(DisclosureAttribute.Withheld, "EX4", Reason: "涉及商业秘密") { ThirdParty = ThirdPartyAnswer.Consents }.Demand()).Field);

    [Fact]
    public void Keeps_nothing_that_belongs_to_another_ground()
    {
        var kept = new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "讨论稿") { Evidence = "还会改动", ClassifiedBy = "某机关", SecrecyLevel = SecrecyLevel.Secret, ThirdParty = ThirdPartyAnswer.Objects }.Demand();

        Assert.Equal((null, null, null), (kept.ClassifiedBy, kept.SecrecyLevel, kept.ThirdParty));
        Assert.Equal(("衡量", "还会改动"), Assert.Single(kept.Particulars));
        Assert.Empty(new AttributeDecision(DisclosureAttribute.OnRequest, Reason: "只涉及特定企业") { ClassifiedBy = "某机关" }.Demand().Particulars);
    }

    [Fact]
    public async Task Of_a_state_secret_there_is_the_entry_and_never_the_secret()
    {
        await using var world = await Yunze.World(provider);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);

        await Assert.ThrowsAsync<RefusedException>(() => world.Drafted(DocumentKind.Information, Secret(), Desk.Content()));
        var document = await world.Drafted(DocumentKind.Information, Secret(), s_entry);

        Assert.Equal("html", (await Assert.ThrowsAsync<RefusedException>(() => world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(), null, clerk, null, Cancel)))).Field);
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<AttachFile>(async attach => await attach.Run(document.Id, "方案.txt", new MemoryStream([65, 66, 67]), clerk, null, Cancel)));
        var written = await world.Drafted(DocumentKind.Information);
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetAttribute>(set => set.Run(written.Id, Secret(), clerk, null, Cancel)));
        Assert.Equal(DisclosureAttribute.Proactive, (await world.Document(written.Id)).Attribute);
    }

    [Fact]
    public async Task A_secret_is_reviewed_without_text_and_comes_back_when_its_term_ends()
    {
        await using var world = await Yunze.World(provider);
        var document = await Withheld(world, Secret(until: world.Clock.Today().AddMonths(3)), s_entry);

        Assert.Equal(DocumentState.Withheld, document.State);
        Assert.Equal(document.SecretUntil!.Value.AddDays(1), document.AssessAgainOn);
        Assert.Equal([("密级", "机密"), ("保密期限", $"至{document.SecretUntil:yyyy年M月d日}"), ("定密机关", "云泽市科学技术局")], document.Decision.Particulars);
    }

    [Fact]
    public async Task Absolute_grounds_fall_away_by_a_paper_and_the_others_by_weighing()
    {
        await using var world = await Yunze.World(provider);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var secret = await Withheld(world, Secret(), s_entry);
        var draft = await Withheld(world, new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "讨论稿") { Evidence = "还会改动" });

        Assert.Equal("lifted_by", (await Assert.ThrowsAsync<RefusedException>(() => world.Do<Reassess>(assess => assess.Run(secret.Id, true, "已经解密", null, clerk, null, Cancel)))).Field);
        await world.Do<Reassess>(assess => assess.Run(secret.Id, true, "已经解密", "云密函〔2026〕3号", null, clerk, null, Cancel));
        await world.Do<Reassess>(assess => assess.Run(draft.Id, true, "已经定稿", null, clerk, null, Cancel));

        secret = await world.Document(secret.Id);
        Assert.Equal((DocumentState.Draft, DisclosureAttribute.Proactive, "云密函〔2026〕3号"), (secret.State, secret.Attribute, secret.History[^1].ByDocument));
        Assert.Null(secret.SecrecyLevel);
        Assert.Equal(DocumentState.Draft, (await world.Document(draft.Id)).State);
    }

    [Fact]
    public async Task What_was_reviewed_holds_for_the_evidence_too()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted(DocumentKind.Information, new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "讨论稿") { Evidence = "还会改动" });
        var before = document.DigestOf(document.Working);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);

        await world.Do<SetAttribute>(set => set.Run(document.Id, new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "讨论稿") { Evidence = "另一种衡量" }, clerk, null, Cancel));

        document = await world.Document(document.Id);
        Assert.NotEqual(before, document.DigestOf(document.Working));
    }

    private static AttributeDecision Secret(DateOnly? until = null) =>
        new(DisclosureAttribute.Withheld, "EX1", Reason: "已定密") { SecrecyLevel = SecrecyLevel.Secret, SecretUntil = until, ClassifiedBy = "云泽市科学技术局" };

    private static async Task<Document> Withheld(World world, AttributeDecision attribute, DocumentContent? content = null)
    {
        var document = await world.Approved(DocumentKind.Information, attribute, content);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithholdDocument>(withhold => withhold.Run(document.Id, null, publisher, null, Cancel));
        return await world.Document(document.Id);
    }
}

public sealed class WithholdingOnSqliteTests() : WithholdingTests(DatabaseProvider.Sqlite);

public sealed class WithholdingOnPostgreSqlTests() : WithholdingTests(DatabaseProvider.PostgreSql);
