using System.Xml;
using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading.Word;

/// <summary>Word 表格: rows and cells with their merges; a cell merged into the one above appears only there.</summary>
internal sealed class WordTable(XmlReader reader, BlockBuilder blocks, Action<List<DraftPart>> readBlock, Action noteDeleted)
{
    private const int WidestSpan = 200;
    private readonly int _deepest = blocks.Limits.Nesting;
    private readonly Dictionary<int, DraftCell> _open = [];

    public void Read(DraftTable table)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
        {
            if (reader.LocalName == "tr")
                ReadRow(table);
            else if (IsWrapper(reader.LocalName))
                Read(table);
            else
                reader.Pass(_deepest);
        }
    }

    private static bool IsWrapper(string name) => name is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "AlternateContent" or "Choice";

    private void ReadRow(DraftTable table)
    {
        var row = new Row();
        ReadCells(row);
        if (!row.IsDeleted)
            table.Rows.Add(row.Cells);
    }

    private sealed class Row
    {
        public List<DraftCell> Cells { get; } = [];
        public int Column { get; set; }
        public bool IsDeleted { get; set; }
    }

    private void ReadCells(Row row)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
        {
            switch (reader.LocalName)
            {
                case "trPr":
                    ReadRowProperties(row);
                    break;
                case "tc":
                    ReadCell(row);
                    break;
                case var name when IsWrapper(name):
                    ReadCells(row);
                    break;
                default:
                    reader.Pass(_deepest);
                    break;
            }
        }
    }

    private void ReadRowProperties(Row row)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
        {
            if (reader.LocalName == "gridBefore")
                row.Column = reader.Number("val", 0, 0, WidestSpan);
            else if (reader.LocalName == "del")
            {
                row.IsDeleted = true;
                noteDeleted();
            }
            reader.Pass(_deepest);
        }
    }

    private void ReadCell(Row row)
    {
        blocks.CountCell();
        var (span, goesDown, continuesUp, continuesLeft) = (1, false, false, false);
        var parts = new List<DraftPart>();
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.NextChild(depth, _deepest))
            {
                if (reader.LocalName == "tcPr")
                    (span, goesDown, continuesUp, continuesLeft) = ReadCellProperties();
                else
                    readBlock(parts);
            }
        }

        var column = row.Column;
        row.Column += span;
        if (continuesUp && _open.TryGetValue(column, out var above))
            above.RowSpan++;
        else if (continuesLeft && row.Cells.Count > 0)
            row.Cells[^1].ColumnSpan += span;
        else
        {
            var cell = new DraftCell { Column = column, ColumnSpan = span };
            cell.Parts.AddRange(parts);
            row.Cells.Add(cell);
            for (var covered = column; covered < column + span; covered++)
                _open.Remove(covered);
            if (goesDown)
                _open[column] = cell;
        }
    }

    private (int Span, bool GoesDown, bool ContinuesUp, bool ContinuesLeft) ReadCellProperties()
    {
        var (span, goesDown, continuesUp, continuesLeft) = (1, false, false, false);
        if (reader.IsEmptyElement)
            return (span, goesDown, continuesUp, continuesLeft);
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
        {
            switch (reader.LocalName)
            {
                case "gridSpan":
                    span = reader.Number("val", 1, 1, WidestSpan);
                    break;
                case "vMerge" or "vmerge":
                    goesDown = reader.Attribute("val") == "restart";
                    continuesUp = !goesDown;
                    break;
                case "hMerge":
                    continuesLeft = reader.Attribute("val") is not "restart";
                    break;
            }
            reader.Pass(_deepest);
        }
        return (span, goesDown, continuesUp, continuesLeft);
    }
}
