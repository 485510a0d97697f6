using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api;

/// <summary>规章、规范性文件台账接口: the counts of both editions on a day, and which documents each counts.</summary>
public static class RegisterApi
{
    public static void MapRegister(this IEndpointRouteBuilder api) =>
        api.MapGet("/bodies/{key}/normative-register", Show).Requires(Permission.ReadDocuments).WithName("getNormativeRegister")
            .WithSummary("规章、行政规范性文件台账：到 on（缺省为今天）的两版年报第二十条第（一）项统计，以及每个数字所计的文件").Produces<RegisterDetails>();

    private static async Task<IResult> Show(HttpContext http, GongkaiDb db, RegisterReader register, string key, DateOnly? on = null)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var day = on ?? http.Visit.Today;
        var entries = await register.Of(body.Id, http.Cancel);
        return Results.Ok(new RegisterDetails(body.Key, day, Of(entries, DocumentKind.Rules, day), Of(entries, DocumentKind.NormativeDocument, day), [.. entries.Select(entry => EntryDetails.Of(entry, day))]));
    }

    private static KindDetails Of(IReadOnlyList<RegisterEntry> entries, DocumentKind kind, DateOnly on)
    {
        var own = entries.Where(entry => entry.Kind == kind).ToList();
        return new KindDetails(
            NormativeRegister.Form2021(own, kind, on),
            NormativeRegister.Trial2019(own, kind, on),
            own.Count(entry => entry.IsNotYetInEffectOn(on)),
            own.Count(entry => entry.IsWithdrawnOn(on)),
            own.Count(entry => entry.IsIncompleteOn(on)));
    }

    private sealed record RegisterDetails(string Body, DateOnly On, KindDetails Rules, KindDetails NormativeDocuments, IReadOnlyList<EntryDetails> Documents);

    private sealed record KindDetails(Counts2021 F2021, TrialCounts Trial2019, int NotYetInEffect, int Withdrawn, int Incomplete);

    private sealed record EntryDetails(
        Guid Id, string Kind, string Title, string? IndexNumber, string? DocumentNumber, DateOnly? CreatedOn, DateOnly? EffectiveOn, DateOnly? PublishedOn, DateOnly? EndedOn, DateOnly? WithdrawnOn, IReadOnlyList<string> Counts, IReadOnlyList<string> Missing)
    {
        public static EntryDetails Of(RegisterEntry entry, DateOnly on) => new(
            entry.Id.Value, entry.Kind.Word, entry.Title, entry.IndexNumber, entry.DocumentNumber, entry.MadeOn, entry.EffectiveOn, entry.PublishedOn, entry.IsEndKnown ? entry.EndedOn : null, entry.WithdrawnOn,
            [.. NormativeRegister.All.Where(figure => figure.Counts(entry, on)).Select(figure => figure.Key)], entry.Missing);
    }
}
