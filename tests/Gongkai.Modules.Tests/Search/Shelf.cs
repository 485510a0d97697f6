using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Modules.Tests.Search;

/// <summary>书架: an index of its own in a folder of its own, filled by hand.</summary>
internal sealed class Shelf : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-index-").FullName;
    private readonly IndexFile _file;
    private readonly IndexWriter _writer;
    private readonly IndexReader _reader;

    public Shelf()
    {
        _file = IndexFile.Create(Path.Combine(_folder, "index.db"));
        _writer = new IndexWriter(_file);
        _reader = new IndexReader(_file, new Lanes());
    }

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public void Put(params ReadOnlySpan<IndexedDocument> documents) => _writer.Write(documents.ToArray(), []);

    public void Remove(Guid id) => _writer.Write([], [id]);

    public IndexAnswer Ask(IndexQuery query) => _reader.Answer(query);

    /// <summary>Every document that contains all of these, by its key.</summary>
    public HashSet<Guid> Find(IEnumerable<string> words, bool textOnly = false) =>
        [.. Ask(new IndexQuery { Words = [.. words.Select(word => new WantedWord(Fold.Of(Fold.Clean(word))))], Today = Today, Take = 10_000, In = textOnly ? SearchedIn.Text : SearchedIn.Everything }).Items.Select(item => item.Hit.Key)];

    public static IndexedDocument Document(int number, string title, string text, string particulars = "") => new()
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        Body = Guid.Empty,
        Kind = 0,
        Title = title,
        Text = text,
        Particulars = particulars,
        PublishedOn = Today.AddDays(-number),
    };

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
