using Gongkai.Bodies;

namespace Gongkai.Web.Office.Shell;

/// <summary>来访: who makes this request, with which account and session, and what he may do.</summary>
public sealed record OfficeVisit(Officer Officer, AccountId Account, Guid Session, Gongkai.Bodies.Permissions Rules, DateOnly Today)
{
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
