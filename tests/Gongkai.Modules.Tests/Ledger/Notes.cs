using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>A module as small as one can be: notes, and the act of writing one.</summary>
internal static class Notes
{
    public static readonly Act WriteNote = new("test.write_note", "记事");
    public static readonly Actor Clerk = new("o-1", "张三", "b-1", "云泽市档案局");

    public static Task<World> World(DatabaseProvider provider, params (string, string)[] settings) => WithTable(Gongkai.Testing.World.Ready(provider, Add, settings));

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddLedger(configuration);
        services.AddTables<NoteTables>();
        services.AddActs(WriteNote);
    }

    /// <summary>Writes a note and its entry.</summary>
    public static Task<Note> Write(this World world, string text, Actor? by = null) => world.In(async services =>
    {
        var db = services.GetRequiredService<GongkaiDb>();
        var note = new Note { Id = new NoteId(world.Services.GetRequiredService<TimeProvider>().NewGuid()), Text = text };
        db.Add(note);
        services.GetRequiredService<Ledger>().Record(WriteNote, by ?? Clerk, note);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return note;
    });

    public static Task<Verification> Verify(this World world, byte[]? head = null) =>
        world.In(services => services.GetRequiredService<LedgerVerifier>().Run(head, TestContext.Current.CancellationToken));

    /// <summary>The table of notes is none of the product's migrations.</summary>
    public static async Task<World> WithTable(Task<World> ready)
    {
        var world = await ready;
        await world.Db(db => db.Database.ExecuteSqlRawAsync(db.IsPostgreSql
            ? "create table notes (id uuid primary key, text text not null, version bigint not null)"
            : "create table notes (id text primary key, text text not null, version integer not null)"));
        return world;
    }

    private sealed class NoteTables : ITables
    {
        public void Map(ModelBuilder model)
        {
            var note = model.Entity<Note>();
            note.ToTable("notes").HasKey(n => n.Id);
            note.Property<uint>("Version").IsConcurrencyToken();
        }
    }
}

internal readonly record struct NoteId(Guid Value) : ITypedId;

internal sealed class Note : IRecordable
{
    public required NoteId Id { get; init; }
    public required string Text { get; set; }
    public string Kind => "note";
    public string Key => $"{Id.Value}";
}
