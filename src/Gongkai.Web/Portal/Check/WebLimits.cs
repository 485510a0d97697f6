using Gongkai.Formats;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Portal.Check;

/// <summary>网页读取限额: tighter than on the command line, because strangers share the machine.</summary>
public static class WebLimits
{
    public static ReadingLimits Of(SiteOptions site) => ReadingLimits.Default with
    {
        FileBytes = site.FileBytes,
        RecognisedPages = 8,
        ProgramTime = TimeSpan.FromSeconds(Math.Max(5, site.CheckSeconds / 2)),
    };
}
