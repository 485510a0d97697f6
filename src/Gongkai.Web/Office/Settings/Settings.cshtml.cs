using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Settings;

/// <summary>本机关设置: chains of review, the rule of index numbers, how long records are kept, the list of wrong words.</summary>
[Requires("documents.read")]
public sealed class SettingsModel(GongkaiDb db, ReviewChains chains, SetIndexRule setRule, SetCheckedWord setWord, SetSiteWord setSiteWord, SetRetention setRetention) : OfficePage(db)
{
    private List<CheckedWord> _added = [];

    public IReadOnlyList<(DocumentKind Kind, ReviewChain Chain)> Chains { get; private set; } = [];

    /// <summary>What a form of the page was refused with, so that it keeps what was typed and the version it was typed over.</summary>
    [BindProperty]
    public uint? Seen { get; set; }

    /// <summary>The kind whose retention was refused, and what was chosen.</summary>
    public (DocumentKind Kind, RetentionPeriod Period)? Refused { get; private set; }

    public string Pattern { get; private set; } = IndexRule.Standard;

    public uint RuleVersion { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>The word that was not taken, as it was typed.</summary>
    public TypedWord? Typed { get; private set; }

    /// <summary>Every word with the one list that has the last word on it.</summary>
    public IReadOnlyList<CheckedWord> Checked { get; private set; } = [];

    public bool MaySetSiteWords => May(Permission.ManageSiteWords, Me.Body);

    /// <summary>本机关, 全站, 标准.</summary>
    public static string OriginOf(CheckedWord word) => word.Body is not null ? "本机关" : word.Id == default ? "标准" : "全站";

    public bool MaySetChains => May(Permission.ManageReviewChains, Me.Body);

    public bool MaySetRule => May(Permission.ManageIndexRules, Me.Body);

    public RetentionRules Retention { get; private set; } = null!;

    public bool MaySetRetention => May(Permission.ManageRetention, Me.Body);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostRetention(DocumentKind kind, RetentionPeriod period)
    {
        if (await Attempt(() => setRetention.Run(Me.Body, kind, period, Me, Seen, Cancel)))
            return Then("/office/settings#retention", $"{kind.Name}的保管期限已改为{period.Name}；已归档的不变。");
        Refused = (kind, period);
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRule(string? pattern, string? code)
    {
        if (await Attempt(() => setRule.Run(Me.Body, pattern?.Trim() ?? "", code?.Trim() ?? "", Me, Seen, Cancel)))
            return Then("/office/settings", "索引号规则已保存，今后的索引号按它编；已经编出的不变。");
        await Load();
        RuleVersion = Seen ?? RuleVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostWord(string? wrong, string? right, CheckedWordKind kind, bool onlyHint, bool site)
    {
        BodyId? of = site ? null : Me.Body;
        var known = wrong is null ? null : await Db.CheckedWords.AsNoTracking().SingleOrDefaultAsync(word => word.Body == of && word.Wrong == wrong.Trim(), Cancel);
        if (known is { IsActive: true } && Seen == 0)
        {
            // It may have been there for years: nobody has changed it meanwhile, but whoever adds it does not know.
            ModelState.AddModelError("Wrong", $"{(site ? "全站" : "本机关")}词表里已有“{known.Wrong}”，正确写法是“{known.Right}”。确要改为您填写的，请再保存一次。");
            Seen = known.Version;
        }
        else if (await Attempt(() => Set(wrong ?? "", right ?? "", kind, onlyHint, isActive: true, site, Seen == 0 ? known?.Version ?? 0 : Seen)))
        {
            return Then("/office/settings#words", site ? "词条已保存，用于全站。" : "词条已保存，用于本机关；已公开的内容随后自动复查。");
        }

        await Load();
        Typed = new TypedWord(wrong, right, kind, onlyHint, site, Seen ?? 0);
        return Page();
    }

    /// <summary>Points a word out no more, or again.</summary>
    public async Task<IActionResult> OnPostToggle(string wrong, bool isActive, bool site)
    {
        await Load();
        if (Checked.FirstOrDefault(word => word.Wrong == wrong) is not { } known)
            return NotFound();
        return await Attempt(() => Set(known.Wrong, known.Right, known.Kind, known.OnlyHint, isActive, site, Seen)) ? Then("/office/settings#words", isActive ? "词条已启用。" : "词条已停用。") : Page();
    }

    /// <summary>The version of a word in the list that this person's button changes; 0 where that list has it not.</summary>
    public uint VersionOf(CheckedWord word) => _added.Find(one => one.Wrong == word.Wrong && one.Body is null == !MaySetChains)?.Version ?? 0;

    private Task Set(string wrong, string right, CheckedWordKind kind, bool onlyHint, bool isActive, bool site, uint? seen) =>
        site ? setSiteWord.Run(wrong, right, kind, onlyHint, isActive, Me, seen, Cancel) : setWord.Run(wrong, right, kind, onlyHint, isActive, Me, seen, Cancel);

    private async Task Load()
    {
        List<(DocumentKind, ReviewChain)> all = [];
        foreach (var kind in Enum.GetValues<DocumentKind>())
            all.Add((kind, await chains.For(Me.Body, kind.Word, Cancel)));
        Chains = all;
        var rule = await Db.IndexRules.AsNoTracking().SingleOrDefaultAsync(one => one.Body == Me.Body, Cancel);
        Pattern = rule?.Pattern ?? IndexRule.Standard;
        RuleVersion = rule?.Edition ?? 0;
        Code = rule?.Code ?? await Db.Bodies.Where(body => body.Id == Me.Body).Select(body => body.CreditCode ?? body.Key).SingleAsync(Cancel);
        Retention = await RetentionRules.Of(Db, Me.Body, Cancel);
        _added = await Db.CheckedWords.AsNoTracking().Where(word => word.Body == null || word.Body == Me.Body).ToListAsync(Cancel);
        Checked = [.. CheckedWord.Standard.Concat(_added.OrderBy(word => word.Body is not null)).GroupBy(word => word.Wrong, StringComparer.Ordinal).Select(words => words.Last()).OrderBy(OriginOf).ThenBy(word => word.Wrong, StringComparer.Ordinal)];
    }
}

/// <summary>What was typed into the form of words.</summary>
public sealed record TypedWord(string? Wrong, string? Right, CheckedWordKind Kind, bool OnlyHint, bool Site, uint Seen);
