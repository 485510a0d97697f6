using Gongkai.Bodies;

namespace Gongkai.Reviews;

/// <summary>权限 of review, in the words of data/permissions.json.</summary>
public static class ReviewPermissions
{
    private static readonly Permission s_review = new("documents.review");
    private static readonly Permission s_reviewSecrecy = new("documents.review_secrecy");
    private static readonly Permission s_siteWords = new("checked_words.manage");
    private static readonly Permission s_manageChains = new("review_chains.manage");
    private static readonly Permission s_settle = new("documents.settle_remarks");

    extension(Permission)
    {
        public static Permission SettleRemarks => s_settle;
        public static Permission ReviewDocuments => s_review;
        public static Permission ReviewSecrecy => s_reviewSecrecy;
        public static Permission ManageSiteWords => s_siteWords;
        public static Permission ManageReviewChains => s_manageChains;
    }
}
