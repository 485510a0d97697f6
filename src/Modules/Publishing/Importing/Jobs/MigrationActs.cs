using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>行为: of migrations that wait for a voucher, in the words of the ledger.</summary>
public static class MigrationActs
{
    private static readonly Act s_handIn = new("migrations.hand_in", "提交迁入文件");
    private static readonly Act s_remove = new("migrations.remove", "移除迁入文件");

    extension(Act)
    {
        public static Act HandInMigration => s_handIn;
        public static Act RemoveMigration => s_remove;
    }

    internal static Act[] All => [s_handIn, s_remove];
}
