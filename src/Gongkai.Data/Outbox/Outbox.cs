using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>发件箱: what an operation wants done after its commit. Committed with the change, or not at all.</summary>
public sealed class Outbox(GongkaiDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static long s_placeholders;

    /// <summary>Adds a message to the next save.</summary>
    public void Add<T>(string topic, string about, T body)
    {
        var now = clock.GetUtcNow();
        db.Add(new OutboxMessage
        {
            Number = Interlocked.Decrement(ref s_placeholders),
            Topic = topic,
            About = about,
            Body = JsonSerializer.Serialize(body, s_json),
            CreatedAt = now,
            DueAt = now,
        });
    }

    public Task<List<OutboxMessage>> DeadLetters(CancellationToken cancel) =>
        db.Set<OutboxMessage>().AsNoTracking().Where(message => message.State == OutboxState.Dead).OrderBy(message => message.Number).ToListAsync(cancel);

    /// <summary>重新投递: a dead letter is tried again from now on.</summary>
    public Task<int> Revive(long number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<OutboxMessage>().Where(message => message.Number == number && message.State == OutboxState.Dead)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Waiting).SetProperty(m => m.Attempts, 0).SetProperty(m => m.DueAt, now), cancel);
    }

    /// <summary>重新投递 with the next save, so that whoever does it is written down with it.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public async Task<bool> ReviveWithSave(long number, string topic, string aboutStart, CancellationToken cancel)
    {
        if (await db.Set<OutboxMessage>().SingleOrDefaultAsync(message => message.Number == number && message.State == OutboxState.Dead && message.Topic == topic && message.About.StartsWith(aboutStart), cancel) is not { } message)
            return false;
        (message.State, message.Attempts, message.DueAt) = (OutboxState.Waiting, 0, clock.GetUtcNow());
        return true;
    }

    /// <summary>Forgets what was delivered long ago; the last number stays, so that none is given twice.</summary>
    public Task<int> CleanUp(TimeSpan keep, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - keep;
        return db.Set<OutboxMessage>()
            .Where(message => message.State == OutboxState.Delivered && message.CreatedAt < before && message.Number < db.Set<OutboxMessage>().Max(last => last.Number))
            .ExecuteDeleteAsync(cancel);
    }
}

/// <summary>Numbers in the order of commits: given inside the transaction, under the write lock.</summary>
internal static class OutboxNumbers
{
    public static async Task Assign(GongkaiDb db, CancellationToken cancel)
    {
        // Placeholders fall, so the first that was added is the greatest.
        var added = db.ChangeTracker.Entries<OutboxMessage>().Where(message => message.State == EntityState.Added).Select(message => message.Entity).ToList();
        if (added.Count == 0)
            return;
        var fresh = added.Where(message => message.Number < 0).OrderByDescending(message => message.Number);
        var tried = added.Where(message => message.Number > 0).OrderBy(message => message.Number);
        var number = await db.Set<OutboxMessage>().MaxAsync(message => (long?)message.Number, cancel) ?? 0;
        foreach (var message in tried.Concat(fresh).ToList())
            message.Number = ++number;
    }
}
