namespace Gongkai.Data;

/// <summary>发信设置, `Gongkai:Mail`. Without host, sender and address of the site nothing is sent, and pages offer nothing that needs it.</summary>
public sealed class MailOptions
{
    public const string Section = "Gongkai:Mail";

    /// <summary>SMTP 服务器.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>STARTTLS; off only where the server stands on the same machine or net.</summary>
    public bool Encrypted { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>发信地址.</summary>
    public string? From { get; set; }

    /// <summary>发信人名称.</summary>
    public string FromName { get; set; } = "政府信息公开平台";

    /// <summary>
    /// What links in letters begin with, such as https://www.yunze.example. It is never taken from a request: whoever asks could otherwise have
    /// the site write letters that lead elsewhere.
    /// </summary>
    public string? SiteAddress { get; set; }

    public bool IsReady => Host is { Length: > 0 } && From is { Length: > 0 } && SiteAddress is { Length: > 0 };
}
