using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>一批索引号: those that a batch brings along and those it is given, none of them twice; read under the write lock.</summary>
internal sealed class IndexNumbers
{
    private readonly IndexRule _rule;
    private readonly HashSet<string> _used;
    private readonly DateOnly _today;

    private IndexNumbers(IndexRule rule, HashSet<string> used, DateOnly today) => (_rule, _used, _today) = (rule, used, today);

    public static async Task<IndexNumbers> Of(GongkaiDb db, BodyId body, IEnumerable<string?> brought, DateOnly today, CancellationToken cancel)
    {
        List<string?> wanted = [.. brought.OfType<string>().Distinct(StringComparer.Ordinal)];
        var used = wanted.Count == 0 ? [] : await db.Documents.Where(document => wanted.Contains(document.IndexNumber)).Select(document => document.IndexNumber!).ToListAsync(cancel);
        var rule = await db.RuleOf(body, cancel);
        return new IndexNumbers(rule, new HashSet<string>(used, StringComparer.Ordinal), today);
    }

    /// <summary>The number that was brought along; null when another document has it.</summary>
    public string? Claim(string? brought)
    {
        if (brought is null || brought.Length > 100 || !_used.Add(brought))
            return null;
        _rule.Know(brought);
        return brought;
    }

    /// <summary>The next of the body's own.</summary>
    public string Next()
    {
        while (true)
        {
            // One that was brought along by the same batch is not given again.
            if (_rule.Next(_today) is var number && _used.Add(number))
                return number;
        }
    }
}
