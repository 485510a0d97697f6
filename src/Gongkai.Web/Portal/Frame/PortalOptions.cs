using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Portal.Frame;

/// <summary>平台: what the head and foot of every public page say (`Gongkai:Portal`); the fields an inspection of a government site looks for.</summary>
public sealed class PortalOptions
{
    public const string Section = "Gongkai:Portal";

    /// <summary>SiteName: 网站名称.</summary>
    [Required, StringLength(60)]
    public string Name { get; set; } = "政府信息公开平台";

    /// <summary>SiteDomain: 网站域名.</summary>
    [RegularExpression("^[a-z0-9.-]+$")]
    public string? Domain { get; set; }

    /// <summary>SiteIDCode: 网站标识码, ten digits, or bm and eight digits.</summary>
    [RegularExpression("^([0-9]{10}|bm[0-9]{8})$")]
    public string? IdCode { get; set; }

    /// <summary>ICP备案号.</summary>
    [StringLength(60)]
    public string? Icp { get; set; }

    /// <summary>公安机关备案号.</summary>
    [StringLength(60)]
    public string? Police { get; set; }

    /// <summary>主办单位.</summary>
    [StringLength(60)]
    public string? Sponsor { get; set; }

    /// <summary>承办单位.</summary>
    [StringLength(60)]
    public string? Undertaker { get; set; }

    /// <summary>联系方式.</summary>
    [StringLength(100)]
    public string? Contact { get; set; }
}
