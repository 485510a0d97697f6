namespace Gongkai.Bodies;

/// <summary>
/// 权限: one thing that somebody may do, as a word of data/permissions.json. Modules add theirs beside their operations
/// (`extension(Permission) { public static Permission DraftDocuments => … }`); who has it stands in the file.
/// </summary>
/// <param name="Word">`bodies.manage`.</param>
public sealed record Permission(string Word)
{
    /// <summary>进入办公平台: whoever works here.</summary>
    public static readonly Permission UseOffice = new("office.use");
    public static readonly Permission ReadBodies = new("bodies.read");
    public static readonly Permission ManageBodies = new("bodies.manage");
    public static readonly Permission ManageSections = new("sections.manage");
    public static readonly Permission ReadOfficers = new("officers.read");
    public static readonly Permission ManageOfficers = new("officers.manage");
    public static readonly Permission GrantRoles = new("roles.grant");
    public static readonly Permission GrantAdministrators = new("roles.grant_administrators");
    public static readonly Permission NameDeputies = new("deputies.name");
    public static readonly Permission ManageAccounts = new("accounts.manage");
    public static readonly Permission ReadLedger = new("ledger.read");
    public static readonly Permission ExportLedger = new("ledger.export");
    public static readonly Permission EraseLedger = new("ledger.erase");
}
