using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>变化: what happened to a public document on a day, in the words of its public history.</summary>
/// <param name="On">The day it was done, or the day it came to its end.</param>
/// <param name="What">新公开、迁入本平台、修订、废止、失效.</param>
/// <param name="Reason">Public, as it stands on the document's page.</param>
public sealed record FoundChange(DateOnly On, string What, string? Reason)
{
    public const string New = "新公开";

    /// <summary>2026年3月5日修订：更正第一条.</summary>
    public string Told => $"{On:yyyy年M月d日}{What}{(Reason is null ? "" : $"：{Reason}")}";
}

/// <summary>变化的读取: for the documents of a page, from the record.</summary>
internal static class FoundChanges
{
    public static async Task<ILookup<Guid, FoundChange>> Of(GongkaiDb db, IReadOnlyList<DocumentId> ids, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        string[] told = [Procedure.MoveIn.Id, Procedure.Publish.Id, Procedure.Repeal.Id, Procedure.Expire.Id];
        var steps = await db.Documents.AsNoTracking().Readable.Where(document => ids.Contains(document.Id))
            .SelectMany(document => document.History.Where(taken => told.Contains(taken.Step)), (document, taken) => new { document.Id, taken.Number, taken.Step, taken.On, taken.Effective, taken.Reason }).ToListAsync(cancel);
        var ends = await db.Documents.AsNoTracking().Readable.Where(document => ids.Contains(document.Id) && (document.Kind == DocumentKind.Rules || document.Kind == DocumentKind.NormativeDocument))
            .SelectMany(document => document.Versions.Where(version => version.Number == document.ShownVersion), (document, version) => new { document.Id, version.ExpiresOn }).ToListAsync(cancel);
        List<(Guid Id, FoundChange Change)> changes = [];
        foreach (var document in steps.GroupBy(taken => taken.Id))
        {
            var isFirst = true;
            foreach (var taken in document.OrderBy(taken => taken.Number))
            {
                if (taken.Step == Procedure.Publish.Id)
                {
                    var what = !isFirst ? "修订" : document.Any(one => one.Step == Procedure.MoveIn.Id) ? "迁入本平台" : FoundChange.New;
                    changes.Add((document.Key.Value, new FoundChange(taken.On, what, isFirst ? null : taken.Reason)));
                    isFirst = false;
                }
                else if (taken.Step != Procedure.MoveIn.Id)
                {
                    var what = taken.Step == Procedure.Repeal.Id ? "废止" : "失效";
                    var isAhead = taken.Effective > taken.On;
                    changes.Add((document.Key.Value, new FoundChange(taken.On, isAhead ? $"宣布自{taken.Effective:yyyy年M月d日}起{what}" : what, taken.Reason)));
                    if (isAhead)
                        changes.Add((document.Key.Value, new FoundChange(taken.Effective!.Value, what, taken.Reason)));
                }
            }
        }

        changes.AddRange(from end in ends where end.ExpiresOn is not null select (end.Id.Value, new FoundChange(end.ExpiresOn!.Value.AddDays(1), "有效期届满失效", null)));
        return changes.Where(one => one.Change.On >= from && one.Change.On <= to).OrderBy(one => one.Change.On).ToLookup(one => one.Id, one => one.Change);
    }
}
