using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>复查: when the checks change, everything public is looked through again; what reviewers saw and what may stay does not come back.</summary>
public abstract class RescanTests(DatabaseProvider provider)
{
    private const string Word = "创新券管里";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DocumentContent Wrong => Desk.Content(html: $"<p>第一条 为规范{Word}，制定本办法。</p>");

    [Fact]
    public async Task A_new_wrong_word_is_found_in_what_is_public()
    {
        await using var world = await Quick(provider);
        var (document, other) = (await world.Published(content: Wrong), await world.Published());
        Assert.Equal(2, await Rescan(world));
        Assert.Empty(await Findings(world));
        Assert.Equal(0, await Rescan(world));

        await SetWord(world, Word);
        Assert.Equal(2, (await world.Services.GetRequiredService<RescanPublic>().Progress(Cancel)).Waiting);
        Assert.Equal(2, await Rescan(world));

        var found = Assert.Single(await Findings(world));
        Assert.Equal((document.Id, document.Body, "wrong_word", "正文", Word, PublicFindingState.Open), (found.Document, found.Body, found.Check, found.Where, found.Words, found.State));
        Assert.Equal($"{document.Id.Value}", Assert.Single(await world.Db(db => db.LedgerEntries.Where(entry => entry.Act == "documents.find_in_public").Select(entry => entry.Key).ToListAsync(Cancel))));
        Assert.Equal(new ScanProgress(2, 0, 0), await world.Services.GetRequiredService<RescanPublic>().Progress(Cancel));
        Assert.NotEqual(document.Id, other.Id);
    }

    [Fact]
    public async Task A_word_of_another_body_gives_no_work_here()
    {
        await using var world = await Quick(provider);
        await world.Published(content: Wrong);
        await Rescan(world);
        var other = await world.Officer("gxj", Role.OfficeHead);

        await world.Do<SetCheckedWord>(set => set.Run(Word, "创新券管理", CheckedWordKind.Misspelling, onlyHint: false, isActive: true, other, null, Cancel));

        Assert.Equal(new ScanProgress(1, 0, 0), await world.Services.GetRequiredService<RescanPublic>().Progress(Cancel));
        Assert.Equal(0, await Rescan(world));
        Assert.Empty(await Findings(world));
    }

    [Fact]
    public async Task What_reviewers_had_before_them_is_no_new_finding()
    {
        await using var world = await Quick(provider);
        await SetWord(world, Word);
        await world.Published(content: Wrong);

        await Rescan(world);

        Assert.Empty(await Findings(world));
    }

    [Fact]
    public async Task What_may_stay_for_a_reason_does_not_come_back()
    {
        await using var world = await Quick(provider);
        await world.Published(content: Wrong);
        await SetWord(world, Word);
        await Rescan(world);
        var (found, publisher, clerk) = (Assert.Single(await Findings(world)), await world.Officer(Desk.Bureau, Role.Publisher), await world.Officer(Desk.Bureau, Role.CaseOfficer));

        await Assert.ThrowsAsync<NotAllowedException>(() => Accept(world, found, "是专名", clerk));
        Assert.Equal("reason", (await Assert.ThrowsAsync<RefusedException>(() => Accept(world, found, " ", publisher))).Field);
        await Accept(world, found, "是专名，原文如此", publisher);
        await Assert.ThrowsAsync<NotLawfulException>(() => Accept(world, found, "再说一次", publisher));
        await SetWord(world, "又一个错字");
        Assert.Equal(1, await Rescan(world));

        var kept = Assert.Single(await Findings(world));
        Assert.Equal((PublicFindingState.Accepted, "是专名，原文如此", publisher.Name), (kept.State, kept.Reason, kept.SettledByName));
    }

