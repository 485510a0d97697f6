using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Reading;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>读取旧网站的一条: from its line to clean content, kept files and findings; needs no lock and touches no row, so lines are read side by side.</summary>
public sealed class ReadMoved(DocumentChecks checks, AttachmentIntake intake, TimeProvider clock)
{
    /// <summary>Checks that point to what a clerk may add later; everything else they find is about what would be shown.</summary>
    private static readonly string[] s_catalogue = ["missing_particulars", "missing_interpretation", "wrong_words", "unreadable_attachment", "kept_properties", "unplaced"];

    /// <param name="body">Whose it becomes.</param>
    /// <param name="line">Its number.</param>
    /// <param name="text">The line.</param>
    /// <param name="isThere">Whether a key came in before; then there is nothing more to read.</param>
    /// <param name="folder">Where its attachments are.</param>
    /// <param name="check">The pre-checks.</param>
    /// <param name="cancel">To stop.</param>
    internal async Task<MovedItem> Run(BodyId body, int line, string text, Func<string, bool> isThere, SourceFolder? folder, Func<InspectedItem, IReadOnlyList<Finding>> check, CancellationToken cancel)
    {
        MovedRecord? record = null;
        try
        {
            record = MovedRecord.Parse(text);
            if (isThere(record.ExternalId))
                return new MovedItem(line, record, null, [], [], null);
            if (record.PublishedOn > clock.Today())
                throw new RefusedException($"published_on“{record.PublishedOn:yyyy-MM-dd}”晚于今天，不是已经公开的内容。", "published_on");
            var content = CleanContent.OfElsewhere(Content(record));
            if (record.Text is not null || record.Html is not null)
                content.Content.Summary = MovedPlace.SummaryOf(content.Text, content.Content.Title);
            var attachments = await Attachments(record, folder, cancel);
            List<InspectedFile> files = [];
            foreach (var attachment in attachments)
                files.Add(await checks.Read(attachment, cancel));
            var findings = check(new InspectedItem(content.Content.Title, content.Text) { Body = body, Files = files, MissingParticulars = ContentFields.Missing(content.Content) });
            return new MovedItem(line, record, content, attachments, WithEvidence(record, WithPlace(record, content.Content, findings)), null) { Links = Links(record, content) };
        }
        catch (RefusedException refused)
        {
            return new MovedItem(line, record, null, [], [], refused.Message);
        }
    }

    /// <summary>Whether people must look before it is public: whatever a check saw in the content itself, and evidence that is not there.</summary>
    internal static bool MustBeLookedAt(Finding finding) =>
        finding.Severity == FindingSeverity.Serious || (finding.Severity == FindingSeverity.Warning && !s_catalogue.Contains(finding.Check, StringComparer.Ordinal));

    /// <summary>无法归入栏目: no statutory column shows it; that stops nothing, and stands in the board's tray until a person has placed it.</summary>
    private static IReadOnlyList<Finding> WithPlace(MovedRecord record, DocumentContent content, IReadOnlyList<Finding> findings) =>
        content.Article20Item is not null ? findings
            : [new Finding("unplaced", FindingSeverity.Warning, "原栏目", 0, record.Column ?? "没有原栏目", "无法归入栏目：修订时选择法定公开事项，在“公开事项”中可按“未归入栏目”查找"), .. findings];

    private static IReadOnlyList<Finding> WithEvidence(MovedRecord record, IReadOnlyList<Finding> findings) =>
        record.Url is not null || record.PublishedOn is not null ? findings
            : [new Finding("migration_evidence", FindingSeverity.Serious, "迁移依据", 0, "没有原网址和原公开日期", "补充原网址或者原公开日期；没有的，核实确已公开过再公开"), .. findings];

    /// <summary>Of a whole page only those of the article; else as they came, before cleaning.</summary>
    private static IReadOnlyList<Uri> Links(MovedRecord record, CleanContent content) =>
        ImportedLinks.In(record.Html is { } html && !IsPage(html) ? html : content.Content.Html, record.Url, [.. record.Attachments.Select(path => Path.GetFileName(path))]);

    private static bool IsPage(string html) => html.Contains("<body", StringComparison.OrdinalIgnoreCase) || html.Contains("<html", StringComparison.OrdinalIgnoreCase);

    private static DocumentContent Content(MovedRecord record) => new()
    {
        Title = record.Title,
        DocumentNumber = record.DocumentNumber,
        Issuer = record.Issuer,
        CreatedOn = record.CreatedOn,
        Topic = record.Topic?.Replace('/', '\\'),
        Article20Item = MovedPlace.ItemOf(record.Column, record.Kind),
        Amendments = record.Kind.IsNormative ? MovedValidity.AmendmentOf(record.Validity) : null,
        Html = record.Html is { } html ? Article(html) : record.Text is { } text ? MarkdownText.ToHtml(text) : "<p>正文见附件。</p>",
    };

    /// <summary>Of a whole page only the article: menus and footers of the old site are not the document.</summary>
    private static string Article(string html)
    {
        if (!IsPage(html))
            return html;
        try
        {
            var article = NeutralHtml.Of(DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(html), "page.html").Blocks);
            return article.Length > 0 ? article : html;
        }
        catch (UnreadableFileException unreadable)
        {
            throw new RefusedException(unreadable.Message, "html");
        }
    }

    private async Task<IReadOnlyList<Attachment>> Attachments(MovedRecord record, SourceFolder? folder, CancellationToken cancel)
    {
        if (record.Attachments.Count > 0 && folder is null)
            throw new RefusedException("从标准输入读取时没有附件所在的目录。", "attachments");
        List<Attachment> kept = [];
        foreach (var path in record.Attachments)
        {
            var name = AttachmentIntake.Named(path);
            if (kept.Exists(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
                throw new RefusedException($"两个附件同名：“{name}”。", "attachments");
            await using var content = folder!.Open(path);
            kept.Add(await intake.Keep(kept.Count + 1, name, content, cancel));
        }

        return kept;
    }
}

/// <summary>One line that was read: what came of it, or why nothing did.</summary>
internal sealed record MovedItem(int Line, MovedRecord? Record, CleanContent? Content, IReadOnlyList<Attachment> Attachments, IReadOnlyList<Finding> Findings, string? Fault)
{
    public IReadOnlyList<Uri> Links { get; init; } = [];

    public bool MustBeLookedAt => Findings.Any(ReadMoved.MustBeLookedAt);
}
