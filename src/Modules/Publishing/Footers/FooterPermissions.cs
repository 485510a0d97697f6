using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>权限 of a foot, in the words of data/permissions.json.</summary>
public static class FooterPermissions
{
    private static readonly Permission s_manage = new("site_footers.manage");

    extension(Permission)
    {
        public static Permission ManageFooter => s_manage;
    }
}
