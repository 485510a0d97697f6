using System.Collections.Frozen;

namespace Gongkai.Web.Office.SignIn;

/// <summary>口令规则: long rather than odd; none of the words everybody tries.</summary>
public static class PasswordRules
{
    public const int AtLeast = 10;
    private const int AtMost = 128;

    private static readonly FrozenSet<string> s_common = FrozenSet.ToFrozenSet(
        ["password", "qwertyuiop", "1q2w3e4r5t", "zhengwu", "gongkai", "admin", "administrator", "woaini", "1234567890", "0123456789", "0987654321", "11111111111", "88888888888", "abcdefghij"]);

    /// <summary>What is wrong with a password, or null.</summary>
    public static string? FaultOf(string? password, string? again, string login)
    {
        if (string.IsNullOrEmpty(password) || password.Length < AtLeast)
            return $"口令至少{AtLeast}个字符，可以是一句好记的话。";
        if (password.Length > AtMost)
            return $"口令最多{AtMost}个字符。";
        var lower = password.ToLowerInvariant();
        if (lower.Contains(login, StringComparison.Ordinal) || password.Distinct().Count() < 5 || s_common.Any(word => lower.Replace(word, "", StringComparison.Ordinal).Length < 4))
            return "这个口令太容易猜到（含登录名、常用词或者重复字符），请换一个。";
        return password == again ? null : "两次输入的口令不一致，请重新输入。";
    }
}
