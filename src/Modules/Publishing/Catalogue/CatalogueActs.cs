using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>行为: what is done to guide and catalogue, in the words of the ledger.</summary>
public static class CatalogueActs
{
    private static readonly Act s_editGuide = new("guide.edit", "修改公开指南");
    private static readonly Act s_publishGuide = new("guide.publish", "发布公开指南");
    private static readonly Act s_addLine = new("catalogue.add_line", "增加目录条目");
    private static readonly Act s_changeLine = new("catalogue.change_line", "修改目录条目");
    private static readonly Act s_retireLine = new("catalogue.retire_line", "停用目录条目");
    private static readonly Act s_publishCatalogue = new("catalogue.publish", "发布主动公开基本目录");
    private static readonly Act s_exportCatalogue = new("catalogue.export", "导出目录表");
    private static readonly Act s_setColumn = new("catalogue.set_column", "设置栏目");
    private static readonly Act s_addColumn = new("catalogue.add_column", "增设栏目");
    private static readonly Act s_archiveColumn = new("catalogue.archive_column", "归档栏目");
    private static readonly Act s_reopenColumn = new("catalogue.reopen_column", "恢复栏目");

    extension(Act)
    {
        public static Act EditGuide => s_editGuide;
        public static Act PublishGuide => s_publishGuide;
        public static Act AddLine => s_addLine;
        public static Act ChangeLine => s_changeLine;
        public static Act RetireLine => s_retireLine;
        public static Act PublishCatalogue => s_publishCatalogue;
        public static Act ExportCatalogue => s_exportCatalogue;
        public static Act SetColumn => s_setColumn;
        public static Act AddColumn => s_addColumn;
        public static Act ArchiveColumn => s_archiveColumn;
        public static Act ReopenColumn => s_reopenColumn;
    }

    /// <summary>What is written at before it is published.</summary>
    public static string EditGuideWord => s_editGuide.Word;

    internal static Act[] All => [s_editGuide, s_publishGuide, s_addLine, s_changeLine, s_retireLine, s_publishCatalogue, s_exportCatalogue, s_setColumn, s_addColumn, s_archiveColumn, s_reopenColumn];
}
