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
        string[] telling = [Procedure.Withdraw.Id, Procedure.Repeal.Id, Procedure.Expire.Id];
        var rows = await db.Documents.AsNoTracking()
            .Where(document => document.Body == body && (document.Kind == DocumentKind.Rules || document.Kind == DocumentKind.NormativeDocument) && states.Contains(document.State))
            .Select(document => new
            {
                document.Id,
                document.Kind,
                document.State,
                document.IndexNumber,
                document.PublishedOn,
                Text = document.Versions.Where(version => document.ShownVersion == null || version.Number == document.ShownVersion).OrderByDescending(version => version.Number)
                    .Select(version => new { version.Title, version.DocumentNumber, version.CreatedOn, version.EffectiveOn, version.ExpiresOn }).First(),
                Steps = document.History.Where(taken => telling.Contains(taken.Step)).OrderBy(taken => taken.Number).Select(taken => new { taken.Number, taken.Step, taken.On, taken.Effective }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancel);
        return
        [
            .. from row in rows
               let text = new DocumentContent { CreatedOn = row.Text.CreatedOn, EffectiveOn = row.Text.EffectiveOn, ExpiresOn = row.Text.ExpiresOn }
               let steps = row.Steps.ConvertAll(taken => new StepTaken(taken.Number, taken.Step) { On = taken.On, Effective = taken.Effective, At = default, OfficerName = "" })
               let entry = RegisterEntry.Of(row.Kind, row.State, row.PublishedOn, text, steps) with { Id = row.Id, Title = row.Text.Title, IndexNumber = row.IndexNumber, DocumentNumber = row.Text.DocumentNumber }
               orderby entry.MadeOn ?? DateOnly.MaxValue, entry.Id.Value
               select entry,
        ];
    }
}
