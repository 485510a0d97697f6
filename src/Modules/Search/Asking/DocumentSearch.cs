using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>检索: finds public documents; the index proposes, the record decides what of it everybody may read at this moment.</summary>
public interface ISearch
{
    /// <exception cref="RefusedException">What was asked is too long or names what there is not.</exception>
    /// <exception cref="IndexMissingException">The index is being rebuilt and nothing can answer.</exception>
    Task<SearchAnswer> Find(SearchRequest request, CancellationToken cancel);

    /// <summary>联想: titles and names of bodies that contain what was typed so far.</summary>
    Task<IReadOnlyList<Suggestion>> Suggest(string? typed, string? body, CancellationToken cancel);
}

internal sealed class DocumentSearch(GongkaiDb db, SearchIndex index, BodyTrees trees, Vocabularies vocabularies, MissedQueries missed, TimeProvider clock) : ISearch
{
    private const int MostPending = 5000;
    private const int Attempts = 6;
    private const int MostSuggestions = 8;

    private static readonly (int Months, string Name)[] s_recent = [(1, "近一个月"), (3, "近三个月"), (12, "近一年")];

    public async Task<SearchAnswer> Find(SearchRequest request, CancellationToken cancel)
    {
        var tree = await trees.Now(db, cancel);
        var columns = await Columns(request, tree, cancel);
        var query = new IndexQuery
        {
            Filter = Filter(request, tree, columns),
            In = request.Match == SearchMatch.Phrase ? SearchedIn.Text : SearchedIn.Everything,
            Today = clock.Today(),
            ByDate = request.ByDate || request.ByChange,
            ByChange = request.ByChange,
            Take = Math.Clamp(request.Size, 1, SearchRequest.LargestPage),
            WithFacets = request.WithFacets,
            Since = [.. s_recent.Select(one => clock.Today().AddMonths(-one.Months))],
        };
        query = query with { Skip = (int)Math.Min((Math.Max(request.Page, 1) - 1L) * query.Take, int.MaxValue - 1000) };
        var plain = Reading.Plain(request.Text);
        IEnumerable<Reading> readings = request.Match switch
        {
            SearchMatch.Phrase => [Reading.OfPhrase(plain)],
            SearchMatch.All => [Reading.OfWords(plain)],
            _ => Relaxing.InTurn(plain, await vocabularies.Now(db, cancel)),
        };
        SearchAnswer? asTyped = null;
        foreach (var reading in readings)
        {
            var answer = await Answer(query, reading, tree, columns, cancel);
            if (request.ByChange && answer.Items.Count > 0)
                answer = await WithChanges(answer, request, cancel);
            if (answer.Total > 0 || plain.Length == 0)
                return answer;
            asTyped ??= answer;
        }

        if (!request.IsRoutine)
            missed.Add(plain);
        return asTyped!;
    }

    public async Task<IReadOnlyList<Suggestion>> Suggest(string? typed, string? body, CancellationToken cancel)
    {
        var plain = Reading.Plain(typed);
        if (plain.Length == 0)
            return [];
        var tree = await trees.Now(db, cancel);
        var filter = Filter(new SearchRequest { Body = body }, tree, []);
        var found = await Answer(new IndexQuery { Today = clock.Today(), In = SearchedIn.Title, Take = MostSuggestions * 2, Filter = filter }, Reading.OfPhrase(plain), tree, [], cancel);
        var bodies = string.IsNullOrEmpty(body) ? tree.All.Where(one => one.Kind != BodyKind.Operator && (Fold.Of(one.Name).Contains(plain, StringComparison.Ordinal) || Fold.Of(one.ShortName).Contains(plain, StringComparison.Ordinal))) : [];
        return
        [
            .. bodies.OrderBy(one => one.Level).ThenBy(one => one.Key, StringComparer.Ordinal).Take(3).Select(one => new Suggestion(one.Name, $"/search?body={one.Key}")),
            .. found.Items.DistinctBy(item => item.Title).Take(MostSuggestions).Select(item => new Suggestion(item.Title, item.Url)),
        ];
    }

