using Gongkai.Bodies;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>条目表单: a line as it is typed.</summary>
public sealed class LineForm
{
    public string? Matter { get; set; }
    public string? Content { get; set; }
    public string? Article20Item { get; set; }
    public string? Basis { get; set; }
    public string? Limit { get; set; }
    public Guid? Section { get; set; }
    public Guid? Officer { get; set; }
    public DisclosureAttribute Manner { get; set; }
    public string? Channels { get; set; }
    public string? Audience { get; set; }
    public string? Column { get; set; }
    public string? Rhythm { get; set; }
    public OpennessStage? Stage { get; set; }
    public DocumentKind? Kind { get; set; }
    public string? Topic { get; set; }
    public bool OwnSectionOnly { get; set; }

    public static LineForm Of(LineContent line) => new()
    {
        Matter = line.Matter,
        Content = line.Content,
        Article20Item = line.Article20Item,
        Basis = line.Basis,
        Limit = line.Limit.Name,
        Section = line.Section?.Value,
        Officer = line.Officer?.Value,
        Manner = line.Manner,
        Channels = line.Channels,
        Audience = line.Audience,
        Column = line.Column,
        Rhythm = line.Rhythm?.RhythmName,
        Stage = line.Stage,
        Kind = line.Kind,
        Topic = line.Topic,
        OwnSectionOnly = line.OwnSectionOnly,
    };

    /// <exception cref="RefusedException">Limit or rhythm is no number of days.</exception>
    public LineContent Read() => new()
    {
        Matter = Matter ?? "",
        Content = Content ?? "",
        Article20Item = Article20Item ?? "",
        Basis = Basis,
        Limit = string.IsNullOrWhiteSpace(Limit) ? DayCount.Article26 : DayCount.Parse(Limit, "公开时限", "limit"),
        Section = Choices.Section(Section),
        Officer = Officer is { } officer ? new OfficerId(officer) : null,
        Manner = Manner,
        Channels = Channels ?? "",
        Audience = Audience ?? "",
        Column = Column ?? "",
        Rhythm = string.IsNullOrWhiteSpace(Rhythm) ? null : DayCount.Parse(Rhythm, "更新周期", "rhythm"),
        Stage = Stage,
        Kind = Kind,
        Topic = Topic,
        OwnSectionOnly = OwnSectionOnly,
    };

    public static IEnumerable<SelectListItem> Items => Classes.Article20.Select(item => new SelectListItem(item.Label, item.Key)).Prepend(new SelectListItem("请选择", ""));

    public static IEnumerable<SelectListItem> Manners => new[] { DisclosureAttribute.Proactive, DisclosureAttribute.OnRequest }.Select(one => new SelectListItem(one.Name, one.ToString()));

    public static IEnumerable<SelectListItem> Stages => Enum.GetValues<OpennessStage>().Select(one => new SelectListItem(one.Name, one.ToString())).Prepend(Choices.None);

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<DocumentKind>().Select(one => new SelectListItem(one.Name, one.ToString())).Prepend(new SelectListItem("（不限）", ""));
}
