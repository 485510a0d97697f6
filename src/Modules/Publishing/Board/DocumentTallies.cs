using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Publishing;

/// <summary>事项计数的维护: with every save of documents, tracked or in bulk, and in the same transaction.</summary>
internal sealed class DocumentTallies : IKeepsTallies
{
    public Task Saving(GongkaiDb db, IReadOnlyList<EntityEntry> changes, CancellationToken cancel)
    {
        var sum = new Sum();
        foreach (var change in changes.Where(change => change.Entity is Document))
        {
            var document = (Document)change.Entity;
            if (change.State != EntityState.Added)
            {
                sum.Add(document, change.OriginalValues.GetValue<DisclosureAttribute>(nameof(Document.Attribute)), change.OriginalValues.GetValue<DocumentState>(nameof(Document.State)), -1);
            }

            if (change.State != EntityState.Deleted)
                sum.Add(document, document.Attribute, document.State, 1);
        }

        return Write(db, sum, cancel);
    }

    public Task Adding(GongkaiDb db, IEnumerable<object> things, CancellationToken cancel)
    {
        var sum = new Sum();
        foreach (var document in things.OfType<Document>())
            sum.Add(document, document.Attribute, document.State, 1);
        return Write(db, sum, cancel);
    }

    private static async Task Write(GongkaiDb db, Sum sum, CancellationToken cancel)
    {
        foreach (var (body, section, kind, attribute, state, by) in sum.Changed)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into document_tallies (body_id, section_id, kind, attribute, state, documents) values ({body}, {section}, {kind}, {attribute}, {state}, {by})
                on conflict (body_id, section_id, kind, attribute, state) do update set documents = document_tallies.documents + excluded.documents
                """,
                cancel);
        }
    }

    private sealed class Sum
    {
        private readonly Dictionary<(Guid Body, Guid Section, string Kind, string Attribute, string State), int> _by = [];

        public IEnumerable<(Guid Body, Guid Section, string Kind, string Attribute, string State, int By)> Changed =>
            from one in _by where one.Value != 0 select (one.Key.Body, one.Key.Section, one.Key.Kind, one.Key.Attribute, one.Key.State, one.Value);

        public void Add(Document document, DisclosureAttribute attribute, DocumentState state, int by)
        {
            var key = (document.Body.Value, (document.Section ?? DocumentTally.NoSection).Value, Words.Of(document.Kind), Words.Of(attribute), Words.Of(state));
            _by[key] = _by.GetValueOrDefault(key) + by;
        }
    }
}
