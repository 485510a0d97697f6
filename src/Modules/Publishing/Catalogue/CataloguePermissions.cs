using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>权限 of guide and catalogue, in the words of data/permissions.json.</summary>
public static class CataloguePermissions
{
    private static readonly Permission s_read = new("catalogue.read");
    private static readonly Permission s_manage = new("catalogue.manage");
    private static readonly Permission s_guide = new("guide.manage");

    extension(Permission)
    {
        public static Permission ReadCatalogue => s_read;
        public static Permission ManageCatalogue => s_manage;
        public static Permission ManageGuide => s_guide;
    }
}
