using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Reading;
using Gongkai.Publishing;
using Gongkai.Search.Index;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Feeding;

/// <summary>附件文字: what Word, PDF, Excel, text files and e-books say, read once for each content and kept by its hash in `search/texts.db`; what is lost there is read again.</summary>
internal sealed class AttachmentTexts(SearchIndex index, IFileStore files, ILogger<AttachmentTexts> log) : IDisposable
{
    /// <summary>Of the way of reading: another number makes files be read again.</summary>
    private const int Way = 1;

    private static readonly string[] s_kinds = [".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".pdf", ".txt", ".csv", ".html", ".htm", ".epub"];

    // A scan needs minutes of the processor for words that may be wrong; that is for a person to start, not for an index.
    private static readonly ReadingLimits s_limits = ReadingLimits.Default with { RecognisedPages = 0 };

    private readonly Lock _lock = new();
    private SqliteConnection? _kept;

    /// <summary>The text of an attachment; null where nobody has read it yet.</summary>
    public IReadOnlyList<TextPart>? Known(Attachment attachment)
    {
        if (!s_kinds.Contains(Path.GetExtension(attachment.Name).ToLowerInvariant()) || attachment.Length > s_limits.FileBytes)
            return [new TextPart(attachment.Number, attachment.Name, null, "")];
        return Pages(attachment.Shown)?.Select(page => new TextPart(attachment.Number, attachment.Name, page.Number, page.Text) { RunsOn = page.RunsOn }).ToList();
    }

    public async Task Read(Attachment attachment, CancellationToken cancel)
    {
        List<Page> pages = [];
        try
        {
            await using var content = files.Open(attachment.Shown);
            var bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancel);
            pages = Pages(DocumentReader.Read(bytes, attachment.Name, s_limits));
        }
        catch (Exception unreadable) when (unreadable is UnreadableFileException or ProgramMissingException or IOException)
        {
            log.LogInformation("附件 {Name} 没有可检索的文字：{Why}", attachment.Name, unreadable.Message);
        }

        Keep(attachment.Shown, pages);
    }

    public void Dispose()
    {
        lock (_lock)
            _kept?.Dispose();
    }

    /// <summary>Lines as they belong together: one that runs on at the margin is one with the next, also over the end of a page.</summary>
    internal static List<Page> Pages(NeutralDocument document)
    {
        List<Page> pages = [];
        var text = new StringBuilder();
        int? number = null;
        var (runsOn, pageRunsOn) = (false, false);
        foreach (var block in document.Blocks)
        {
            if (block.Place.Page != number && text.Length > 0)
            {
                pages.Add(new Page(number, text.ToString(), pageRunsOn));
                pageRunsOn = runsOn;
                text.Clear();
            }

            number = block.Place.Page;
            var words = block is TextLine line ? line.Text.Trim() : string.Join('\n', ((Table)block).Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Text))));
            if (words.Length == 0)
                continue;
            if (text.Length > 0 && (!runsOn || block is Table))
                text.Append('\n');
            else if (text.Length > 0 && char.IsAscii(text[^1]) && char.IsAscii(words[0]))
                text.Append(' ');
            text.Append(words);
            runsOn = block is TextLine { MayRunOn: true } && !"。！？；：:.!?;".Contains(words[^1], StringComparison.Ordinal);
        }

        if (text.Length > 0)
            pages.Add(new Page(number, text.ToString(), pageRunsOn));
        return pages;
    }

    private List<Page>? Pages(FileHash hash)
    {
        lock (_lock)
        {
            return Attempt(kept =>
            {
                using var command = kept.CreateCommand();
                command.CommandText = "select pages from texts where hash = $hash";
                command.Parameters.AddWithValue("$hash", hash.Value);
                return command.ExecuteScalar() is byte[] stored ? JsonSerializer.Deserialize<List<Page>>(StoredText.Unpack(stored)) : null;
            });
        }
    }

    private void Keep(FileHash hash, List<Page> pages)
    {
        lock (_lock)
        {
            Attempt(kept =>
            {
                using var command = kept.CreateCommand();
                command.CommandText = "insert into texts values ($hash, $pages) on conflict (hash) do update set pages = excluded.pages";
                command.Parameters.AddWithValue("$hash", hash.Value);
                command.Parameters.AddWithValue("$pages", StoredText.Pack(JsonSerializer.Serialize(pages)));
                return command.ExecuteNonQuery();
            });
        }
    }

    /// <summary>A damaged store is begun anew: what it held can be read again.</summary>
    private T? Attempt<T>(Func<SqliteConnection, T?> work)
    {
        try
        {
            return work(_kept ??= Open());
        }
        catch (Exception damage) when (SearchIndex.IsDamage(damage))
        {
            log.LogWarning(damage, "The kept texts of attachments are damaged and are read again");
            _kept?.Dispose();
            IndexFiles.Delete(Path.Combine(index.Files.Root, "texts.db"));
            return work(_kept = Open());
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(index.Files.Root);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(index.Files.Root, "texts.db"), Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; create table if not exists texts (hash text primary key, pages blob not null) without rowid; delete from texts where (select user_version from pragma_user_version) <> {Way}; PRAGMA user_version={Way};";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>页.</summary>
    internal sealed record Page(int? Number, string Text, bool RunsOn);
}
