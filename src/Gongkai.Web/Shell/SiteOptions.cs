using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Shell;

/// <summary>站点限额: what one visitor may ask of the site (`Gongkai:Site`).</summary>
public sealed class SiteOptions
{
    /// <summary>Megabytes one file may have.</summary>
    [Range(1, 1024)]
    public int FileMegabytes { get; set; } = 20;

    /// <summary>Megabytes of all files of one request that are kept in memory together.</summary>
    [Range(1, 4096)]
    public int RequestMegabytes { get; set; } = 80;

    /// <summary>Files in one request.</summary>
    [Range(1, 1000)]
    public int Files { get; set; } = 50;

    /// <summary>Seconds one check may take once everything has arrived.</summary>
    [Range(1, 600)]
    public int CheckSeconds { get; set; } = 60;

    /// <summary>Checks, downloads and calls one address may make in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int ChecksPerMinute { get; set; } = 60;

    /// <summary>Calls of open data one address may make in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int OpenDataPerMinute { get; set; } = 120;

    /// <summary>Checks the whole site runs at one time; a few more wait, the rest are asked to come back.</summary>
    [Range(1, 1000)]
    public int ChecksAtOnce { get; set; } = 4;

    /// <summary>The address people know the site by, such as https://www.yunze.example; permanent links and codes begin with it.</summary>
    [Url]
    public string? PublicAddress { get; set; }

    public long FileBytes => (long)FileMegabytes << 20;

    public long RequestBytes => (long)RequestMegabytes << 20;
}
