namespace Gongkai.Web.Office.SignIn;

/// <summary>登录凭据的种类: names of cookies and of what stands in them.</summary>
internal static class Schemes
{
    public const string Session = "gongkai-office";
    public const string SecondFactor = "gongkai-second-factor";
    public const string City = "city";
    public const string CityReturn = "gongkai-city";
    public const string Passkey = "gongkai-passkey";

    public const string AccountClaim = "account";
    public const string OfficerClaim = "officer";
    public const string StampClaim = "stamp";
    public const string MethodClaim = "method";
    public const string SessionClaim = "session";
    public const string SubjectClaim = "subject";
    public const string LoginClaim = "login";
}
