using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gongkai.Host.Samples;

/// <summary>示例附件: a Word file and a workbook as small as they can be, made here.</summary>
internal static class SampleFiles
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Word(string title, IEnumerable<string> paragraphs)
    {
        var body = string.Concat(paragraphs.Prepend(title).Select(text => $"<w:p><w:r><w:t>{WebUtility.HtmlEncode(text)}</w:t></w:r></w:p>"));
        return Pack(
            ("[Content_Types].xml", $"""{Head}<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
            ("_rels/.rels", $"""{Head}<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="word/document.xml"/></Relationships>"""),
            ("word/document.xml", $"""{Head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}<w:sectPr/></w:body></w:document>"""));
    }

    public static byte[] Sheet(string title, IEnumerable<(string Label, int Figure)> rows)
    {
        var cells = string.Concat(rows.Select((row, i) => $"""<row r="{i + 2}"><c r="A{i + 2}" t="inlineStr"><is><t>{WebUtility.HtmlEncode(row.Label)}</t></is></c><c r="B{i + 2}"><v>{row.Figure}</v></c></row>"""));
        return Pack(
            ("[Content_Types].xml", $"""{Head}<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
            ("_rels/.rels", $"""{Head}<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/_rels/workbook.xml.rels", $"""{Head}<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""{Head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relationships}"><sheets><sheet name="附表" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
            ("xl/worksheets/sheet1.xml", $"""{Head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{WebUtility.HtmlEncode(title)}</t></is></c></row>{cells}</sheetData></worksheet>"""));
    }

    internal static byte[] Pack(params ReadOnlySpan<(string Name, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = s_noTime;
                using var writer = entry.Open();
                writer.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
