using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>导入目录: a whole table at once; a row of the same matter and content as a line changes that line, every other adds one. All rows or none.</summary>
public sealed class ImportLines(CatalogueDesk desk)
{
    /// <param name="body">Whose catalogue.</param>
    /// <param name="rows">Each row's cells, by the keys of <see cref="CatalogueSheet"/>.</param>
    /// <param name="write">False for a preview.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancel">To stop.</param>
    /// <returns>For each row what it does, or why it cannot.</returns>
    public async Task<IReadOnlyList<LineOutcome>> Run(BodyId body, IReadOnlyList<Func<string, string>> rows, bool write, IActor by, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var names = await LineNames.Of(desk.Db, body, cancel);
        var stored = await desk.Db.CatalogueLines.Where(line => line.Body == body && line.RetiredOn == null).ToListAsync(cancel);
        var known = stored.ToDictionary(line => (line.Matter, line.Content));
        var number = await desk.Db.NextLine(body, cancel);
        HashSet<(string, string)> met = [];
        List<LineOutcome> outcomes = [];
        foreach (var row in rows)
        {
            try
            {
                var content = CatalogueSheet.Read(row, names);
                names.MustFit(content);
                if (!met.Add((content.Matter, content.Content)))
                    throw new RefusedException("表里前面的行已有相同的事项和内容。", "content");
                var isNew = !known.TryGetValue((content.Matter, content.Content), out var line);
                outcomes.Add(new LineOutcome($"{(isNew ? "增加" : "修改")}：{content.Matter}", null));
                line ??= new CatalogueLine(new CatalogueLineId(desk.Clock.NewGuid())) { Body = body, Number = number++ };
                line.Change(content);
                if (isNew)
                    desk.Db.Add(line);
            }
            catch (RefusedException refused)
            {
                outcomes.Add(new LineOutcome(row("matter"), refused.Message));
            }
        }

        if (write && outcomes.TrueForAll(outcome => outcome.Fault is null))
            await Save(body, by, cancel);
        else
            desk.Db.ChangeTracker.Clear();
        return outcomes;
    }

    private async Task Save(BodyId body, IActor by, CancellationToken cancel)
    {
        var changed = desk.Db.ChangeTracker.Entries<CatalogueLine>().Where(line => line.State is EntityState.Added or EntityState.Modified).Select(line => (line.Entity, line.State)).ToList();
        foreach (var (line, state) in changed)
            desk.Record(state == EntityState.Added ? Act.AddLine : Act.ChangeLine, by, line);
        if (changed.Count == 0)
            return;
        await desk.Sign(body, by, cancel);
        await desk.Db.SaveChangesAsync(cancel);
    }
}

/// <summary>What a row does, or why it cannot.</summary>
public sealed record LineOutcome(string What, string? Fault);
