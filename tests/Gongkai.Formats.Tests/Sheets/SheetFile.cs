using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Tests.Word;

namespace Gongkai.Formats.Tests.Sheets;

/// <summary>测试用工作簿: sheets given as the XML of their rows.</summary>
internal static class SheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static NeutralDocument Read(params (string Name, string State, string Xml)[] sheets) => DocumentReader.Read(Make(sheets), "report.xlsx");

    public static byte[] Make(params (string Name, string State, string Xml)[] sheets)
    {
        var parts = new Dictionary<string, string>
        {
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"r\"><sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" state=\"{sheet.State}\" r:id=\"r{index}\"/>"))}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships>{string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"r{index}\" Target=\"worksheets/sheet{index}.xml\"/>"))}</Relationships>",
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\"><si><t>行政许可</t></si><si><r><t>行政</t></r><r><t>处罚</t></r><rPh><t>xingzheng</t></rPh></si></sst>",
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
        };
        foreach (var (index, sheet) in sheets.Index())
            parts[$"xl/worksheets/sheet{index}.xml"] = $"<worksheet xmlns=\"{Main}\">{sheet.Xml}</worksheet>";
        return WordFile.Zip(parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))));
    }

    public static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string at, string value, int style = 0) => $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>";
}
