using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.Web.Portal.Check;

/// <summary>示例报告: the synthetic reports of 云泽市 that come with the site, read once: those of its five bodies first, then one report in many layouts.</summary>
public sealed class Samples(ILogger<Samples> log)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "samples");

    private readonly Lazy<IReadOnlyList<Sample>> _all = new(() => ReadAll(log));

    public IReadOnlyList<Sample> All => _all.Value;

    /// <summary>演示机关的年报: one finished report of each body.</summary>
    public IEnumerable<Sample> OfBodies => All.Where(sample => sample.Folder == "bodies");

    /// <summary>各种版式: what reports look like when they come in.</summary>
    public IEnumerable<Sample> OfLayouts => All.Where(sample => sample.Folder == "layouts");

    /// <summary>A sample by the name in its address, or null.</summary>
    public Sample? Find(string name) => All.FirstOrDefault(sample => sample.Name == name);

    private static List<Sample> ReadAll(ILogger log)
    {
        List<Sample> samples = [];
        if (!Directory.Exists(s_folder))
            return samples;

        foreach (var path in Directory.EnumerateFiles(s_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(path);
            var name = Path.GetFileName(path);
            var folder = Path.GetFileName(Path.GetDirectoryName(path))!;
            try
            {
                samples.AddRange(ReportReader.Read(content, name).Take(1).Select(report => new Sample(folder, name, content, report)));
            }
            catch (Exception unread) when (unread is UnreadableFileException or ProgramMissingException)
            {
                // A sample may be there to show what cannot be read, or need a program that is not installed.
                log.LogInformation("sample {Name} is not listed: {Reason}", name, unread.Message);
            }
        }

        return samples;
    }
}

/// <summary>示例.</summary>
/// <param name="Folder">`bodies` or `layouts`.</param>
/// <param name="Name">Its name in the address: the file's.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Report">What it says, for lists.</param>
public sealed record Sample(string Folder, string Name, byte[] Content, Report Report)
{
    /// <summary>What sort of file it is, in words.</summary>
    public string Kind => Path.GetExtension(Name).ToLowerInvariant() switch
    {
        ".docx" or ".doc" => "Word",
        ".pdf" => "PDF",
        ".html" => "网页",
        ".xlsx" => "Excel",
        ".md" => "Markdown",
        ".json" => "JSON",
        _ => "纯文本",
    };

    /// <summary>The file's name without its ending.</summary>
    public string Title => Path.GetFileNameWithoutExtension(Name);
}
