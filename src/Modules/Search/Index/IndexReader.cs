using System.Text.Json;
using Gongkai.Search.Native;

namespace Gongkai.Search.Index;

/// <summary>读索引: answers a query from one consistent state of the file.</summary>
internal sealed class IndexReader(IndexFile file, Lanes lanes) : IDisposable
{
    public IndexFile File => file;

    public IndexAnswer Answer(IndexQuery query) => file.Together(() => Now(query));

    private IndexAnswer Now(IndexQuery query)
    {
        var values = lanes.CatchUp(file);
        var filter = new RowFilter(query.Filter, lanes, values, query.Today);
        var facets = query.WithFacets ? new FacetCounts(lanes, values, filter, [.. query.Since.Select(day => day.DayNumber)]) : null;
        var (total, best) = query.ShareOfWeight is { } share ? Weighed(query, share, values, filter, facets) : All(query, values, filter, facets);
        var page = best.InOrder();
        return new IndexAnswer(total, query.Skip >= page.Length ? [] : Texts(page[query.Skip..], values, filter), facets);
    }

    /// <summary>The version of a document that is indexed; null where none is.</summary>
    public int? ShownVersion(Guid document)
    {
        using var command = file.Command("select shown from documents where key = $key");
        command.Parameters.AddWithValue("$key", document.ToByteArray());
        return command.ExecuteScalar() is long shown ? (int)shown : null;
    }

    /// <summary>Every row that has all of the words; for those who compare.</summary>
    public HashSet<int> Rows(IndexQuery query)
    {
        var values = lanes.CatchUp(file);
        RowSet? within = null;
        foreach (var word in query.Words)
        {
            var rows = new RowSet(values.Count);
            Match(word.HasSingle ? "singles" : "grams", WantedWord.Expression([word], query.In), rows);
            within?.And(rows);
            within ??= rows;
        }

        return [.. within?.Rows() ?? []];
    }

    public void Dispose() => file.Dispose();

    private (int Total, Best Best) All(IndexQuery query, LaneValues values, RowFilter filter, FacetCounts? facets)
    {
        if (query.Words.Count == 0)
            return Listed(query, values, filter, facets);
        RowSet? within = null;
        foreach (var word in query.Words.Where(word => word.HasSingle))
        {
            var rows = RowsOf(word, query.In, values);
            within?.And(rows);
            within ??= rows;
        }

        List<WantedWord> words = [.. query.Words.Where(word => !word.HasSingle)];
        var collector = new MatchCollector(query with { Words = words }, values, filter, facets, within);
        if (words.Count > 0)
            Match("grams", WantedWord.Expression(words, query.In), collector);
        else
            Singles(query, within!, values, collector);
        return (collector.Total, collector.Best);
    }

    private static (int Total, Best Best) Listed(IndexQuery query, LaneValues values, RowFilter filter, FacetCounts? facets)
    {
        var collector = new MatchCollector(query with { ByDate = true }, values, filter, facets, within: null);
        for (var row = 1; row < values.Count; row++)
        {
            if (values.IsAlive[row])
                collector.Take(row, 0);
        }

        return (collector.Total, collector.Best);
    }

    /// <summary>Only single characters: how often one stands in a text says little; whether the title has it says something.</summary>
    private void Singles(IndexQuery query, RowSet within, LaneValues values, MatchCollector collector)
    {
        var inTitle = new RowSet(values.Count);
        Match("singles", $"{{title}} : ({string.Join(" AND ", query.Words.Select(word => $"({string.Join(" OR ", word.Forms.Where(WantedWord.IsSingle).Select(form => $"\"{form.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})"))})", inTitle);
        foreach (var row in within.Rows())
            collector.Take(row, inTitle.Has(row) ? 2 + (1f / (1 + values.TitleLength[row])) : 1);
    }

    private RowSet RowsOf(WantedWord word, SearchedIn where, LaneValues values)
    {
        var rows = new RowSet(values.Count);
        var (singles, longer) = (word.Forms.Where(WantedWord.IsSingle).ToList(), word.Forms.Where(form => !WantedWord.IsSingle(form)).ToList());
        Match("singles", WantedWord.Expression([new WantedWord(singles)], where), rows);
        if (longer.Count > 0)
            Match("grams", WantedWord.Expression([new WantedWord(longer)], where), rows);
        return rows;
    }

    /// <summary>Enough of the words, each weighed by how rare it is.</summary>
    private (int Total, Best Best) Weighed(IndexQuery query, double share, LaneValues values, RowFilter filter, FacetCounts? facets)
    {
        var sums = new WordSums(values);
        foreach (var word in query.Words)
        {
            if (word.HasSingle)
                sums.Take(RowsOf(word, query.In, values));
            else
                sums.Take(collector => Match("grams", WantedWord.Expression([word], query.In), collector), filter);
        }

        var collector = new MatchCollector(query with { Words = [] }, values, filter, facets, within: null);
        foreach (var (row, score) in sums.Enough(share))
            collector.Take(row, score);
        return (collector.Total, collector.Best);
    }

    private void Match(string table, string expression, IMatches matches)
    {
        // The function answers nothing, so that no row comes back and one step goes through them all.
        using var command = file.Command($"select 1 from {table} where {table} match $words and gongkai({table}) is not null");
        command.Parameters.AddWithValue("$words", expression);
        (file.Taker.Current, file.Taker.Problem) = (matches, null);
        try
        {
            command.ExecuteScalar();
        }
        finally
        {
            file.Taker.Current = null;
        }

        if (file.Taker.Problem is { } problem)
            throw new InvalidOperationException("A match of the search index could not be taken.", problem);
    }

    private List<FoundText> Texts(ReadOnlySpan<Hit> hits, LaneValues values, RowFilter filter)
    {
        using var command = file.Command("select body, files, parts from texts where id = $id");
        var id = command.Parameters.Add("$id", Microsoft.Data.Sqlite.SqliteType.Integer);
        List<FoundText> found = [];
        foreach (var hit in hits)
        {
            id.Value = hit.Row;
            using var reader = command.ExecuteReader();
            if (!reader.Read())
                throw new InvalidDataException("A row of the search index has no text.");
            var files = reader.IsDBNull(1) ? null : StoredText.Unpack(reader.GetFieldValue<byte[]>(1));
            IReadOnlyList<PartPlace> places = reader.IsDBNull(2) ? [] : JsonSerializer.Deserialize<List<PartPlace>>(reader.GetString(2)) ?? [];
            found.Add(new FoundText(hit, values.Shown[hit.Row], StoredText.Unpack(reader.GetFieldValue<byte[]>(0)), files, places) { Validity = filter.ValidityOf(hit.Row) });
        }

        return found;
    }
}
