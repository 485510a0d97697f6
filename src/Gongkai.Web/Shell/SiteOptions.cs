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

    /// <summary>Searches one address may make in a minute, suggestions while typing included.</summary>
    [Range(1, int.MaxValue)]
    public int SearchesPerMinute { get; set; } = 600;

    /// <summary>PDF documents one address may have printed in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int PrintsPerMinute { get; set; } = 30;

    /// <summary>Checks the whole site runs at one time; a few more wait, the rest are asked to come back.</summary>
    [Range(1, 1000)]
    public int ChecksAtOnce { get; set; } = 4;

    /// <summary>The address people know the site by, such as https://www.yunze.example; permanent links and codes begin with it.</summary>
    [Url]
    public string? PublicAddress { get; set; }

    /// <summary>Other names the site answers to, such as that of a cluster's inner check.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>Addresses or networks of the proxies before the site (10.0.0.5, 192.168.0.0/16), whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    public long FileBytes => (long)FileMegabytes << 20;

    public long RequestBytes => (long)RequestMegabytes << 20;
}
