using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>人员的个人信息: telephones and log-ins lie sealed in tables and ledger, and go with the person's key.</summary>
public abstract class SealedFieldsTests(DatabaseProvider provider)
{
    private const string Phone = "0990-8127001";
    private const string Other = "0990-8127002";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_telephone_is_nowhere_in_the_clear_and_stays_as_it_was_where_nobody_changed_it()
    {
        await using var world = await Yunze.World(provider);
        var admin = await world.Officer("pingtai", Role.SystemAdmin);
        var id = await Appointed(world, admin, Phone);
        var first = await Stored(world, id);

        await Change(Phone);
        Assert.Equal(first, await Stored(world, id));
        await Change(Other);

        Assert.StartsWith("gk1.", await Stored(world, id), StringComparison.Ordinal);
        Assert.Equal(Other, await Revealed(world, id));
        Assert.DoesNotContain(await Details(world), body => body.Contains("0990-812700", StringComparison.Ordinal));
        Assert.Contains(await Details(world), body => body.Contains("\"phone\":[\"gk1.", StringComparison.Ordinal));
        await Change(null);
        Assert.Null(await Stored(world, id));

        Task Change(string? phone) => world.Do<ChangeOfficer>(change => change.Run(id, "祝宁安", null, "主任", phone, admin, null, Cancel));
    }

    [Fact]
    public async Task Telephones_of_before_are_sealed_once_with_an_entry_that_does_not_tell_them()
    {
        await using var world = await Yunze.World(provider);
        var admin = await world.Officer("pingtai", Role.SystemAdmin);
        var (one, two) = (await Appointed(world, admin, null), await Appointed(world, admin, Other));
        await world.Db(db => db.Database.ExecuteSqlAsync($"update officers set phone = {Phone} where id = {one.Value}", Cancel));

        var (first, second) = (await world.Do<SealPhones, int>(seal => seal.Run(Cancel)), await world.Do<SealPhones, int>(seal => seal.Run(Cancel)));

        Assert.Equal((1, 0), (first, second));
        Assert.Equal((Phone, Other), (await Revealed(world, one), await Revealed(world, two)));
        Assert.Equal(1, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == "officers.seal_phones", Cancel)));
        Assert.DoesNotContain(await Details(world), body => body.Contains(Phone, StringComparison.Ordinal));
        Assert.True((await world.Do<LedgerVerifier, Verification>(verifier => verifier.Run(head: null, Cancel))).Holds);
    }

    [Fact]
    public async Task Of_somebody_who_left_what_is_personal_is_erased_with_the_key_and_never_before()
    {
        await using var world = await Yunze.World(provider);
        var (admin, audit) = (await world.Officer("pingtai", Role.SystemAdmin), await world.Officer("pingtai", Role.AuditAdmin));
        var id = await Appointed(world, admin, Phone);
        var note = await world.Do<SignInNotes, string>(async notes => await notes.Of(null, "203.0.113.7", Cancel));
        Task Erase(string? reason, Officer by) => world.Do<EraseOfficer>(erase => erase.Run(id, reason, by, Cancel));

        await Assert.ThrowsAsync<RefusedException>(() => Erase("保存期满", audit));
        await world.Do<DismissOfficer>(dismiss => dismiss.Run(id, admin, null, Cancel));
        Assert.Equal("reason", (await Assert.ThrowsAsync<RefusedException>(() => Erase(" ", audit))).Field);
        await Assert.ThrowsAsync<NotAllowedException>(() => Erase("保存期满", admin));
        await Erase("保存期满", audit);

        Assert.Equal(FieldProtection.Erased, await Revealed(world, id));
        Assert.StartsWith("gk1.", note, StringComparison.Ordinal);

        // Whoever tries the old account is nobody we keep a key for.
        var tried = await world.In(async services =>
        {
            var (db, notes) = (services.Get<GongkaiDb>(), services.Get<SignInNotes>());
            var sealedText = await notes.Of(id, "zhu.ning-an", Cancel);
            services.Get<Ledger>().Record(Act.SignInFailed, admin, new Thing("account", "unknown"), new { login = sealedText });
            await db.SaveChangesAsync(Cancel);
            return sealedText;
        });
        Assert.NotEqual(id.Value, new Sealed(tried).Subject.Value);
        Assert.Equal("zhu.ning-an", await world.Do<FieldProtection, string>(protection => protection.Reveal(new Sealed(tried), Cancel)));
    }

    [Fact]
    public async Task A_key_whose_save_was_given_up_seals_nothing_that_is_kept()
    {
        await using var world = await Yunze.World(provider);
        var admin = await world.Officer("pingtai", Role.SystemAdmin);
        var subject = new SubjectId(Guid.NewGuid());

        var kept = await world.In(async services =>
        {
            var (db, protection) = (services.Get<GongkaiDb>(), services.Get<FieldProtection>());
            await protection.Seal(subject, "第一次", Cancel);
            db.ChangeTracker.Clear();
            var again = await protection.Seal(subject, "第二次", Cancel);
            services.Get<Ledger>().Record(Act.ReadPersonalData, admin, new Thing("note", "x"));
            await db.SaveChangesAsync(Cancel);
            return again;
        });

        Assert.Equal("第二次", await world.Do<FieldProtection, string>(protection => protection.Reveal(kept, Cancel)));
    }

    private static async Task<OfficerId> Appointed(World world, Officer by, string? phone)
    {
        var body = await world.Body("kjj");
        return (await world.Do<AppointOfficer, Officer>(appoint => appoint.Run(new NewOfficer(body, "祝宁安", null, "主任", phone, new DateOnly(2024, 1, 2)), by, Cancel))).Id;
    }

    private static Task<string?> Stored(World world, OfficerId id) => world.Db(async db => (await db.Officers.AsNoTracking().SingleAsync(officer => officer.Id == id, Cancel)).Phone?.Value);

    private static async Task<string> Revealed(World world, OfficerId id) => await world.Do<FieldProtection, string>(async protection => await protection.Reveal(new Sealed((await Stored(world, id))!), Cancel));

    private static Task<List<string>> Details(World world) => world.Db(db => db.LedgerDetails.Select(details => details.Body).ToListAsync(Cancel));
}

internal static class Services
{
    public static T Get<T>(this IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;
}

public sealed class SealedFieldsOnSqliteTests() : SealedFieldsTests(DatabaseProvider.Sqlite);

public sealed class SealedFieldsOnPostgreSqlTests() : SealedFieldsTests(DatabaseProvider.PostgreSql);
