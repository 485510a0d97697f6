using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>复查发现的列表: what may still be done something about, and what was done; an open finding of what is withdrawn meanwhile is nobody's task.</summary>
public static class PublicFindings
{
    /// <param name="db">Where.</param>
    /// <param name="bodies">Of these bodies; null for all.</param>
    public static IQueryable<PublicFinding> Shown(GongkaiDb db, IReadOnlyCollection<BodyId>? bodies)
    {
        var documents = db.Documents;
        var found = db.PublicFindings.AsNoTracking().Where(finding => finding.State != PublicFindingState.Open || documents.Any(document => document.Id == finding.Document && DocumentStates.Readable.Contains(document.State)));
        return bodies is null ? found : found.Where(finding => bodies.Contains(finding.Body));
    }
}
