using System.Text;
using Gongkai.Data;
using Gongkai.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Tests.Files;

/// <summary>文件库.</summary>
public sealed class FileStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_content_is_kept_once_under_its_hash_and_comes_back()
    {
        await using var world = await Shelf.World(DatabaseProvider.Sqlite);
        var files = world.Services.GetRequiredService<IFileStore>();

        var first = await Keep(files, "政府信息");
        var second = await Keep(files, "政府信息");

        Assert.Equal(first, second);
        Assert.Equal(12, first.Length);
        Assert.True(await files.IsIntact(first.Hash, Cancel));
        using var text = new StreamReader(files.Open(first.Hash));
        Assert.Equal("政府信息", await text.ReadToEndAsync(Cancel));
        Assert.Single(Stored(world));
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_and_nothing_of_it_stays()
    {
        await using var world = await Shelf.World(DatabaseProvider.Sqlite);

        await Assert.ThrowsAsync<FileTooLargeException>(() => world.Services.GetRequiredService<IFileStore>().Keep(new MemoryStream(new byte[101]), 100, Cancel));

        Assert.Empty(Stored(world));
    }

    [Fact]
    public async Task Many_who_keep_the_same_content_at_once_get_one_file()
    {
        await using var world = await Shelf.World(DatabaseProvider.Sqlite);
        var files = world.Services.GetRequiredService<IFileStore>();

        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Keep(files, new string('公', 100_000)), Cancel)));

        Assert.Single(kept.Distinct());
        Assert.Single(Stored(world));
    }

    [Fact]
    public async Task A_damaged_file_is_noticed()
    {
        await using var world = await Shelf.World(DatabaseProvider.Sqlite);
        var files = world.Services.GetRequiredService<IFileStore>();
        var kept = await Keep(files, "原文");
        await File.WriteAllTextAsync(Stored(world).Single(), "改文", Cancel);

        Assert.False(await files.IsIntact(kept.Hash, Cancel));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_name_that_is_no_hash_is_none(string name) => Assert.Throws<FormatException>(() => new FileHash(name));

    [Fact]
    public async Task Clean_up_removes_what_is_old_and_belongs_to_nothing_and_leaves_everything_else()
    {
        await using var world = await Shelf.World(DatabaseProvider.Sqlite);
        var files = world.Services.GetRequiredService<IFileStore>();
        var used = (await Keep(files, "有主")).Hash;
        var orphan = (await Keep(files, "无主")).Hash;
        var again = (await Keep(files, "又上传一次")).Hash;
        await File.WriteAllTextAsync(world.Folder.At("files", "incoming", "half"), "半个文件", Cancel);
        File.SetLastWriteTimeUtc(world.Folder.At("files", "incoming", "half"), world.Clock.GetUtcNow().UtcDateTime);
        await world.Db(db =>
        {
            var box = Box.New();
            box.Picture = used;
            db.Add(box);
            return db.SaveRecorded();
        });
        world.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await CleanUp(world));
        await Keep(files, "又上传一次");
        world.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await CleanUp(world));

        Assert.Equal((true, false, true), (files.Has(used), files.Has(orphan), files.Has(again)));
        Assert.Empty(Directory.GetFiles(world.Folder.At("files", "incoming")));
    }

    [Fact]
    public async Task A_file_kept_again_while_it_is_being_removed_stays()
    {
        await using var world = await Shelf.World(DatabaseProvider.Sqlite);
        var files = world.Services.GetRequiredService<IFileStore>();
        var kept = (await Keep(files, "刚刚又用到")).Hash;

        Assert.False(files.Remove(kept, unlessKeptAfter: world.Clock.GetUtcNow() - TimeSpan.FromHours(1)));

        Assert.True(await files.IsIntact(kept, Cancel));
    }

    private static Task<StoredFile> Keep(IFileStore files, string text) => files.Keep(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1 << 20, Cancel);

    private static Task<int> CleanUp(World world) => world.In(services => services.GetRequiredService<FileCleanUp>().Run(Cancel));

    private static string[] Stored(World world) => Directory.GetFiles(world.Folder.At("files"), "*", SearchOption.AllDirectories);
}
