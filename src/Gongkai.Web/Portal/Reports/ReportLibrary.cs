using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Reading;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Publishing;
using Gongkai.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Reports;

/// <summary>年报库 (T6): the published annual reports of every body and year, read into data from the files that were published with them.</summary>
public sealed partial class ReportLibrary(GongkaiDb db, IFileStore files, ReadReports read, Workbench workbench)
{
    /// <summary>The newest year first, within it by body.</summary>
    public async Task<IReadOnlyList<ShelvedReport>> List(BodyId? body, CancellationToken cancel)
    {
        var found = db.Documents.AsNoTracking().Readable.Where(document => document.Kind == DocumentKind.AnnualReport);
        if (body is { } one)
            found = found.Where(document => document.Body == one);
        var rows = await found.Select(document => new { document.Id, document.Body, document.Title, document.PublishedOn, At = document.History.Where(taken => taken.Step == Procedure.Publish.Id).Min(taken => (DateTimeOffset?)taken.At) }).ToListAsync(cancel);
        return [.. rows.Select(row => new ShelvedReport(row.Id, row.Body, row.Title, YearIn(row.Title) ?? row.PublishedOn!.Value.Year - 1, row.PublishedOn!.Value, row.At!.Value)).OrderByDescending(row => row.Year).ThenBy(row => row.Title, StringComparer.Ordinal)];
    }

    /// <summary>The report of a year; null where none is public now.</summary>
    public async Task<ShelvedReport?> Find(BodyId body, int year, CancellationToken cancel) => (await List(body, cancel)).FirstOrDefault(report => report.Year == year);

    /// <summary>What a published report says: the first of its files, or else its text, that can be read as one; null where none can.</summary>
    public async Task<Report?> Read(DocumentId id, CancellationToken cancel)
    {
        var document = await db.Documents.AsNoTracking().AsSplitQuery().Readable.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (document?.Shown is not { } shown)
            return null;
        foreach (var attachment in shown.Attachments.OrderBy(attachment => attachment.Number))
        {
            if (await read.Of(attachment.Shown.Value, () => workbench.Run(_ => Open(attachment), cancel)) is { } report)
                return report;
        }

        return await read.Of(document.DigestOf(shown).Value, () => workbench.Run(_ => Open(Encoding.UTF8.GetBytes($"<!doctype html><meta charset=utf-8><h1>{shown.Title}</h1>{shown.Html}"), "正文.html"), cancel));
    }

    private Report? Open(Attachment attachment)
    {
        using var content = files.Open(attachment.Shown);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return Open(bytes.ToArray(), attachment.Name);
    }

    /// <summary>A file that is no report of the form is simply passed over: a cover letter may stand beside the report.</summary>
    private static Report? Open(byte[] content, string name)
    {
        try
        {
            return ReportReader.Read(content, name).FirstOrDefault(report => report.Form is not null);
        }
        catch (Exception unread) when (unread is UnreadableFileException or ProgramMissingException)
        {
            return null;
        }
    }

    private static int? YearIn(string title) => Year().Match(title) is { Success: true } match ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("(?<year>20[0-9]{2}) ?年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}

/// <summary>年报库的一份.</summary>
/// <param name="Id">Its document.</param>
/// <param name="Body">Whose.</param>
/// <param name="Title">As published.</param>
/// <param name="Year">报告年度: of its title, else the year before it was published.</param>
/// <param name="PublishedOn">公开日期.</param>
/// <param name="At">Of its first publication here.</param>
public sealed record ShelvedReport(DocumentId Id, BodyId Body, string Title, int Year, DateOnly PublishedOn, DateTimeOffset At);

/// <summary>已读的年报: reading a file takes longer than showing it; a content never changes under its name, so what was read once holds.</summary>
public sealed class ReadReports
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, Report> _read = new(StringComparer.Ordinal);

    public async Task<Report?> Of(string content, Func<Task<Report?>> open)
    {
        if (_read.TryGetValue(content, out var known))
            return known;
        var report = await open();
        if (report is null)
            return null;
        if (_read.Count >= Most)
            _read.Clear();
        return _read[content] = report;
    }
}
