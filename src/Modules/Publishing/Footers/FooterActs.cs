using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>行为: what is done to a foot, in the words of the ledger.</summary>
public static class FooterActs
{
    private static readonly Act s_set = new("site_footers.set", "设置页脚");

    extension(Act)
    {
        public static Act SetFooter => s_set;
    }

    internal static Act[] All => [s_set];
}
