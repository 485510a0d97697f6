using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>文中数字的读取: the figures of the running text that claim to count what a cell of the form counts.</summary>
public static class ClaimReader
{
    /// <summary>The claims in reading order.</summary>
    /// <param name="narrative">The running text.</param>
    /// <param name="form">The edition, which decides the names of cells; null for a report of neither form.</param>
    public static IReadOnlyList<Claim> Read(Narrative narrative, Form? form) => Prose.Of(narrative).Claims(form);
}