    /// <summary>Asks until the record agrees to every item: what it does not show any more is neither listed nor counted.</summary>
    private async Task<SearchAnswer> Answer(IndexQuery query, Reading reading, BodyTree tree, IReadOnlyList<CatalogueColumn> columns, CancellationToken cancel)
    {
        query = query with { Words = reading.Words, ShareOfWeight = reading.Share };
        var hidden = await Pending(cancel);
        for (var attempt = 1; ; attempt++)
        {
            var answer = index.Answer(query with { Hidden = hidden });
            var shown = await Shown(answer.Items, cancel);
            var gone = answer.Items.Where(item => !shown.ContainsKey(item.Hit.Key)).Select(item => item.Hit.Key).ToList();
            if (gone.Count == 0 || attempt == Attempts)
                return Told(answer, reading, shown, tree, columns, query.Since);
            hidden = [.. hidden ?? [], .. gone];
        }
    }

    /// <summary>What was withdrawn or replaced after the entry the index has come to.</summary>
    private async Task<HashSet<Guid>?> Pending(CancellationToken cancel)
    {
        var place = index.Read(reader => reader.File.Number("place"));
        var (withdraw, publish) = (Act.Withdraw.Word, Act.Publish.Word);
        var keys = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Number > place && entry.Kind == Document.RecordKind && (entry.Act == withdraw || entry.Act == publish))
            .OrderByDescending(entry => entry.Number).Select(entry => entry.Key).Take(MostPending).ToListAsync(cancel);
        if (keys.Count == 0)
            return null;
        var ids = keys.Distinct().Select(key => new DocumentId(Guid.Parse(key))).ToList();
        var shown = await db.Documents.Readable.Where(document => ids.Contains(document.Id)).Select(document => new { document.Id, document.ShownVersion }).ToDictionaryAsync(document => document.Id.Value, document => document.ShownVersion, cancel);
        return index.Read(reader => ids.Select(id => id.Value).Where(id => !shown.TryGetValue(id, out var version) || reader.ShownVersion(id) is { } indexed && indexed != version).ToHashSet());
    }

    private async Task<Dictionary<Guid, ShownRow>> Shown(IReadOnlyList<FoundText> items, CancellationToken cancel)
    {
        var ids = items.Select(item => new DocumentId(item.Hit.Key)).ToList();
        if (ids.Count == 0)
            return [];
        var indexed = items.ToDictionary(item => item.Hit.Key, item => item.Shown);
        var rows = await (from document in db.Documents.AsNoTracking().Readable.Where(document => ids.Contains(document.Id))
                          join item in db.ImportedItems on document.Id equals item.Document into imported
                          from item in imported.DefaultIfEmpty()
                          select new ShownRow(
                              document.Id, document.ShownVersion, document.Title, document.Body, document.IndexNumber, document.PublishedOn,
                              document.Versions.Where(version => version.Number == document.ShownVersion).Select(version => version.DocumentNumber).FirstOrDefault(), item == null ? null : item.ExternalId)).ToListAsync(cancel);
        return rows.Where(row => indexed[row.Id.Value] == row.ShownVersion).ToDictionary(row => row.Id.Value);
    }

    private SearchAnswer Told(IndexAnswer answer, Reading reading, Dictionary<Guid, ShownRow> shown, BodyTree tree, IReadOnlyList<CatalogueColumn> columns, IReadOnlyList<DateOnly> since)
    {
        var marks = reading.MarksIn([.. shown.Values.Select(row => row.Title)]);
        List<FoundDocument> items = [];
        foreach (var found in answer.Items.Where(found => shown.ContainsKey(found.Hit.Key)))
        {
            var row = shown[found.Hit.Key];
            var body = tree.Find(row.Body);
            var (snippet, place) = Snippets.Of(found, marks);
            items.Add(new FoundDocument(row.Id.Value, row.Title, body?.Key ?? "", body?.Name ?? "", row.PublishedOn ?? default, found.Hit.Score)
            {
                ExternalId = row.ExternalId,
                DocumentNumber = row.DocumentNumber,
                IndexNumber = row.IndexNumber,
                Validity = found.Validity is { } validity ? Words.Of(validity) : null,
                MarkedTitle = Snippets.Mark(row.Title, marks),
                Snippet = snippet,
                In = place,
            });
        }

        return new SearchAnswer(answer.Total, items)
        {
            Facets = answer.Facets is { } facets ? Facets(facets, tree) with { Column = Columns(facets, columns), Recent = Recent(facets, since) } : null,
            Relaxed = reading.Said,
            Words = marks,
            IsRebuilding = index.IsBuilding,
        };
    }

    private static SearchFacets Facets(FacetCounts counts, BodyTree tree)
    {
        var levels = from one in counts.BodiesOfLevels
                     let body = tree.Find(new BodyId(one.Body))
                     where body is not null
                     group one.Count by body.Level into level
                     orderby level.Key
                     select new FacetValue(Words.Of(level.Key), level.Key.Name, level.Sum());
        return new SearchFacets(
            [.. from one in counts.Bodies let body = tree.Find(new BodyId(one.Body)) where body is not null orderby one.Count descending, body.Key select new FacetValue(body.Key, body.Name, one.Count)],
            [.. levels],
            [.. counts.Kinds.OrderByDescending(one => one.Count).Select(one => new FacetValue(Words.Of(one.Kind), one.Kind.Name, one.Count))],
            [.. counts.Topics.OrderByDescending(one => one.Count).ThenBy(one => one.Topic, StringComparer.Ordinal).Select(one => new FacetValue(one.Topic, one.Topic.Replace("\\", "·", StringComparison.Ordinal), one.Count))],
            [.. counts.Years.OrderByDescending(one => one.Year).Select(one => new FacetValue($"{one.Year}", $"{one.Year}年", one.Count))],
            [.. counts.Validities.OrderBy(one => one.Validity).Select(one => new FacetValue(Words.Of(one.Validity), one.Validity.Name, one.Count))]);
    }

    private static List<FacetValue> Columns(FacetCounts counts, IReadOnlyList<CatalogueColumn> columns)
    {
        var classes = counts.Classes.ToList();
        return [.. from column in columns where column.Content == ColumnContent.Documents let takes = column.Takes let count = classes.Sum(one => takes.Hold(one.Class) ? one.Count : 0) where count > 0 select new FacetValue(column.Key, column.Name, count)];
    }

    private static List<FacetValue> Recent(FacetCounts counts, IReadOnlyList<DateOnly> since) =>
        [.. s_recent.Select((one, i) => new FacetValue(since[i].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Name, counts.Since[i])).Where(one => one.Count > 0)];

    private async Task<SearchAnswer> WithChanges(SearchAnswer answer, SearchRequest request, CancellationToken cancel)
    {
        var changes = await FoundChanges.Of(db, [.. answer.Items.Select(item => new DocumentId(item.Id))], request.ChangedFrom ?? DateOnly.MinValue, request.ChangedTo ?? clock.Today(), cancel);
        return answer with { Items = [.. answer.Items.Select(item => item with { Changes = [.. changes[item.Id]] })] };
    }

    private static BodyNode? Body(SearchRequest request, BodyTree tree) =>
        string.IsNullOrEmpty(request.Body) ? null : tree.Find(request.Body) ?? throw new RefusedException($"没有网址名是“{request.Body}”的机关。", "body");

    /// <summary>Those that are asked for or counted: of the body where one is named.</summary>
    private async Task<IReadOnlyList<CatalogueColumn>> Columns(SearchRequest request, BodyTree tree, CancellationToken cancel) =>
        Body(request, tree) is not { } body ? StandardColumns.All
        : request.WithFacets || !string.IsNullOrEmpty(request.Column) ? [.. (await db.ColumnsOf(body.Id, cancel)).Where(column => column.IsShown || column.Key == request.Column)] : [];

    private static IndexFilter Filter(SearchRequest request, BodyTree tree, IReadOnlyList<CatalogueColumn> columns) =>
        new()
        {
            Body = Body(request, tree)?.Id.Value,
            Level = request.Level is { } level ? tree.All.Where(one => one.Level == level).Select(one => one.Id.Value).ToHashSet() : null,
            Kind = request.Kind,
            Topic = string.IsNullOrEmpty(request.Topic) ? null : request.Topic.Replace('/', '\\').Replace('·', '\\'),
            Column = Column(request.Column, columns),
            Validity = request.Validity,
            Year = request.Year,
            From = request.From,
            To = request.To,
            ChangedFrom = request.ChangedFrom,
            ChangedTo = request.ChangedTo,
        };

    private static IReadOnlyList<DocumentRule>? Column(string? key, IReadOnlyList<CatalogueColumn> columns) =>
        string.IsNullOrEmpty(key) ? null : columns.FirstOrDefault(column => column.Key == key)?.Takes ?? throw new RefusedException($"没有栏目“{key}”。", "column");

    /// <summary>What the record says of a document that was found.</summary>
    private sealed record ShownRow(DocumentId Id, int? ShownVersion, string Title, BodyId Body, string? IndexNumber, DateOnly? PublishedOn, string? DocumentNumber, string? ExternalId);
}
