using Gongkai.Web.Portal.Check;
using Gongkai.Web.Portal.Check.Result;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

/// <summary>首页: what this place is, and the way to the clinic.</summary>
public sealed class HomeModel(Samples samples) : PageModel
{
    public IReadOnlyList<Sample> Bodies { get; } = [.. samples.OfBodies];

    public IReadOnlyList<Sample> Layouts { get; } = [.. samples.OfLayouts];

    public string FigureOf(Sample sample, string path) =>
        sample.Report.Form is { } form && form.TryIndexOf(path, out var index) ? new Figure(path, "", "", sample.Report[index]).Text : "";
}
