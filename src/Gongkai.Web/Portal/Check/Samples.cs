using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.Web.Portal.Check;

/// <summary>示例报告: the synthetic reports of 云泽市 that come with the site, read once.</summary>
public sealed class Samples(ILogger<Samples> log)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "samples");

    private readonly Lazy<IReadOnlyList<Sample>> _all = new(() => ReadAll(log));

    public IReadOnlyList<Sample> All => _all.Value;

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
            var name = Path.GetRelativePath(s_folder, path).Replace(Path.DirectorySeparatorChar, '-');
            try
            {
                samples.AddRange(ReportReader.Read(content, name).Take(1).Select(report => new Sample(name, content, report)));
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
/// <param name="Name">Its name in the address: the file's.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Report">What it says, for lists.</param>
public sealed record Sample(string Name, byte[] Content, Report Report)
{
    public string Extension => Path.GetExtension(Name).TrimStart('.');
}
