using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Office.SignIn;

/// <summary>登录设置, `Gongkai:SignIn`.</summary>
public sealed class SignInSettings
{
    public const string Section = "Gongkai:SignIn";

    /// <summary>Minutes without a request after which a session ends.</summary>
    [Range(5, 24 * 60)]
    public int IdleMinutes { get; set; } = 60;

    /// <summary>Hours after which a session ends, however busy.</summary>
    [Range(1, 24)]
    public int Hours { get; set; } = 12;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512; hashes of fewer are made again at the next sign-in.</summary>
    [Range(1000, 10_000_000)]
    public int PasswordRounds { get; set; } = 210_000;

    /// <summary>Who must have a second factor (动态口令 or 通行密钥).</summary>
    public SecondFactorFor SecondFactor { get; set; } = SecondFactorFor.Administrators;

    /// <summary>Wrong or right, attempts one address may make in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int AttemptsPerMinute { get; set; } = 20;

    /// <summary>The domain passkeys are made for; the host of the request where none is set.</summary>
    public string? PasskeyDomain { get; set; }

    /// <summary>统一身份认证 of a city; switched on by its ClientId.</summary>
    public CitySignIn City { get; set; } = new();
}

/// <summary>谁须使用双因素.</summary>
public enum SecondFactorFor
{
    Nobody,
    Administrators,
    Everyone,
}

/// <summary>统一身份认证 (authorization code, PKCE, userinfo).</summary>
public sealed class CitySignIn
{
    public string Name { get; set; } = "统一身份认证";
    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }
    public string AuthorizationEndpoint { get; set; } = "";
    public string TokenEndpoint { get; set; } = "";
    public string UserInformationEndpoint { get; set; } = "";
    public string Scope { get; set; } = "openid profile";

    /// <summary>The member of userinfo that names the person for good.</summary>
    public string SubjectMember { get; set; } = "sub";

    /// <summary>The member that holds the login here, by which an account is bound on the first visit.</summary>
    public string LoginMember { get; set; } = "preferred_username";

    public bool IsOn => !string.IsNullOrWhiteSpace(ClientId);
}
