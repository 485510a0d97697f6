using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Records;

/// <summary>对象的称呼: what a thing of the ledger is called today; the chain itself keeps no titles.</summary>
public sealed class Things(GongkaiDb db)
{
    public static string NameOf(string kind) => kind switch
    {
        "body" => "机关",
        "section" => "科室",
        "officer" => "人员",
        "account" => "账号",
        "session" => "会话",
        "ledger" => "台账",
        "ledger_entry" => "台账的一条",
        "retention_rule" => "保管期限",
        "public_finding" => "复查发现",
        "document" => "公开事项",
        "review" => "审查",
        "review_chain" => "审查流程",
        "checked_word" => "用词",
        "guide" => "公开指南",
        "catalogue" => "主动公开基本目录",
        "catalogue_line" => "基本目录的一行",
        "catalogue_column" => "栏目",
        "index_rule" => "索引号规则",
        "topic_page" => "专题",
        "site_footer" => "页脚",
        "webhook" => "事件推送",
        "api_token" => "接口令牌",
        "search_synonym" => "同义词",
        "site_fault" => "网站找错",
        "alert" => "订阅",
        "migration" => "迁移",
        "draft_table" => "批量导入",
        "migration_job" => "迁入任务",
        "site_key" => "平台密钥",
        "subject_key" => "个人密钥",
        _ => "其他对象",
    };

    public async Task<IReadOnlyDictionary<(string, string), string>> Titles(IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        var titles = new Dictionary<(string, string), string>();
        var bodies = Ids(entries, "body").ConvertAll(id => new BodyId(id));
        foreach (var body in await db.Bodies.AsNoTracking().Where(body => bodies.Contains(body.Id)).Select(body => new { body.Id, body.ShortName }).ToListAsync(cancel))
            titles[("body", $"{body.Id.Value}")] = $"机关 {body.ShortName}";
        var sections = Ids(entries, "section").ConvertAll(id => new SectionId(id));
        foreach (var section in await db.Sections.AsNoTracking().Where(section => sections.Contains(section.Id)).Select(section => new { section.Id, section.Name }).ToListAsync(cancel))
            titles[("section", $"{section.Id.Value}")] = $"科室 {section.Name}";
        var officers = Ids(entries, "officer").ConvertAll(id => new OfficerId(id));
        foreach (var officer in await db.Officers.AsNoTracking().Where(officer => officers.Contains(officer.Id)).Select(officer => new { officer.Id, officer.Name }).ToListAsync(cancel))
            titles[("officer", $"{officer.Id.Value}")] = $"人员 {officer.Name}";
        var accounts = Ids(entries, "account").ConvertAll(id => new AccountId(id));
        foreach (var account in await (from account in db.Accounts.AsNoTracking() where accounts.Contains(account.Id) join officer in db.Officers on account.Officer equals officer.Id select new { account.Id, officer.Name }).ToListAsync(cancel))
            titles[("account", $"{account.Id.Value}")] = $"{account.Name}的账号";
        var documents = Ids(entries, "document").ConvertAll(id => new DocumentId(id));
        foreach (var document in await db.Documents.AsNoTracking().Where(document => documents.Contains(document.Id)).Select(document => new { document.Id, document.Title }).ToListAsync(cancel))
            titles[("document", $"{document.Id.Value}")] = $"公开事项 {document.Title}";
        return titles;
    }

    /// <summary>What ids that stand in before and after belong to, by name; those of things without one are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesOf(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var names = new Dictionary<Guid, string>();
        var bodies = ids.Select(id => new BodyId(id)).ToList();
        foreach (var body in await db.Bodies.AsNoTracking().Where(body => bodies.Contains(body.Id)).Select(body => new { body.Id, body.ShortName }).ToListAsync(cancel))
            names[body.Id.Value] = body.ShortName;
        var sections = ids.Select(id => new SectionId(id)).ToList();
        foreach (var section in await db.Sections.AsNoTracking().Where(section => sections.Contains(section.Id)).Select(section => new { section.Id, section.Name }).ToListAsync(cancel))
            names[section.Id.Value] = section.Name;
        var officers = ids.Select(id => new OfficerId(id)).ToList();
        foreach (var officer in await db.Officers.AsNoTracking().Where(officer => officers.Contains(officer.Id)).Select(officer => new { officer.Id, officer.Name }).ToListAsync(cancel))
            names[officer.Id.Value] = officer.Name;
        var documents = ids.Select(id => new DocumentId(id)).ToList();
        foreach (var document in await db.Documents.AsNoTracking().Where(document => documents.Contains(document.Id)).Select(document => new { document.Id, document.Title }).ToListAsync(cancel))
            names[document.Id.Value] = $"“{document.Title}”";
        var reviews = ids.Select(id => new ReviewId(id)).ToList();
        foreach (var review in await db.Reviews.AsNoTracking().Where(review => reviews.Contains(review.Id)).Select(review => new { review.Id, review.ChainName }).ToListAsync(cancel))
            names[review.Id.Value] = $"一次审查（{review.ChainName}）";
        return names;
    }

    private static List<Guid> Ids(IEnumerable<LedgerEntry> entries, string kind) =>
        [.. entries.Where(entry => entry.Kind == kind).Select(entry => Guid.TryParse(entry.Key, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}
