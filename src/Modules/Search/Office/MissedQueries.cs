using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gongkai.Data;
using Gongkai.Law.PersonalData;
using Gongkai.Search.Folding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search;

/// <summary>记下无结果的检索: gathered in memory and written now and then, so that a flood of them costs a row or two; numbers of people are masked before anything is kept.</summary>
internal sealed partial class MissedQueries(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostWaiting = 500;
    private const int MostKept = 5000;
    private const int Longest = 60;

    private readonly ConcurrentDictionary<string, int> _waiting = new(StringComparer.Ordinal);

    public void Add(string plain)
    {
        var text = Masked(plain);
        if (text.Length == 0 || (_waiting.Count >= MostWaiting && !_waiting.ContainsKey(text)))
            return;
        _waiting.AddOrUpdate(text, 1, (_, count) => count + 1);
    }

    /// <summary>Digits that could be somebody's number, of whatever kind, are not kept.</summary>
    internal static string Masked(string plain)
    {
        var folded = Fold.Of(plain);
        var masked = Numbers().Replace(folded, match =>
        {
            var number = string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit));
            return CitizenNumber.IsValid(number) || BankCard.HasCheckDigit(string.Concat(number.Where(char.IsAsciiDigit))) || number.Length is >= 7 ? "***" : match.Value;
        });
        masked = Addresses().Replace(masked, "***");
        return masked.Length <= Longest ? masked : masked[..(char.IsHighSurrogate(masked[Longest - 1]) ? Longest - 1 : Longest)];
    }

    public async Task Write(CancellationToken cancel)
    {
        if (_waiting.IsEmpty)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        foreach (var text in _waiting.Keys.ToList())
        {
            if (!_waiting.TryRemove(text, out var count))
                continue;
            var missed = await db.MissedQueries.SingleOrDefaultAsync(one => one.Text == text, cancel);
            if (missed is null)
                db.Add(missed = new MissedQuery(text));
            (missed.Count, missed.LastAt) = (missed.Count + count, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        var old = await db.MissedQueries.OrderByDescending(one => one.LastAt).Skip(MostKept).ToListAsync(cancel);
        db.RemoveRange(old);
        await db.SaveChangesAsync(cancel);
    }

    [GeneratedRegex("[0-9][0-9 -]{5,28}[0-9x]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("[a-z0-9._%+-]+@[a-z0-9.-]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses();
}
