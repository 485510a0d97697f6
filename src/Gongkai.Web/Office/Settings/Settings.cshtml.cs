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
    public IReadOnlyList<(DocumentKind Kind, ReviewChain Chain)> Chains { get; private set; } = [];

    public string Pattern { get; private set; } = IndexRule.Standard;

    public string Code { get; private set; } = "";

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
        if (await Attempt(() => setRetention.Run(Me.Body, kind, period, Me, Cancel)))
            return Then("/office/settings#retention", $"{kind.Name}的保管期限已改为{period.Name}；已归档的不变。");
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRule(string? pattern, string? code)
    {
        if (await Attempt(() => setRule.Run(Me.Body, pattern?.Trim() ?? "", code?.Trim() ?? "", Me, Cancel)))
            return Then("/office/settings", "索引号规则已保存，今后的索引号按它编；已经编出的不变。");
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostWord(string? wrong, string? right, CheckedWordKind kind, bool onlyHint, bool site)
    {
        if (await Attempt(() => Set(wrong ?? "", right ?? "", kind, onlyHint, isActive: true, site)))
            return Then("/office/settings#words", site ? "词条已保存，用于全站。" : "词条已保存，用于本机关；已公开的内容随后自动复查。");
        await Load();
        return Page();
    }

    /// <summary>Points a word out no more, or again.</summary>
    public async Task<IActionResult> OnPostToggle(string wrong, bool isActive, bool site)
    {
        await Load();
        if (Checked.FirstOrDefault(word => word.Wrong == wrong) is not { } known)
            return NotFound();
        return await Attempt(() => Set(known.Wrong, known.Right, known.Kind, known.OnlyHint, isActive, site)) ? Then("/office/settings#words", isActive ? "词条已启用。" : "词条已停用。") : Page();
    }

    private Task Set(string wrong, string right, CheckedWordKind kind, bool onlyHint, bool isActive, bool site) =>
        site ? setSiteWord.Run(wrong, right, kind, onlyHint, isActive, Me, Cancel) : setWord.Run(wrong, right, kind, onlyHint, isActive, Me, Cancel);

    private async Task Load()
    {
        List<(DocumentKind, ReviewChain)> all = [];
        foreach (var kind in Enum.GetValues<DocumentKind>())
            all.Add((kind, await chains.For(Me.Body, kind.Word, Cancel)));
        Chains = all;
        var rule = await Db.IndexRules.AsNoTracking().SingleOrDefaultAsync(one => one.Body == Me.Body, Cancel);
        Pattern = rule?.Pattern ?? IndexRule.Standard;
        Code = rule?.Code ?? await Db.Bodies.Where(body => body.Id == Me.Body).Select(body => body.CreditCode ?? body.Key).SingleAsync(Cancel);
        Retention = await RetentionRules.Of(Db, Me.Body, Cancel);
        var added = await Db.CheckedWords.AsNoTracking().Where(word => word.Body == null || word.Body == Me.Body).ToListAsync(Cancel);
        Checked = [.. CheckedWord.Standard.Concat(added.OrderBy(word => word.Body is not null)).GroupBy(word => word.Wrong, StringComparer.Ordinal).Select(words => words.Last()).OrderBy(OriginOf).ThenBy(word => word.Wrong, StringComparer.Ordinal)];
    }
}
