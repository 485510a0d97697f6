using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>权限 of documents, in the words of data/permissions.json.</summary>
public static class DocumentPermissions
{
    private static readonly Permission s_read = new("documents.read");
    private static readonly Permission s_draft = new("documents.draft");
    private static readonly Permission s_publish = new("documents.publish");
    private static readonly Permission s_vouch = new("documents.vouch");
    private static readonly Permission s_indexRule = new("index_rules.manage");
    private static readonly Permission s_webhooks = new("webhooks.manage");
    private static readonly Permission s_retention = new("retention.manage");
    private static readonly Permission s_findings = new("documents.settle_findings");

    extension(Permission)
    {
        public static Permission ReadDocuments => s_read;
        public static Permission DraftDocuments => s_draft;
        public static Permission PublishDocuments => s_publish;
        public static Permission VouchForMigrations => s_vouch;
        public static Permission ManageIndexRules => s_indexRule;
        public static Permission ManageWebhooks => s_webhooks;
        public static Permission SettleFindings => s_findings;
        public static Permission ManageRetention => s_retention;
    }
}
