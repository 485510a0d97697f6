using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Reviews;

/// <summary>审查台: what waits for this person's signature, and every review of the bodies one may look into.</summary>
[Requires("documents.read")]
public sealed class ReviewsModel(GongkaiDb db, WaitingReviews mine) : OfficePage(db)
{
    private const int PerPage = 50;

    /// <summary>Null for what waits for me.</summary>
    [BindProperty(SupportsGet = true)]
    public ReviewState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<ReviewRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<ReviewState, int> Counts { get; private set; } = new Dictionary<ReviewState, int>();

    public int Waiting { get; private set; }

    public int Pages { get; private set; } = 1;

    public async Task OnGet()
    {
        var bodies = Visit.Rules.Tree.OwnedBy(Me.Body);
        var own = Db.Reviews.AsNoTracking().Where(review => bodies.Contains(review.Body));
        Counts = await own.GroupBy(review => review.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, Cancel);
        var waiting = await mine.Of(Me, Cancel);
        Waiting = waiting.Count;
        if (State is not { } state)
        {
            Rows = await Titled(waiting);
            return;
        }

        Pages = Math.Max(1, (Counts.GetValueOrDefault(state) + PerPage - 1) / PerPage);
        P = Math.Clamp(P, 1, Pages);
        Rows = await Titled(await own.AsSplitQuery().Where(review => review.State == state).OrderByDescending(review => review.Id).Skip((P - 1) * PerPage).Take(PerPage).ToListAsync(Cancel));
    }

    private async Task<IReadOnlyList<ReviewRow>> Titled(IReadOnlyList<Review> reviews)
    {
        var ids = reviews.Where(review => review.SubjectKind == Document.RecordKind).Select(review => new DocumentId(Guid.Parse(review.SubjectKey))).Distinct().ToList();
        var titles = await Db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id))
            .Select(document => new { document.Id, document.Kind, Title = document.Versions.OrderByDescending(version => version.Number).Select(version => version.Title).First() })
            .ToDictionaryAsync(document => $"{document.Id.Value}", Cancel);
        return [.. reviews.Select(review => new ReviewRow(review, titles[review.SubjectKey].Title, titles[review.SubjectKey].Kind.Name))];
    }
}

/// <summary>One line of the desk.</summary>
public sealed record ReviewRow(Review Review, string Title, string Kind);
