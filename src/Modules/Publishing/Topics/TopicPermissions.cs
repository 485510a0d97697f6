using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>权限 of topics, in the words of data/permissions.json.</summary>
public static class TopicPermissions
{
    private static readonly Permission s_manage = new("topics.manage");

    extension(Permission)
    {
        public static Permission ManageTopics => s_manage;
    }
}
