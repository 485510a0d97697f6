using System.Text;
using System.Xml;
using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.Grids;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Word;

/// <summary>正文: walks the body of a Word document once and keeps what a reader of the printed page would see.</summary>
internal sealed class WordBody(XmlReader reader, ListNumbers numbers, BlockBuilder blocks)
{
    private readonly int _deepest = blocks.Limits.Nesting;
    private int _paragraphs;
    private int _kept;
    private int _tableDepth;
    private Paragraph _current = new();

    public List<DraftPart> Read()
    {
        var parts = new List<DraftPart>();
        while (reader.Next(_deepest))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "body" && !reader.IsEmptyElement)
                Blocks(parts);
        }
        return parts;
    }

    /// <summary>What is gathered of one paragraph.</summary>
    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();
        public List<DraftPart> Boxes { get; } = [];
        public string? Style { get; set; }
        public string? List { get; set; }
        public int? Level { get; set; }
        public bool RunIsHidden { get; set; }
    }

    private void Blocks(List<DraftPart> into)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
            Block(into);
    }

    private void Block(List<DraftPart> into)
    {
        switch (reader.LocalName)
        {
            case "p":
                ReadParagraph(into);
                break;
            case "tbl":
                into.Add(new DraftPart(default, ReadTable()));
                break;
            case "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo" or "sect" or "sub-section" or "txbxContent":
                Blocks(into);
                break;
            case "AlternateContent":
                OneBranch(() => Blocks(into));
                break;
            case "del" or "moveFrom":
                NoteDeleted();
                reader.Pass(_deepest);
                break;
            default:
                reader.Pass(_deepest);
                break;
        }
    }

    private void ReadParagraph(List<DraftPart> into)
    {
        var outer = _current;
        var paragraph = _current = new Paragraph();
        if (_tableDepth == 0)
            _paragraphs++;
        var number = _paragraphs;
        Inline();
        _current = outer;

        var text = TextDecoding.WithoutInvisible(paragraph.Text.ToString());
        if (!string.IsNullOrWhiteSpace(text))
        {
            var mark = numbers.Next(paragraph.Style, paragraph.List, paragraph.Level);
            if (mark.Length > 0)
                text = $"{mark}{(char.IsLetterOrDigit(mark[^1]) ? " " : "")}{text.TrimStart()}";
        }
        blocks.CheckLines(++_kept / 2);
        into.Add(new DraftPart(new SourceLine(text, Paragraph: number)));
        into.AddRange(paragraph.Boxes);
    }

    // Everything inside a paragraph: runs, links, fields, insertions.
    private void Inline()
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
            InlineElement();
    }

    private void InlineElement()
    {
        switch (reader.LocalName)
        {
            case "t":
                AppendText();
                break;
            case "tab" or "ptab":
                Append('\t');
                break;
            case "br" or "cr":
                Append('\n');
                break;
            case "noBreakHyphen":
                Append('-');
                break;
            case "r":
                Inline();
                _current.RunIsHidden = false;
                break;
            case "pPr":
                ReadProperties();
                break;
            case "rPr":
                ReadRunProperties();
                break;
            case "del" or "moveFrom":
                NoteDeleted();
                reader.Pass(_deepest);
                break;
            case "delText" or "instrText" or "delInstrText" or "rt" or "rubyPr" or "sdtPr" or "sdtEndPr" or "footnoteReference" or "commentReference"
                or "oMathParaPr" or "ctrlPr" or "smartTagPr" or "customXmlPr" or "binData":
                reader.Pass(_deepest);
                break;
            case "AlternateContent":
                OneBranch(Inline);
                break;
            case "txbxContent":
                Blocks(_current.Boxes);
                break;
            default:
                Inline();
                break;
        }
    }

    private void AppendText()
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Next(_deepest) && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA) || _current.RunIsHidden)
                continue;
            var text = reader.Value;
            _current.Text.Append(text.Replace('\n', ' '));
        }
    }

    private void Append(char character)
    {
        if (!_current.RunIsHidden)
            _current.Text.Append(character);
        reader.Pass(_deepest);
    }

    private void ReadProperties()
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
        {
            switch (reader.LocalName)
            {
                case "pStyle":
                    _current.Style = reader.Attribute("val");
                    break;
                case "ilvl":
                    _current.Level = reader.Number("val", 0, 0, 8);
                    break;
                case "numId":
                    _current.List = reader.Attribute("val");
                    break;
                case "numPr":
                    continue;
                default:
                    reader.Pass(_deepest);
                    break;
            }
        }
    }

    private void ReadRunProperties()
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.NextChild(depth, _deepest))
        {
            if (reader.LocalName == "vanish" && reader.IsOn())
                _current.RunIsHidden = true;
            reader.Pass(_deepest);
        }
    }

    private DraftTable ReadTable()
    {
        var table = new DraftTable(new SourceLine("", Paragraph: _tableDepth == 0 ? _paragraphs + 1 : null));
        _tableDepth++;
        new WordTable(reader, blocks, Block, NoteDeleted).Read(table);
        _tableDepth--;
        return table;
    }

    // The same content for newer and for older programs: one of them.
    private void OneBranch(Action read)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        var taken = false;
        while (reader.NextChild(depth, _deepest))
        {
            if (taken)
            {
                reader.Pass(_deepest);
                continue;
            }
            taken = true;
            read();
        }
    }

    private void NoteDeleted() => blocks.Note("文档带有修订痕迹：已删除的文字不读取，新插入的文字按已接受读取");
}
