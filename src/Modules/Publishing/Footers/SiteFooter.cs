using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>页脚: what the foot of a body's own pages says of it, the fields an inspection of a government site looks for; what is empty is taken from the platform's setting.</summary>
public sealed partial class SiteFooter(BodyId body) : IRecordable
{
    public const string RecordKind = "site_footer";

    public BodyId Body { get; } = body;

    /// <summary>网站标识码: ten digits, or bm and eight digits.</summary>
    public string? IdCode { get; private set; }

    /// <summary>ICP备案号.</summary>
    public string? Icp { get; private set; }

    /// <summary>公安机关备案号.</summary>
    public string? Police { get; private set; }

    /// <summary>主办单位; the body itself where nothing is said.</summary>
    public string? Sponsor { get; private set; }

    /// <summary>承办单位.</summary>
    public string? Undertaker { get; private set; }

    /// <summary>联系方式; that of the guide where nothing is said.</summary>
    public string? Contact { get; private set; }
    public uint Version { get; private set; }

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Body.Value}";

    /// <exception cref="RefusedException">A number is none.</exception>
    internal void Set(FooterContent typed)
    {
        IdCode = Shaped(typed.IdCode, 10, "网站标识码", "id_code", Code(), "十位数字，或者 bm 加八位数字");
        Icp = Shaped(typed.Icp, 60, "ICP备案号", "icp", Filing(), "写有“ICP备”和数字，如 云ICP备09000001号-1");
        Police = Shaped(typed.Police, 60, "公安机关备案号", "police", PoliceFiling(), "写有“公网安备”和数字，如 云公网安备 99010002000001号");
        Sponsor = CatalogueText.OrNull(typed.Sponsor, 60, "主办单位", "sponsor");
        Undertaker = CatalogueText.OrNull(typed.Undertaker, 60, "承办单位", "undertaker");
        Contact = CatalogueText.OrNull(typed.Contact, 100, "联系方式", "contact");
    }

    private static string? Shaped(string? typed, int atMost, string label, string field, Regex shape, string how) =>
        CatalogueText.OrNull(typed, atMost, label, field) is not { } text || shape.IsMatch(text) ? CatalogueText.OrNull(typed, atMost, label, field) : throw new RefusedException($"{label}应当是{how}。", field);

    [GeneratedRegex(@"^([0-9]{10}|bm[0-9]{8})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("ICP备.*[0-9]{6}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filing();

    [GeneratedRegex("公网安备.*[0-9]{10}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PoliceFiling();
}

/// <summary>What people type into the fields of a foot.</summary>
public sealed record FooterContent(string? IdCode, string? Icp, string? Police, string? Sponsor, string? Undertaker, string? Contact);
