using System.Security.Cryptography;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Participation;

/// <summary>提交纠错, by anybody.</summary>
public sealed class ReportFault(GongkaiDb db, BodyTrees trees, Ledger ledger, TimeProvider clock)
{
    public const int ShortestText = 5;
    public const int LongestText = 1000;
    private const int LongestPage = 500;

    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static readonly Actor s_public = new("public", "社会公众");
    private static readonly IPreCheck[] s_personal = [new CitizenNumbers(), new MobileNumbers(), new BankCards()];

    /// <param name="page">Address of the page on this site, as `/kjj/content`.</param>
    /// <param name="kind">What sort of fault.</param>
    /// <param name="text">What is wrong.</param>
    /// <param name="cancel">To stop.</param>
    /// <exception cref="RefusedException">Too little, too much, no page of this site, or personal data, which would be kept without need.</exception>
    public async Task<SiteFault> Run(string? page, FaultKind kind, string? text, CancellationToken cancel)
    {
        text = string.Concat((text ?? "").ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();
        if (text.Length < ShortestText)
            throw new RefusedException("请写明哪里有错、应当是什么。", "text");
        if (text.Length > LongestText)
            throw new RefusedException($"最多{LongestText}个字，现有{text.Length}个。", "text");
        if (s_personal.SelectMany(check => check.Check(new InspectedItem("", text)).Select(_ => check.Name)).FirstOrDefault() is { } personal)
            throw new RefusedException($"内容里有{personal}。纠错不需要个人信息，请删去后再提交。", "text");
        var fault = new SiteFault(new SiteFaultId(clock.NewGuid()))
        {
            Body = await Owner(Path(page), cancel),
            Receipt = RandomNumberGenerator.GetString(Letters, 10),
            Kind = kind,
            Page = Path(page),
            Text = text,
            At = clock.GetUtcNow(),
        };
        db.Add(fault);
        ledger.Record(Act.ReportFault, s_public, fault);
        await db.SaveChangesAsync(cancel);
        return fault;
    }

    private static string Path(string? page)
    {
        page = (page ?? "").Trim();
        if (page.Length == 0)
            return "/";
        if (page.Length > LongestPage || page[0] != '/' || page.StartsWith("//", StringComparison.Ordinal) || page.Any(letter => char.IsControl(letter) || letter is '\\' or '<' or '>' or '"'))
            throw new RefusedException("请填写本网站的网页地址，从“/”开始，如 /kjj/content。", "page");
        return page;
    }

    /// <summary>The body of the page or of the document on it; else the government on top, whose platform it is.</summary>
    private async Task<BodyId> Owner(string page, CancellationToken cancel)
    {
        var tree = await trees.Now(db, cancel);
        var parts = page.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var key, ..] && tree.Find(key) is { } body)
            return body.Id;
        if (parts is ["documents", var id, ..] && Guid.TryParse(id.Split('.')[0], out var number))
        {
            var document = new DocumentId(number);
            if (await db.Documents.Readable.Where(one => one.Id == document).Select(one => (BodyId?)one.Body).SingleOrDefaultAsync(cancel) is { } owner)
                return owner;
        }

        return tree.Roots.FirstOrDefault(root => root.Kind == BodyKind.Government)?.Id ?? tree.Roots.FirstOrDefault()?.Id ?? throw new RefusedException("平台还没有设立机关，暂时不能受理纠错。");
    }
}
