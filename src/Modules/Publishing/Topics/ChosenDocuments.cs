using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>选件: what a person writes to choose public documents, one a line: address, 索引号, 文号 or the whole title.</summary>
public sealed partial class ChosenDocuments(GongkaiDb db, BodyTrees trees)
{
    /// <exception cref="RefusedException">A line names nothing, or more than one thing.</exception>
    public async Task<IReadOnlyList<Guid>> Resolve(BodyId body, bool below, string? typed, string field, CancellationToken cancel)
    {
        var bodies = (await trees.Now(db, cancel)).Reach(body, below);
        List<Guid> chosen = [];
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            chosen.Add(Address().Match(line) is { Success: true } address ? Guid.Parse(address.Value) : await Find(bodies, line, field, cancel));
        return chosen;
    }

    /// <summary>As they are written down for the next edit: address and title.</summary>
    public async Task<string> Lines(IEnumerable<Guid> documents, CancellationToken cancel)
    {
        var ids = documents.Select(id => new DocumentId(id)).ToList();
        var titles = await db.Documents.Readable.Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, document => document.Title, cancel);
        return string.Join('\n', ids.Select(id => $"/documents/{id.Value} {titles.GetValueOrDefault(id, "（已不在公开）")}"));
    }

    private async Task<Guid> Find(IReadOnlyCollection<BodyId> bodies, string line, string field, CancellationToken cancel)
    {
        var found = await db.Documents.Readable.Where(document => bodies.Contains(document.Body)
                && (document.IndexNumber == line || document.Title == line || document.Versions.Any(version => version.Number == document.ShownVersion && version.DocumentNumber == line)))
            .Select(document => document.Id).Take(2).ToListAsync(cancel);
        return found switch
        {
            [var one] => one.Value,
            [] => throw new RefusedException($"没有找到“{line}”：请写公开信息的网址、索引号、文号或者完整的标题。", field),
            _ => throw new RefusedException($"“{line}”不止一件，请写索引号或者网址。", field),
        };
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
