namespace Gongkai.Publishing;

/// <summary>公开指南的内容: what article 12 asks of a guide, with what people need besides to reach the office.</summary>
public class GuideContent
{
    /// <summary>政府信息的分类.</summary>
    public string? Classification { get; set; }

    /// <summary>编排体系.</summary>
    public string? Arrangement { get; set; }

    /// <summary>获取方式.</summary>
    public string? WaysToObtain { get; set; }

    /// <summary>政府信息公开工作机构的名称.</summary>
    public string? OfficeName { get; set; }

    /// <summary>办公地址.</summary>
    public string? Address { get; set; }

    /// <summary>办公时间.</summary>
    public string? Hours { get; set; }

    /// <summary>联系电话.</summary>
    public string? Phone { get; set; }

    /// <summary>传真号码.</summary>
    public string? Fax { get; set; }

    /// <summary>互联网联系方式: e-mail or the address of a form.</summary>
    public string? InternetContact { get; set; }

    /// <summary>邮政编码.</summary>
    public string? PostCode { get; set; }

    /// <summary>申请渠道 (article 28); a channel that is announced binds the office.</summary>
    public string? RequestChannels { get; set; }

    /// <summary>监督方式: to whom one complains, with telephone and address.</summary>
    public string? Supervision { get; set; }

    /// <summary>施行日期.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>下次核对日期.</summary>
    public DateOnly? ReviewBy { get; set; }

    /// <summary>缺少的要素: labels of what article 12 names and nobody has written.</summary>
    public IReadOnlyList<string> Missing => [.. GuideFields.MissingIn(this).Select(one => one.Label)];

    internal void TakeFrom(GuideContent other)
    {
        (Classification, Arrangement, WaysToObtain) = (other.Classification, other.Arrangement, other.WaysToObtain);
        (OfficeName, Address, Hours, Phone, Fax, InternetContact) = (other.OfficeName, other.Address, other.Hours, other.Phone, other.Fax, other.InternetContact);
        (PostCode, RequestChannels, Supervision) = (other.PostCode, other.RequestChannels, other.Supervision);
        (EffectiveOn, ReviewBy) = (other.EffectiveOn, other.ReviewBy);
    }
}
