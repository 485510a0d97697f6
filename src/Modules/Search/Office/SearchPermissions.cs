using Gongkai.Bodies;

namespace Gongkai.Search;

/// <summary>权限 of the search, in the words of data/permissions.json.</summary>
public static class SearchPermissions
{
    private static readonly Permission s_manage = new("search.manage");

    extension(Permission)
    {
        public static Permission ManageSearch => s_manage;
    }
}
