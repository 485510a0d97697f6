using System.Security.Cryptography;
using System.Text;
using Gongkai.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Tests.Protection;

/// <summary>个人信息加密.</summary>
public abstract class ProtectionTests(DatabaseProvider provider)
{
    private const string Phone = "13800138000";

    private static readonly SubjectId s_person = new(Guid.Parse("019c0000-0000-7000-8000-000000000001"));
    private static readonly SubjectId s_other = new(Guid.Parse("019c0000-0000-7000-8000-000000000101"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_field_comes_back_and_is_nowhere_in_the_data_folder_in_clear()
    {
        await using var world = await Shelf.World(provider);
        var stored = await Keep(world, s_person, Phone);

        Assert.Equal(Phone, await Reveal(world, stored));
        Assert.Equal(s_person, stored.Subject);
        Assert.DoesNotContain(Phone, $"{stored}{stored.Value}", StringComparison.Ordinal);
        await world.Db(db => db.Database.ExecuteSqlRawAsync(db.IsPostgreSql ? "checkpoint" : "pragma wal_checkpoint"));
        Assert.All(Directory.GetFiles(world.Folder.Path, "*", SearchOption.AllDirectories), file => Assert.Equal(-1, Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Phone))));
    }

    [Fact]
    public async Task An_erased_person_reads_as_erased_and_others_stay()
    {
        await using var world = await Shelf.World(provider);
        var (one, other) = (await Keep(world, s_person, Phone), await Keep(world, s_other, "13900139000"));
        var key = await world.Db(db => db.Set<SubjectKey>().Where(k => k.Id == s_person).Select(k => k.Wrapped).SingleAsync(Cancel));

        await world.In(async services =>
        {
            var protection = services.GetRequiredService<FieldProtection>();
            await protection.Erase(s_person, Cancel);
            await services.GetRequiredService<GongkaiDb>().SaveRecorded();
            await protection.Purge(Cancel);
            Assert.Equal("已删除", await protection.Reveal(one, Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => protection.Seal(s_person, "又来", Cancel));
        });

        Assert.Equal(["已删除", "13900139000"], await world.In(services => services.GetRequiredService<FieldProtection>().Reveal([one, other], Cancel)));
        Assert.All(Directory.GetFiles(world.Folder.Path, "gongkai.db*"), file => Assert.Equal(-1, Bytes(file).AsSpan().IndexOf(key)));
    }

    [Fact]
    public async Task Erasing_must_be_recorded()
    {
        await using var world = await Shelf.World(provider);
        await Keep(world, s_person, Phone);

        await world.In(async services =>
        {
            await services.GetRequiredService<FieldProtection>().Erase(s_person, Cancel);
            await Assert.ThrowsAsync<UnrecordedChangeException>(() => services.GetRequiredService<GongkaiDb>().SaveChangesAsync(Cancel));
        });
    }

    [Fact]
    public async Task A_field_moved_to_another_person_or_changed_does_not_open()
    {
        await using var world = await Shelf.World(provider);
        var (one, other) = (await Keep(world, s_person, Phone), await Keep(world, s_other, "13900139000"));
        // The name of a person takes the first 21 characters and a third; the two end alike.
        var moved = other.Value[..(4 + 21)] + one.Value[(4 + 21)..];
        var changed = one.Value[..^2] + (one.Value[^2] == 'A' ? 'B' : 'A') + one.Value[^1];

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Reveal(world, new Sealed(moved)));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Reveal(world, new Sealed(changed)));
        await Assert.ThrowsAsync<FormatException>(() => Reveal(world, new Sealed("明文")));
    }

    [Fact]
    public async Task After_a_new_master_key_everything_opens_and_keys_move_to_it()
    {
        await using var world = await Shelf.World(provider);
        var before = await Keep(world, s_person, Phone);
        var masters = world.Services.GetRequiredService<MasterKeys>();

        var current = masters.Rotate();
        var after = await Keep(world, s_other, "13900139000");

        Assert.Equal(1, await world.In(services => services.GetRequiredService<FieldProtection>().Rewrap(10, Cancel)));
        Assert.Equal(0, await world.In(services => services.GetRequiredService<FieldProtection>().Rewrap(10, Cancel)));
        Assert.All(await world.Db(db => db.Set<SubjectKey>().Select(k => k.MasterKey).ToListAsync(Cancel)), key => Assert.Equal(current, key));
        Assert.Equal(Phone, await Reveal(world, before));
        Assert.Equal("13900139000", await Reveal(world, after));
    }

    [Fact]
    public async Task The_key_file_is_for_its_owner_only_and_another_one_does_not_open_anything()
    {
        await using var world = await Shelf.World(provider);
        var stored = await Keep(world, s_person, Phone);
        var path = world.Folder.At("keys", "master.keys");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.Delete(path);

        var stranger = ActivatorUtilities.CreateInstance<MasterKeys>(world.Services);
        var problem = await Assert.ThrowsAsync<CryptographicException>(() => world.In(services => ActivatorUtilities.CreateInstance<FieldProtection>(services, stranger).Reveal(stored, Cancel)));

        Assert.Contains("缺少主密钥", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Master_keys_may_come_from_a_setting()
    {
        await using var world = await Shelf.World(provider, null, ("Gongkai:Protection:MasterKeys:0", $"k1:{Convert.ToBase64String(new byte[32])}"));

        Assert.Equal(Phone, await Reveal(world, await Keep(world, s_person, Phone)));
        Assert.False(Directory.Exists(world.Folder.At("keys")));
        Assert.Throws<InvalidOperationException>(() => world.Services.GetRequiredService<MasterKeys>().Rotate());
    }

    private static Task<Sealed> Keep(World world, SubjectId subject, string text) => world.In(async services =>
    {
        var box = Box.New();
        var stored = await services.GetRequiredService<FieldProtection>().Seal(subject, text, Cancel);
        box.Owner = stored;
        var db = services.GetRequiredService<GongkaiDb>();
        db.Add(box);
        await db.SaveRecorded();
        return await db.Set<Box>().Where(b => b.Id == box.Id).Select(b => b.Owner!.Value).SingleAsync(Cancel);
    });

    private static Task<string> Reveal(World world, Sealed field) => world.In(services => services.GetRequiredService<FieldProtection>().Reveal(field, Cancel));

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}

public sealed class ProtectionOnSqliteTests() : ProtectionTests(DatabaseProvider.Sqlite);

public sealed class ProtectionOnPostgreSqlTests() : ProtectionTests(DatabaseProvider.PostgreSql);
