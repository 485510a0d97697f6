using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>规章、规范性文件台账的读取: every issued rule and normative document of a body, by its dates alone; no text is opened.</summary>
public sealed class RegisterReader(GongkaiDb db)
{
    /// <summary>The oldest first; what has no day of its making stands at the end.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> Of(BodyId body, CancellationToken cancel)
    {
        var states = RegisterEntry.Issued.ToList();
        string[] telling = [Procedure.Publish.Id, Procedure.Withdraw.Id, Procedure.Repeal.Id, Procedure.Expire.Id];
        var documents = db.Documents.AsNoTracking().Where(document => document.Body == body && (document.Kind == DocumentKind.Rules || document.Kind == DocumentKind.NormativeDocument) && states.Contains(document.State));
        var rows = await documents.Select(document => new
        {
            document.Id,
            document.Kind,
            document.IndexNumber,
            document.PublishedOn,
            Steps = document.History.Where(taken => telling.Contains(taken.Step)).OrderBy(taken => taken.Number).Select(taken => new { taken.Number, taken.Step, taken.On, taken.Effective }).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);

        // What is read of it: the version that was shown last, else the last one.
        var texts = await (from document in documents
                           from version in document.Versions
                           where version.Number == (document.ShownVersion ?? document.Versions.Max(one => one.Number))
                           select new { document.Id, version.Title, version.DocumentNumber, version.CreatedOn, version.EffectiveOn, version.ExpiresOn }).ToDictionaryAsync(text => text.Id, cancel);
        return
        [
            .. from row in rows
               let text = texts.GetValueOrDefault(row.Id)
               where text is not null
               let dates = new DocumentContent { CreatedOn = text.CreatedOn, EffectiveOn = text.EffectiveOn, ExpiresOn = text.ExpiresOn }
               let steps = row.Steps.ConvertAll(taken => new StepTaken(taken.Number, taken.Step) { On = taken.On, Effective = taken.Effective, At = default, OfficerName = "" })
               let entry = RegisterEntry.Of(row.Kind, row.PublishedOn, dates, steps) with { Id = row.Id, Title = text.Title, IndexNumber = row.IndexNumber, DocumentNumber = text.DocumentNumber }
               orderby entry.MadeOn ?? DateOnly.MaxValue, entry.Id.Value
               select entry,
        ];
    }
}
