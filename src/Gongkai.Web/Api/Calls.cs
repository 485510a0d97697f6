using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>接口的共同做法: finds a thing and asks the permission for its body before anything else, and knows which version the program saw.</summary>
internal static class Calls
{
    extension(HttpContext http)
    {
        public CancellationToken Cancel => http.RequestAborted;

        /// <summary>If-Match: the version the program saw.</summary>
        public uint? Seen => http.Request.Headers.IfMatch.ToString() is { Length: > 0 } seen && seen != "*"
            ? uint.TryParse(seen.Trim('"'), CultureInfo.InvariantCulture, out var version) ? version : throw new BadHttpRequestException("If-Match 应当是读取时得到的 ETag。")
            : null;

        /// <exception cref="NotAllowedException">The officer may not for this body.</exception>
        public void Demand(Permission permission, BodyId body)
        {
            if (!http.Visit.May(permission, body))
                throw new NotAllowedException("您的权限不及于这个机关。");
        }

        public async Task<Body> Body(GongkaiDb db, string key, Permission permission)
        {
            var body = await db.Bodies.AsNoTracking().SingleOrDefaultAsync(body => body.Key == key, http.Cancel) ?? throw new NotThereException("没有这个机关。");
            http.Demand(permission, body.Id);
            return body;
        }

        public async Task<DocumentId> Document(GongkaiDb db, Guid id, Permission permission)
        {
            var wanted = new DocumentId(id);
            var body = await db.Documents.Where(document => document.Id == wanted).Select(document => (BodyId?)document.Body).SingleOrDefaultAsync(http.Cancel) ?? throw new NotThereException("没有这个公开事项。");
            http.Demand(permission, body);
            return wanted;
        }

        public async Task<ReviewId> Review(GongkaiDb db, Guid id, Permission permission)
        {
            var wanted = new ReviewId(id);
            var body = await db.Reviews.Where(review => review.Id == wanted).Select(review => (BodyId?)review.Body).SingleOrDefaultAsync(http.Cancel) ?? throw new NotThereException("没有这项审查。");
            http.Demand(permission, body);
            return wanted;
        }

        public async Task<Officer> OfficerOf(GongkaiDb db, Guid id, Permission permission, bool openToSelf = false)
        {
            var wanted = new OfficerId(id);
            var officer = await db.Officers.AsNoTracking().SingleOrDefaultAsync(officer => officer.Id == wanted, http.Cancel) ?? throw new NotThereException("没有这名人员。");
            if (!openToSelf || officer.Id != http.Visit.Officer.Id)
                http.Demand(permission, officer.Body);
            return officer;
        }

        public async Task<Section> SectionOf(GongkaiDb db, Guid id, Permission permission)
        {
            var wanted = new SectionId(id);
            var section = await db.Sections.AsNoTracking().SingleOrDefaultAsync(section => section.Id == wanted, http.Cancel) ?? throw new NotThereException("没有这个科室。");
            http.Demand(permission, section.Body);
            return section;
        }

        /// <summary>A body named in what was sent, by its key; null where none is.</summary>
        public BodyId? BodyNamed(string? key, string field) => string.IsNullOrEmpty(key) ? null : http.Visit.Rules.Tree.Find(key)?.Id ?? throw new RefusedException($"没有网址名是“{key}”的机关。", field);

        public string? KeyOf(BodyId? id) => id is { } body ? http.Visit.Rules.Tree.Find(body)?.Key : null;

        /// <summary>ETag: the version a change is made on. For what also shows things that move without it, so that nobody is told that nothing is new.</summary>
        public void Tag(uint version) => http.Response.Headers.ETag = $"\"{version}\"";

        /// <summary>The thing under its version, or 304 to a program that has it.</summary>
        public IResult Versioned(uint version, Func<object> show)
        {
            var tag = $"\"{version}\"";
            http.Response.Headers.ETag = tag;
            return http.Request.Headers.IfNoneMatch.SelectMany(seen => (seen ?? "").Split(',')).Any(seen => seen.Trim() is var one && (one == tag || one == $"W/{tag}"))
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : Results.Ok(show());
        }
    }

    /// <summary>A word of a list, such as `normative_document`.</summary>
    public static T Word<T>(string? word, string field)
        where T : struct, Enum =>
        Enum.GetValues<T>().Any(value => Words.Of(value) == word) ? Words.Parse<T>(word!) : throw new RefusedException($"{field} 应当是：{string.Join("、", Enum.GetValues<T>().Select(Words.Of))}。", field);

    /// <summary>The same where it may be left out.</summary>
    public static T? WordOrNull<T>(string? word, string field)
        where T : struct, Enum =>
        string.IsNullOrEmpty(word) ? null : Word<T>(word, field);

    public static T Given<T>(T? value, string field)
        where T : struct =>
        value ?? throw new RefusedException($"请提交 {field}。", field);

    public static T Given<T>(T? value, string field)
        where T : class =>
        value ?? throw new RefusedException($"请提交 {field}。", field);
}

/// <summary>没有: what an address names is not there.</summary>
public sealed class NotThereException(string message) : Exception(message);
