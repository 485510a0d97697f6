using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Sheets;

/// <summary>Excel 工作簿: streamed from the archive; every visible sheet.</summary>
internal sealed class XlsxReader
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;
    private readonly OfficeArchive _archive;
    private readonly BlockBuilder _blocks;
    private readonly int _deepest;
    private readonly List<string> _shared = [];
    private readonly List<int> _formats = [];
    private readonly Dictionary<int, string> _codes = [];
    private bool _since1904;

    private XlsxReader(OfficeArchive archive, BlockBuilder blocks)
    {
        _archive = archive;
        _blocks = blocks;
        _deepest = blocks.Limits.Nesting;
    }

    public static void Read(byte[] content, BlockBuilder blocks)
    {
        using var archive = new OfficeArchive(content, blocks.Limits);
        new XlsxReader(archive, blocks).Read();
    }

    private void Read()
    {
        ReadSharedStrings();
        ReadFormats();
        var targets = Targets();
        var (sheets, hidden) = (new List<SheetDraft>(), new List<string>());
        foreach (var (name, isHidden, relation) in Sheets())
        {
            if (isHidden)
                hidden.Add(name);
            else if (targets.TryGetValue(relation, out var part) && _archive.Xml(part) is { } reader)
            {
                var sheet = new SheetDraft(name);
                using (reader)
                    ReadSheet(reader, sheet);
                sheets.Add(sheet);
            }
        }
        if (sheets.Count + hidden.Count == 0)
            throw new UnreadableFileException("文件不是有效的 Excel 工作簿；请用表格软件打开后另存为 xlsx 再读取");
        SheetWriter.Write(sheets, hidden, _blocks);
    }

    private List<(string Name, bool IsHidden, string Relation)> Sheets()
    {
        var sheets = new List<(string, bool, string)>();
        using var workbook = _archive.Xml("xl/workbook.xml");
        while (workbook is not null && workbook.Next(_deepest))
        {
            if (workbook.NodeType != XmlNodeType.Element)
                continue;
            if (workbook.LocalName == "workbookPr")
                _since1904 = workbook.Attribute("date1904") is "1" or "true";
            else if (workbook.LocalName == "sheet")
                sheets.Add((workbook.Attribute("name") ?? "", workbook.Attribute("state") is "hidden" or "veryHidden", workbook.Attribute("id") ?? ""));
        }
        return sheets;
    }

    private Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var relations = _archive.Xml("xl/_rels/workbook.xml.rels");
        while (relations is not null && relations.Next(_deepest))
        {
            if (relations.LocalName == "Relationship" && relations.Attribute("Id") is { } id && relations.Attribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }
        return targets;
    }

    private void ReadSharedStrings()
    {
        using var strings = _archive.Xml("xl/sharedStrings.xml");
        while (strings is not null && strings.Next(_deepest))
        {
            if (strings.NodeType == XmlNodeType.Element && strings.LocalName == "si")
            {
                _shared.Add(RichText(strings));
                _blocks.CheckCells(_shared.Count);
            }
        }
    }

    private void ReadFormats()
    {
        using var styles = _archive.Xml("xl/styles.xml");
        var inCells = false;
        while (styles is not null && styles.Next(_deepest))
        {
            if (styles.LocalName == "cellXfs")
                inCells = styles.NodeType == XmlNodeType.Element && !styles.IsEmptyElement;
            else if (styles.NodeType == XmlNodeType.Element && styles.LocalName == "numFmt")
                _codes[styles.Number("numFmtId", 0, 0, int.MaxValue)] = styles.Attribute("formatCode") ?? "";
            else if (styles.NodeType == XmlNodeType.Element && styles.LocalName == "xf" && inCells)
                _formats.Add(styles.Number("numFmtId", 0, 0, int.MaxValue));
        }
    }

    private void ReadSheet(XmlReader reader, SheetDraft sheet)
    {
        var (row, column) = (0, 0);
        while (reader.Next(_deepest))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    row = reader.Number("r", row + 1, 1, LastRow);
                    column = 0;
                    break;
                case "c":
                    column = Column(reader.Attribute("r")) ?? column + 1;
                    ReadCell(reader, sheet, row, column);
                    break;
                case "mergeCell" when reader.Attribute("ref")?.Split(':') is [var from, var to]:
                    _blocks.CountCell();
                    if (Column(from) is { } left && Column(to) is { } right && Row(from) is { } top && Row(to) is { } bottom)
                        sheet.Merge(top, left, bottom, right);
                    break;
            }
        }
    }

    private void ReadCell(XmlReader reader, SheetDraft sheet, int row, int column)
    {
        _blocks.CountCell();
        var (type, style) = (reader.Attribute("t"), reader.Number("s", 0, 0, int.MaxValue));
        string? value = null, inline = null;
        var hasFormula = false;
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.NextChild(depth, _deepest))
            {
                if (reader.LocalName == "v")
                    value = RichText(reader);
                else if (reader.LocalName == "is")
                    inline = RichText(reader);
                else
                {
                    hasFormula |= reader.LocalName == "f";
                    reader.Pass(_deepest);
                }
            }
        }
        if (value is null && inline is null && hasFormula)
            _blocks.Note("有的公式没有保存计算结果，按空白读取；请用表格软件打开、保存后再读取");
        sheet.Put(row, column, Shown(type, style, value, inline));
    }

    private string Shown(string? type, int style, string? value, string? inline)
    {
        if (type == "inlineStr")
            return inline ?? "";
        if (value is null)
            return inline ?? "";
        if (type == "s")
            return int.TryParse(value, out var index) && index >= 0 && index < _shared.Count ? _shared[index] : "";
        if (type is "str" or "e" or "d" || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var format = style < _formats.Count ? _formats[style] : 0;
        return type == "b" ? (number == 0 ? "否" : "是") : NumberText.Of(number, format, _codes.GetValueOrDefault(format), _since1904);
    }

    // All text inside, without the readings printed above Han characters.
    private string RichText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (reader.Next(_deepest) && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh")
                reader.Pass(_deepest);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
        }
        return text.ToString();
    }

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var character in reference.AsSpan().TrimStart('$'))
        {
            if (!char.IsAsciiLetter(character))
                break;
            column = (column * 26) + (character & 0x1f);
            if (column > LastColumn)
                return null;
        }
        return column == 0 ? null : column;
    }

    private static int? Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("$ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), out var row) && row is > 0 and <= LastRow ? row : null;
}
