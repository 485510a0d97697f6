namespace Gongkai.Publishing;

/// <summary>自动检查设置, `Gongkai:Checks`.</summary>
public sealed class CheckOptions
{
    public const string Section = "Gongkai:Checks";

    /// <summary>Whether links to other sites are tried; a server without a way out leaves it off.</summary>
    public bool OutsideLinks { get; set; }

    /// <summary>Lets links into one's own network be tried, for a site whose readers stand in it.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>Seconds another site may take to answer.</summary>
    public int LinkSeconds { get; set; } = 5;

    /// <summary>Seconds all links of one text may take together; what has not answered by then is said to be open.</summary>
    public int TextSeconds { get; set; } = 10;

    /// <summary>Milliseconds between two documents when all that is public is looked through again: the site's readers come first.</summary>
    public int RescanPause { get; set; } = 50;
}
