using Gongkai.Bodies;

namespace Gongkai.Web.Office.Shell;

/// <summary>来访: who makes this request, with which account and session, and what he may do.</summary>
/// <param name="Officer">Whose right it is; through a token no further than that reaches.</param>
/// <param name="Account">Of a person; a token has none.</param>
/// <param name="Session">Of a person; a token has none.</param>
/// <param name="Rules">Who may do what, as it stands now.</param>
/// <param name="Today">The legal date.</param>
public sealed record OfficeVisit(Officer Officer, AccountId Account, Guid Session, Gongkai.Bodies.Permissions Rules, DateOnly Today)
{
    /// <summary>Whether the role asks for a second factor that the account has not.</summary>
    public bool LacksSecondFactor { get; init; }

    public bool May(Permission permission, BodyId body) => Rules.May(Officer, permission, body, Today);

    public bool May(Permission permission) => Rules.MayAnywhere(Officer, permission, Today);
}

/// <summary>所需权限: of a page or endpoint of the staff; the gate asks it of every one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;
}

/// <summary>登录之前: pages of the office that stand before its door.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSignInAttribute : Attribute;
