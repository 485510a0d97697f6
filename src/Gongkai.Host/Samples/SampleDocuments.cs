using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Host.Samples;

/// <summary>示例事项: the documents of the five bureaus, as many as their sample reports name and in every state of life, written at once with an entry each.</summary>
public sealed class SampleDocuments(GongkaiDb db, BulkInsert bulk, Ledger ledger, AttachmentIntake intake, TimeProvider clock)
{
    private const string Page = ".html";

    internal static Act LoadSample { get; } = new("samples.load_document", "载入示例事项");

    internal async Task Load(IReadOnlyDictionary<string, BodyId> bodies, IActor by, CancellationToken cancel)
    {
        var file = SampleDocumentsFile.Read();
        List<Recorded> made = [];
        foreach (var bureau in file.Bodies)
        {
            var id = bodies[bureau.Key];
            var body = await db.Bodies.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
            var officers = await db.Officers.AsNoTracking().Where(officer => officer.Body == id).ToListAsync(cancel);
            var people = Enum.GetValues<Role>().Where(role => officers.Exists(officer => officer.Grants.Any(grant => grant.Role == role)))
                .ToDictionary(role => role, role => officers.First(officer => officer.Grants.Any(grant => grant.Role == role)));
            var rule = new IndexRule(id) { Code = body.CreditCode ?? body.Key };
            var work = new SampleBureauWork(file, bureau, body, people, rule, clock.Today(), await Files(bureau, body, cancel), bureau.Report.EndsWith(Page, StringComparison.Ordinal) ? Encoding.UTF8.GetString(ReportOf(bureau)) : null);
            foreach (var life in work.All())
                made.Add(new Recorded(ledger.Entry(LoadSample, by, life.Document), life.Things));
            made.Add(new Recorded(ledger.Entry(Act.SetIndexRule, by, rule), [rule]));
        }

        await bulk.Run(() => Task.FromResult<IReadOnlyList<Recorded>>(made), written: null, cancel);
    }

    private async Task<IReadOnlyDictionary<string, Attachment>> Files(SampleBureau bureau, Body body, CancellationToken cancel)
    {
        var word = SampleFiles.Word($"{body.Name}附件", ["本附件列出有关事项的办理要求。", "一、填写内容应当真实、完整。", "二、材料一式一份，网上提交。"]);
        var sheet = SampleFiles.Sheet($"{body.Name}附表", [.. Enumerable.Range(1, 6).Select(i => ($"第{i}项", bureau.Published * i))]);
        var kept = new Dictionary<string, Attachment>(StringComparer.Ordinal)
        {
            ["docx"] = await intake.Keep(1, "附件.docx", new MemoryStream(word), cancel),
            ["xlsx"] = await intake.Keep(1, "附表.xlsx", new MemoryStream(sheet), cancel),
            ["epub"] = await intake.Keep(1, "政策问答.epub", new MemoryStream(SampleBook.Of(body.Name)), cancel),
        };
        if (!bureau.Report.EndsWith(Page, StringComparison.Ordinal))
            kept["report"] = await intake.Keep(1, bureau.Report, new MemoryStream(ReportOf(bureau)), cancel);
        return kept;
    }

    private static byte[] ReportOf(SampleBureau bureau)
    {
        using var stream = typeof(SampleDocuments).Assembly.GetManifestResourceStream($"reports/{bureau.Report}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
