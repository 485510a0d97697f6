using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Search.Folding;
using Microsoft.Data.Sqlite;

namespace Gongkai.Search.Index;

/// <summary>写索引: puts documents in and takes them out. A changed document gets a new row, so that whoever reads the old one meanwhile reads it whole.</summary>
internal sealed class IndexWriter : IDisposable
{
    /// <summary>Of one document with its attachments; what is beyond is not found, and the log says so.</summary>
    public const int MostCharacters = 8_000_000;

    private static readonly string[] s_forget = ["delete from grams where rowid = $id", "delete from singles where rowid = $id", "delete from texts where id = $id", "delete from documents where id = $id", "insert into gone (id) values ($id)"];

    private readonly IndexFile _file;
    private readonly SqliteCommand _document;
    private readonly SqliteCommand _texts;
    private readonly SqliteCommand _grams;
    private readonly SqliteCommand _singles;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand[] _deletes;
    private long _next;

    public IndexWriter(IndexFile file)
    {
        _file = file;
        _document = Prepare("insert into documents values ($id, $key, $stamp, $body, $kind, $shown, $topic, $item, $column, $published, $changed, $validity, $ended, $title, $length, $waiting)");
        _texts = Prepare("insert into texts values ($id, $text, $files, $parts)");
        _grams = Prepare("insert into grams (rowid, title, body, files, particulars) values ($id, $title, $text, $files, $particulars)");
        _singles = Prepare("insert into singles (rowid, title, body, files, particulars) values ($id, $title, $text, $files, $particulars)");
        _find = Prepare("select id, stamp from documents where key = $key");
        _deletes = [.. s_forget.Select(Prepare)];
        _next = Math.Max(file.Number("next"), 1);
    }

    /// <summary>Several changes and the place of the record they reach to, all or none of them.</summary>
    public void Write(IEnumerable<IndexedDocument> changed, IEnumerable<Guid> removed, Action<IndexFile>? also = null)
    {
        _file.Together(() =>
        {
            foreach (var id in removed)
                Remove(id);
            foreach (var document in changed)
                Put(document);
            _file.SetMeta("next", _next.ToString(CultureInfo.InvariantCulture));
            also?.Invoke(_file);
            return true;
        });
    }

    public string? StampOf(Guid id) => Find(id)?.Stamp;

    /// <summary>Brings the many small pieces of the inverted lists together, some at a time.</summary>
    public void Tidy(int pages) => _file.Run($"insert into grams (grams, rank) values ('merge', {pages}); insert into singles (singles, rank) values ('merge', {pages})");

    /// <summary>The same, all at once; after a build.</summary>
    public void Optimise() => _file.Run("insert into grams (grams) values ('optimize'); insert into singles (singles) values ('optimize')");

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_document, _texts, _grams, _singles, _find, .. _deletes])
            command.Dispose();
    }

    private void Put(IndexedDocument document)
    {
        Remove(document.Id);
        var (title, text, particulars) = (Fold.Clean(document.Title), Cut(Fold.Clean(document.Text), MostCharacters), Fold.Clean(document.Particulars));
        var files = FilesText.Of(document.Parts, MostCharacters - text.Length);
        var id = _next++;
        var length = title.Length + text.Length + files.Text.Length;
        var validity = !document.HasValidity ? 0 : 1 | (document.IsAmended ? 2 : 0) | (document.EndsByRepeal ? 4 : 0);
        Run(_document, id, document.Id.ToByteArray(), document.Stamp, document.Body.ToByteArray(), document.Kind, document.Shown, document.Topic, document.Item, document.Column, document.PublishedOn.DayNumber, (document.ChangedOn ?? document.PublishedOn).DayNumber, validity, document.EndedOn?.DayNumber ?? int.MaxValue, title, length, document.IsWaitingForParts ? 1 : 0);
        Run(_texts, id, StoredText.Pack(text), files.Text.Length == 0 ? DBNull.Value : StoredText.Pack(files.Text), files.Text.Length == 0 ? DBNull.Value : JsonSerializer.Serialize(files.Places));
        var sought = Fold.Of(title);
        string[] folded = [sought, Fold.Of(text), Fold.Of(files.Text), Fold.Of(particulars) + Sounds.OfTitle(sought)];
        Run(_grams, id, folded[0], folded[1], folded[2], folded[3]);
        Run(_singles, id, Distinct(folded[0]), Distinct(folded[1]), Distinct(folded[2]), Distinct(folded[3]));
    }

    private void Remove(Guid id)
    {
        if (Find(id) is not { } row)
            return;
        foreach (var delete in _deletes)
            Run(delete, row.Id);
    }

    private (long Id, string Stamp)? Find(Guid id)
    {
        _find.Parameters[0].Value = id.ToByteArray();
        using var reader = _find.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : null;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _file.Command(sql);
        foreach (var name in sql.Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] == '$'))
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Each character of a text once.</summary>
    private static string Distinct(string text)
    {
        var seen = new HashSet<Rune>();
        var distinct = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            if (seen.Add(letter))
                distinct.Append(letter.ToString());
        }

        return distinct.ToString();
    }
}