    [Fact]
    public async Task A_corrected_text_closes_its_finding_and_a_withdrawn_one_is_not_looked_at()
    {
        await using var world = await Quick(provider);
        var (document, withdrawn) = (await world.Published(content: Wrong), await world.Published(content: Wrong));
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(withdrawn.Id, "重复公开", publisher, null, Cancel));
        await SetWord(world, Word);
        await Rescan(world);
        Assert.Equal(document.Id, Assert.Single(await Findings(world)).Document);

        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id));
        await world.Publish(document.Id);
        Assert.Equal(1, await Rescan(world));

        Assert.Equal(PublicFindingState.Gone, Assert.Single(await Findings(world)).State);
    }

    [Fact]
    public async Task Whoever_is_stopped_goes_on_where_he_was()
    {
        await using var world = await Quick(provider);
        foreach (var i in Enumerable.Range(0, 6))
            await world.Published(content: Desk.Content($"第{i}号{Word}办法"));
        await SetWord(world, Word);
        using (var stop = new CancellationTokenSource())
        {
            var work = Slowly(world, stop.Token);
            await Until(async () => await world.Db(db => db.DocumentScans.CountAsync(Cancel)) >= 2);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        }

        var done = await world.Db(db => db.DocumentScans.CountAsync(Cancel));
        Assert.InRange(done, 2, 5);
        Assert.Equal(6 - done, await Rescan(world));
        Assert.Equal(6, (await Findings(world)).Select(found => found.Document).Distinct().Count());
    }

    [Fact]
    public async Task A_file_that_is_lost_stops_nobody()
    {
        await using var world = await Quick(provider);
        var broken = await world.Drafted();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var attachment = await world.Do<AttachFile, Attachment>(attach => attach.Run(broken.Id, "附件.txt", new MemoryStream("附件"u8.ToArray()), clerk, null, Cancel));
        await world.Signed(await world.Submitted(broken.Id));
        await world.Publish(broken.Id);
        await world.Published(content: Wrong);
        foreach (var file in Directory.EnumerateFiles(world.Folder.Path, $"{attachment.Shown.Value}*", SearchOption.AllDirectories))
            File.Delete(file);
        await SetWord(world, Word);

        Assert.Equal(2, await Rescan(world));

        Assert.Equal(new ScanProgress(2, 0, 1), await world.Services.GetRequiredService<RescanPublic>().Progress(Cancel));
        Assert.Single(await Findings(world));
    }

    private static Task<World> Quick(DatabaseProvider provider, int pause = 0) => Yunze.World(provider, ("Gongkai:Checks:RescanPause", $"{pause}"));

    private static Task<int> Rescan(World world) => world.Services.GetRequiredService<RescanPublic>().Run(Cancel);

    /// <summary>With a pause between documents that leaves time to stop in the middle.</summary>
    private static Task<int> Slowly(World world, CancellationToken cancel) => new RescanPublic(
        world.Services.GetRequiredService<IServiceScopeFactory>(), Microsoft.Extensions.Options.Options.Create(new CheckOptions { RescanPause = 300 }), world.Clock,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<RescanPublic>.Instance).Run(cancel);

    private static async Task Until(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Delay(20, Cancel);
    }

    private static async Task SetWord(World world, string wrong)
    {
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        await world.Do<SetCheckedWord>(set => set.Run(wrong, "创新券管理", CheckedWordKind.Misspelling, onlyHint: false, isActive: true, head, null, Cancel));
    }

    private static Task<PublicFinding> Accept(World world, PublicFinding finding, string reason, Officer by) => world.Do<AcceptFinding, PublicFinding>(accept => accept.Run(finding.Id, reason, by, Cancel));

    private static Task<List<PublicFinding>> Findings(World world) => world.Db(db => db.PublicFindings.AsNoTracking().OrderBy(finding => finding.Id).ToListAsync(Cancel));
}

public sealed class RescanOnSqliteTests() : RescanTests(DatabaseProvider.Sqlite);

public sealed class RescanOnPostgreSqlTests() : RescanTests(DatabaseProvider.PostgreSql);
