using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>行为: accounts and sign-in, in the words of the ledger.</summary>
public static class AccountActs
{
    private static readonly Act s_openAccount = new("accounts.open", "开通账号");
    private static readonly Act s_issueLink = new("accounts.issue_link", "签发一次性链接");
    private static readonly Act s_useLink = new("accounts.use_link", "使用一次性链接");
    private static readonly Act s_unlock = new("accounts.unlock", "解除锁定");
    private static readonly Act s_signIn = new("accounts.sign_in", "登录");
    private static readonly Act s_signInFailed = new("accounts.sign_in_failed", "登录失败");
    private static readonly Act s_lockOut = new("accounts.lock_out", "账号锁定");
    private static readonly Act s_signOut = new("accounts.sign_out", "退出登录");
    private static readonly Act s_endSession = new("accounts.end_session", "终止会话");
    private static readonly Act s_changePassword = new("accounts.change_password", "更改口令");
    private static readonly Act s_addAuthenticator = new("accounts.add_authenticator", "启用动态口令");
    private static readonly Act s_removeAuthenticator = new("accounts.remove_authenticator", "停用动态口令");
    private static readonly Act s_makeRecoveryCodes = new("accounts.make_recovery_codes", "生成备用码");
    private static readonly Act s_addPasskey = new("accounts.add_passkey", "添加通行密钥");
    private static readonly Act s_removePasskey = new("accounts.remove_passkey", "删除通行密钥");
    private static readonly Act s_bindCity = new("accounts.bind_city", "绑定统一身份");
    private static readonly Act s_issueToken = new("accounts.issue_token", "签发接口令牌");
    private static readonly Act s_revokeToken = new("accounts.revoke_token", "撤销接口令牌");
    private static readonly Act s_makeSiteKey = new("site.make_key", "生成站点密钥");

    extension(Act)
    {
        public static Act MakeSiteKey => s_makeSiteKey;
        public static Act OpenAccount => s_openAccount;
        public static Act IssueLink => s_issueLink;
        public static Act UseLink => s_useLink;
        public static Act UnlockAccount => s_unlock;
        public static Act SignIn => s_signIn;
        public static Act SignInFailed => s_signInFailed;
        public static Act LockOut => s_lockOut;
        public static Act SignOut => s_signOut;
        public static Act EndSession => s_endSession;
        public static Act ChangePassword => s_changePassword;
        public static Act AddAuthenticator => s_addAuthenticator;
        public static Act RemoveAuthenticator => s_removeAuthenticator;
        public static Act MakeRecoveryCodes => s_makeRecoveryCodes;
        public static Act AddPasskey => s_addPasskey;
        public static Act RemovePasskey => s_removePasskey;
        public static Act BindCity => s_bindCity;
        public static Act IssueToken => s_issueToken;
        public static Act RevokeToken => s_revokeToken;
    }

    internal static Act[] All =>
    [
        s_openAccount, s_issueLink, s_useLink, s_unlock, s_signIn, s_signInFailed, s_lockOut, s_signOut, s_endSession, s_changePassword,
        s_addAuthenticator, s_removeAuthenticator, s_makeRecoveryCodes, s_addPasskey, s_removePasskey, s_bindCity, s_issueToken, s_revokeToken, s_makeSiteKey,
    ];
}
