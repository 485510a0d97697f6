using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>行为: what is done to bodies, sections and officers, in the words of the ledger.</summary>
public static class BodyActs
{
    private static readonly Act s_createBody = new("bodies.create", "新建机关");
    private static readonly Act s_renameBody = new("bodies.rename", "机关更名");
    private static readonly Act s_changeBody = new("bodies.change", "更改机关资料");
    private static readonly Act s_placeBody = new("bodies.place", "更改隶属关系");
    private static readonly Act s_mergeBodies = new("bodies.merge", "机关合并");
    private static readonly Act s_abolishBody = new("bodies.abolish", "机关撤销");
    private static readonly Act s_addSection = new("sections.add", "增设科室");
    private static readonly Act s_changeSection = new("sections.change", "更改科室");
    private static readonly Act s_closeSection = new("sections.close", "撤销科室");
    private static readonly Act s_appointOfficer = new("officers.appoint", "人员到岗");
    private static readonly Act s_changeOfficer = new("officers.change", "更改人员资料");
    private static readonly Act s_transferOfficer = new("officers.transfer", "人员调动");
    private static readonly Act s_dismissOfficer = new("officers.dismiss", "人员离岗");
    private static readonly Act s_sealPhones = new("officers.seal_phones", "补加密办公电话");
    private static readonly Act s_grantRole = new("officers.grant_role", "授予角色");
    private static readonly Act s_endRole = new("officers.end_role", "终止角色");
    private static readonly Act s_nameDeputy = new("officers.name_deputy", "委托代理");
    private static readonly Act s_endDeputy = new("officers.end_deputy", "终止代理");

    extension(Act)
    {
        public static Act CreateBody => s_createBody;
        public static Act RenameBody => s_renameBody;
        public static Act ChangeBody => s_changeBody;
        public static Act PlaceBody => s_placeBody;
        public static Act MergeBodies => s_mergeBodies;
        public static Act AbolishBody => s_abolishBody;
        public static Act AddSection => s_addSection;
        public static Act ChangeSection => s_changeSection;
        public static Act CloseSection => s_closeSection;
        public static Act AppointOfficer => s_appointOfficer;
        public static Act ChangeOfficer => s_changeOfficer;
        public static Act TransferOfficer => s_transferOfficer;
        public static Act DismissOfficer => s_dismissOfficer;
        public static Act SealPhones => s_sealPhones;
        public static Act GrantRole => s_grantRole;
        public static Act EndRole => s_endRole;
        public static Act NameDeputy => s_nameDeputy;
        public static Act EndDeputy => s_endDeputy;
    }

    internal static Act[] All =>
    [
        s_createBody, s_renameBody, s_changeBody, s_placeBody, s_mergeBodies, s_abolishBody, s_addSection, s_changeSection, s_closeSection,
        s_appointOfficer, s_changeOfficer, s_transferOfficer, s_dismissOfficer, s_sealPhones, s_grantRole, s_endRole, s_nameDeputy, s_endDeputy,
    ];
}
