using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>台账导出: the file proves the chain by itself.</summary>
public abstract class LedgerFileTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_export_holds_ends_with_its_own_entry_and_verifies_without_the_database(bool withDetails)
    {
        await using var world = await Notes.World(provider);
        await world.Write("“引号”与\n换行，以及𠮷");
        var (export, found) = await Export(world, withDetails);

        var offline = await Verify(export);

        Assert.True(offline.Holds, offline.FirstBroken?.What);
        Assert.Equal((2, found.Head), (offline.Entries, offline.Head));
        Assert.Contains("\"act\":\"ledger.export\"", export[^2], StringComparison.Ordinal);
        Assert.Equal(withDetails, string.Concat(export).Contains("以及", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_field_of_every_line_is_covered()
    {
        await using var world = await Notes.World(provider);
        for (var i = 0; i < 3; i++)
            await world.Write($"第{i}条");
        var (export, _) = await Export(world, withDetails: true);

        foreach (var field in JsonNode.Parse(export[2])!.AsObject().Select(property => property.Key))
        {
            var line = JsonNode.Parse(export[2])!.AsObject();
            line[field] = field switch
            {
                "number" => 9,
                "at" => "2026-03-02T01:00:00.000001Z",
                "algorithm" => "sha512",
                _ => OneOff(line[field]!.GetValue<string>()),
            };
            var found = await Verify([.. export[..2], line.ToJsonString(), .. export[3..]]);
            Assert.Equal((field, (long?)2), (field, found.FirstBroken?.Number));
        }
    }

    [Fact]
    public async Task Lines_left_out_doubled_or_cut_off_are_noticed()
    {
        await using var world = await Notes.World(provider);
        for (var i = 0; i < 4; i++)
            await world.Write($"第{i}条");
        var (export, _) = await Export(world, withDetails: false);

        Assert.Equal((2L, LinkFault.Missing), Fault(await Verify([.. export[..2], .. export[3..]])));
        Assert.Equal((2L, LinkFault.WrongOrder), Fault(await Verify([.. export[..3], .. export[2..]])));
        Assert.Equal((5L, LinkFault.Missing), Fault(await Verify([.. export[..^2], export[^1]])));
        await Assert.ThrowsAsync<FormatException>(() => Verify(export[..^1]));
        await Assert.ThrowsAsync<FormatException>(() => Verify(["{}"]));
        await Assert.ThrowsAsync<FormatException>(() => Verify(["不是JSON"]));
        await Assert.ThrowsAsync<FormatException>(() => Verify([export[0], "[1]"]));
        await Assert.ThrowsAsync<FormatException>(() => Verify([]));
    }

    [Fact]
    public async Task What_is_personal_leaves_only_encrypted()
    {
        await using var world = await Notes.World(provider);
        await world.In(async services =>
        {
            var (db, protection) = (services.GetRequiredService<GongkaiDb>(), services.GetRequiredService<FieldProtection>());
            var note = new Note { Id = new NoteId(Guid.CreateVersion7()), Text = "登记" };
            db.Add(note);
            var phone = await protection.Seal(new SubjectId(Guid.CreateVersion7()), "13800138000", Cancel);
            services.GetRequiredService<Ledger>().Record(Notes.WriteNote, Notes.Clerk, note, new { phone = phone.Value });
            await db.SaveChangesAsync(Cancel);
        });
        var key = Convert.ToHexStringLower((await world.Db(db => db.Set<SubjectKey>().Select(k => k.Wrapped).SingleAsync(Cancel)))!);

        var text = string.Concat((await Export(world, withDetails: true)).Lines);

        Assert.Contains("gk1.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
    }

    private static string OneOff(string text) => text.Length > 0 ? text[..^1] + (text[^1] == '0' ? '1' : '0') : "0";

    private static (long, LinkFault) Fault(Verification found) => (found.FirstBroken!.Number, found.FirstBroken.Fault);

    private static Task<Verification> Verify(string[] lines) => LedgerFile.Verify(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))), head: null, Cancel);

    private static async Task<(string[] Lines, Verification Found)> Export(World world, bool withDetails)
    {
        using var file = new MemoryStream();
        var found = await world.In(services => services.GetRequiredService<LedgerExport>().Run(file, withDetails, Notes.Clerk, head: null, Cancel));
        return (Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), found);
    }
}

public sealed class LedgerFileOnSqliteTests() : LedgerFileTests(DatabaseProvider.Sqlite);

public sealed class LedgerFileOnPostgreSqlTests() : LedgerFileTests(DatabaseProvider.PostgreSql);
