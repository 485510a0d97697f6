using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>
/// 清理无主文件: uploads whose transaction never came. A file is in use when any column of type <see cref="FileHash"/> names it, whichever
/// module's; so no module can forget to say so.
/// </summary>
public sealed class FileCleanUp(GongkaiDb db, IFileStore files, TimeProvider clock)
{
    /// <summary>An upload and the save that refers to it may lie this far apart.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <returns>How many files were removed.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Grace;
        var old = files.OlderThan(before).ToList();
        if (old.Count == 0)
            return 0;

        // Read after the list was made: a file named since then is found, one kept again since then is younger.
        var used = await InUse(cancel);
        return old.Count(file => !used.Contains(file.Value) && files.Remove(file, unlessKeptAfter: before));
    }

    private async Task<HashSet<string>> InUse(CancellationToken cancel)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (table, column) in Columns())
        {
            // Names come from the model, not from anybody's input.
#pragma warning disable EF1002
            await foreach (var hash in db.Database.SqlQueryRaw<string>($"select distinct \"{column}\" as \"Value\" from \"{table}\" where \"{column}\" is not null").AsAsyncEnumerable().WithCancellation(cancel))
#pragma warning restore EF1002
                used.Add(hash);
        }

        return used;
    }

    private IEnumerable<(string Table, string Column)> Columns() =>
        from type in db.Model.GetEntityTypes()
        from property in type.GetProperties()
        where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(FileHash)
        let table = type.GetTableName()
        where table is not null
        select (table, property.GetColumnName());
}
