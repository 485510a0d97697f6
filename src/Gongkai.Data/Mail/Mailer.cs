using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace Gongkai.Data;

/// <summary>发信: one letter by SMTP; whoever calls it (the outbox) tries again when it fails.</summary>
public sealed class Mailer(IOptions<MailOptions> options)
{
    private const int Longest = 254;

    /// <summary>Whether letters can be sent at all.</summary>
    public bool IsReady => options.Value.IsReady;

    /// <summary>Of the site, without a slash at its end.</summary>
    public string SiteAddress => options.Value.SiteAddress!.TrimEnd('/');

    public string SiteName => options.Value.FromName;

    /// <summary>The address as typed where it can be one that letters reach; null for everything else.</summary>
    public static string? AddressOrNull(string? typed)
    {
        typed = typed?.Trim();
        return typed is { Length: > 3 and <= Longest } && typed.All(letter => letter is > ' ' and < '\u007f' and not ('"' or '<' or '>' or ',' or ';' or '(' or ')'))
            && MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal) && address.Host[^1] != '.'
            ? typed
            : null;
    }

    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task Send(Letter letter, CancellationToken cancel)
    {
        var mail = options.Value;
        using var message = new MailMessage(new MailAddress(mail.From!, mail.FromName, Encoding.UTF8), new MailAddress(letter.To))
        {
            Subject = letter.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } end)
        {
            message.Headers.Add("List-Unsubscribe", $"<{end}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        using var server = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Encrypted, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (mail.User is { Length: > 0 } user)
            server.Credentials = new NetworkCredential(user, mail.Password);
        await server.SendMailAsync(message, cancel);
    }
}

/// <summary>信件.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">In one line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Unsubscribe">Where one letter more ends it (RFC 8058).</param>
public sealed record Letter(string To, string Subject, string Text, string? Unsubscribe = null);
