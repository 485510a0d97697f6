using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Publishing;
using Gongkai.Search;
using Gongkai.Search.Feeding;
using Gongkai.Search.Index;
using Gongkai.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Search;

/// <summary>索引坏了: deleted, cut off, with a flipped bit, or of another record: it is noticed, built anew, and never answers wrong.</summary>
public sealed class BadDaysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("deleted")]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("garbage")]
    [InlineData("no sums")]
    public async Task A_damaged_file_is_noticed_at_the_next_start(string damage)
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Published();
        var path = await IndexedOnce(world);

        Damage(path, damage);
        using var index = new SearchIndex(world.Folder, Microsoft.Extensions.Logging.Abstractions.NullLogger<SearchIndex>.Instance);
        using var follower = Follower(world, index);
        await follower.CatchUp(Cancel);

        Assert.Equal(1, index.Answer(Query("科技创新券")).Total);
    }

    [Fact]
    public async Task Every_flipped_bit_is_noticed()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Published();
        var path = await IndexedOnce(world);
        var (whole, random) = (await File.ReadAllBytesAsync(path, Cancel), new Random(7));
        Assert.True(PageSums.Agree(path));

        for (var turn = 0; turn < 2000; turn++)
        {
            var at = random.Next(whole.Length);
            var flipped = (byte)(1 << random.Next(8));
            await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Position = at;
                file.WriteByte((byte)(whole[at] ^ flipped));
            }

            Assert.False(PageSums.Agree(path), $"bit {flipped} of byte {at}");
            await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Position = at;
                file.WriteByte(whole[at]);
            }
        }

        Assert.True(PageSums.Agree(path));
    }

    [Fact]
    public async Task The_old_index_answers_while_a_new_one_is_built_and_follows_meanwhile()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Published();
        await SearchTests.Follow(world);
        var (follower, index) = (world.Services.GetRequiredService<Follower>(), world.Services.GetRequiredService<SearchIndex>());
        var before = index.Current!.Number;
        SearchAnswer? during = null;
        follower.BeforeSwap = async () =>
        {
            during = await SearchTests.Find(world, "科技创新券");
        };

        follower.Build(Cancel);
        await world.Published();
        await follower.CatchUp(Cancel);
        var after = await SearchTests.Find(world, "科技创新券");

        Assert.True(during is { IsRebuilding: true, Total: >= 1 });
        Assert.Equal((2, false, before + 1), (after.Total, after.IsRebuilding, index.Current!.Number));
        Assert.Single(index.Files.Numbers());
    }

    [Fact]
    public async Task An_index_that_is_deleted_under_the_site_comes_back()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Published();
        await SearchTests.Follow(world);
        foreach (var file in Directory.EnumerateFiles(world.Folder.At("search"), "index-*"))
            File.Delete(file);

        await SearchTests.Follow(world);

        Assert.Equal(1, (await SearchTests.Find(world, "科技创新券")).Total);
        Assert.Single(world.Services.GetRequiredService<SearchIndex>().Files.Numbers());
    }

    [Fact]
    public async Task An_index_overwritten_while_it_is_used_says_so_and_comes_back()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Published();
        await SearchTests.Follow(world);
        var (follower, index) = (world.Services.GetRequiredService<Follower>(), world.Services.GetRequiredService<SearchIndex>());
        var path = index.Files.PathOf(index.Current!.Number);
        await File.WriteAllBytesAsync(path, new byte[new FileInfo(path).Length], Cancel);

        follower.Prove();
        await Assert.ThrowsAsync<IndexMissingException>(() => SearchTests.Find(world, "科技创新券"));
        await follower.CatchUp(Cancel);

        Assert.Equal(1, (await SearchTests.Find(world, "科技创新券")).Total);
    }

    [Fact]
    public async Task The_index_of_another_record_is_not_used()
    {
        await using var first = await Yunze.World(DatabaseProvider.Sqlite);
        await using var second = await Yunze.World(DatabaseProvider.Sqlite);
        await first.Published();
        var path = await IndexedOnce(first);
        var copy = second.Folder.At("search", Path.GetFileName(path));
        Directory.CreateDirectory(second.Folder.At("search"));
        File.Copy(path, copy);
        File.Copy(path + PageSums.Suffix, copy + PageSums.Suffix);

        await SearchTests.Follow(second);

        Assert.Equal(0, (await SearchTests.Find(second, "科技创新券", SearchMatch.All)).Total);
    }

    [Fact]
    public async Task What_changed_since_the_last_start_is_followed_and_the_sums_go_with_it()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Published();
        await SearchTests.Follow(world);
        var index = world.Services.GetRequiredService<SearchIndex>();
        var number = index.Current!.Number;
        for (var turn = 0; turn < 3; turn++)
        {
            await world.Published();
            await SearchTests.Follow(world);
            Assert.True(PageSums.Agree(index.Files.PathOf(number)));
        }

        Assert.Equal((4, number), ((await SearchTests.Find(world, "科技创新券")).Total, index.Current!.Number));
    }

    private static async Task<string> IndexedOnce(World world)
    {
        using var index = new SearchIndex(world.Folder, Microsoft.Extensions.Logging.Abstractions.NullLogger<SearchIndex>.Instance);
        using var follower = Follower(world, index);
        await follower.CatchUp(Cancel);
        Assert.Equal(1, index.Answer(Query("科技创新券")).Total);
        return index.Files.PathOf(index.Current!.Number);
    }

    private static Follower Follower(World world, SearchIndex index) => new(index, world.Services.GetRequiredService<IServiceScopeFactory>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<Follower>.Instance);

    private static IndexQuery Query(string word) => new() { Words = [new WantedWord(word)], Today = new(2026, 3, 2) };

    private static void Damage(string path, string how)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            if (how == "empty")
                file.SetLength(0);
            else if (how == "cut")
                file.SetLength(file.Length / 2);
            else if (how == "garbage")
                file.Write(new byte[4096]);
        }

        if (how == "deleted")
            File.Delete(path);
        if (how == "no sums")
            File.Delete(path + PageSums.Suffix);
    }
}
