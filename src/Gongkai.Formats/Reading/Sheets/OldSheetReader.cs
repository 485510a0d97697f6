using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Sheets;

/// <summary>旧版 Excel 工作簿 (xls): every visible sheet.</summary>
internal static class OldSheetReader
{
    private const int EmptyPerCell = 10;

    // The library asks the runtime for the code pages of old files.
    static OldSheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static void Read(byte[] content, BlockBuilder blocks)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(content, writable: false),
                new ExcelReaderConfiguration { FallbackEncoding = TextDecoding.Gb18030 });
            ReadSheets(reader, blocks);
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException("工作簿设有打开密码；请先去掉密码再读取");
        }
        catch (Exception damage) when (damage is ExcelReaderException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException
            or NullReferenceException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            // The library meets damaged records with whatever exception comes first.
            throw new UnreadableFileException("工作簿已损坏；请用表格软件打开后另存为 xlsx 再读取", damage);
        }
    }

    private static void ReadSheets(IExcelDataReader reader, BlockBuilder blocks)
    {
        var (sheets, hidden) = (new List<SheetDraft>(), new List<string>());
        var looked = 0;
        do
        {
            if (reader.VisibleState is not (null or "visible"))
            {
                hidden.Add(reader.Name);
                continue;
            }
            var sheet = new SheetDraft(reader.Name);
            for (var row = 1; reader.Read(); row++)
            {
                // A damaged sheet may claim to be millions of cells wide and high, all empty.
                looked += reader.FieldCount + 1;
                blocks.CheckCells(looked / EmptyPerCell);
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (reader.GetValue(column) is not { } value)
                        continue;
                    blocks.CountCell();
                    sheet.Put(row, column + 1, Shown(reader, column, value));
                }
            }
            foreach (var merge in reader.MergeCells ?? [])
                sheet.Merge(merge.FromRow + 1, merge.FromColumn + 1, merge.ToRow + 1, merge.ToColumn + 1);
            sheets.Add(sheet);
        }
        while (reader.NextResult());
        SheetWriter.Write(sheets, hidden, blocks);
    }

    private static string Shown(IExcelDataReader reader, int column, object value) => value switch
    {
        double number => NumberText.Of(number, reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column)),
        int number => NumberText.Plain(number),
        DateTime date => NumberText.Of(date.ToOADate(), 14, null),
        bool truth => truth ? "是" : "否",
        _ => value.ToString() ?? "",
    };
}
