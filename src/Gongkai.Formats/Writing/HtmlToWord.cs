using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Formats.Writing;

/// <summary>网页转 Word: clean HTML (the allow-list of <c>HtmlSanitiser</c>) as paragraphs and tables in the styles of an official document.</summary>
public static class HtmlToWord
{
    private static readonly HtmlParser s_parser = new();

    /// <summary>The blocks of a text, ready for a body or a cell.</summary>
    /// <param name="html">Clean HTML; pictures as data.</param>
    /// <param name="main">Where pictures are put; without it, and where one is no PNG, JPEG or GIF, only its name stands in the text.</param>
    public static IReadOnlyList<OpenXmlElement> Blocks(string html, MainDocumentPart? main = null) => Blocks(html, main, HtmlTableToWord.PageWidth);

    /// <summary>The same in a column or cell of that width, in twentieths of a point.</summary>
    internal static IReadOnlyList<OpenXmlElement> Blocks(string html, MainDocumentPart? main, int width)
    {
        using var page = s_parser.ParseDocument(html);
        var writer = new Writer(main, width);
        writer.Children(page.Body!, DocxParts.BodyText);
        return writer.Blocks;
    }

    private sealed class Writer(MainDocumentPart? main, int width)
    {
        private Paragraph? _open;
        private string _style = DocxParts.BodyText;

        public List<OpenXmlElement> Blocks { get; } = [];

        public void Children(INode parent, string style)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child is IElement { LocalName: var name } element && IsBlock(name))
                    Block(element, name, style);
                else
                    Inline(child, style, default);
            }

            Close();
        }

        private void Block(IElement element, string name, string style)
        {
            Close();
            switch (name)
            {
                case "h1" or "h2":
                    Paragraph(element, DocxParts.SectionHeading);
                    break;
                case "h3" or "h4" or "h5" or "h6":
                    Paragraph(element, DocxParts.SubHeading);
                    break;
                case "p" or "pre" or "dt" or "dd" or "caption":
                    Paragraph(element, style);
                    break;
                case "figcaption":
                    Paragraph(element, style, "center");
                    break;
                case "ul" or "ol":
                    List(element, style);
                    break;
                case "table":
                    Blocks.Add(HtmlTableToWord.Of(element, main, width));
                    Blocks.Add(Empty(DocxParts.AfterTable));
                    break;
                case "hr":
                    Blocks.Add(Empty(DocxParts.BodyText));
                    break;
                default:
                    Children(element, style);
                    break;
            }
        }

        private void Paragraph(IElement element, string style, string? side = null)
        {
            Open(style, side ?? Side(element));
            foreach (var child in element.ChildNodes)
            {
                if (child is IElement { LocalName: var name } inner && IsBlock(name))
                    Block(inner, name, style);
                else
                    Inline(child, style, default);
            }

            Close();
        }

        /// <summary>Numbers and dots as letters of the text: they stay the same in every program.</summary>
        private void List(IElement list, string style)
        {
            var number = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
            foreach (var item in list.Children.Where(item => item.LocalName == "li"))
            {
                Open(style, null);
                _open!.Append(Run(list.LocalName == "ol" ? $"{number++}. " : "• ", default));
                foreach (var child in item.ChildNodes)
                {
                    if (child is IElement { LocalName: "p" } paragraph && _open is not null)
                        Inlines(paragraph, style, default);
                    else if (child is IElement { LocalName: var name } inner && IsBlock(name))
                        Block(inner, name, style);
                    else
                        Inline(child, style, default);
                }

                Close();
            }
        }

        private void Inlines(INode parent, string style, Face face)
        {
            foreach (var child in parent.ChildNodes)
                Inline(child, style, face);
        }

        private void Inline(INode node, string style, Face face)
        {
            switch (node)
            {
                case IText text when string.IsNullOrWhiteSpace(text.Data) && _open is null:
                    break;
                case IText text:
                    Open(style, null);
                    _open!.Append(Run(text.Data.ReplaceLineEndings(" "), face));
                    break;
                case IElement { LocalName: "br" }:
                    Open(style, null);
                    _open!.Append(new Run(new Break()));
                    break;
                case IElement { LocalName: "img" } picture:
                    Picture(picture, style, face);
                    break;
                case IElement { LocalName: "audio" or "video" } played:
                    Open(style, null);
                    _open!.Append(Run($"［{(played.LocalName == "audio" ? "音频" : "视频")}，见网页］", face));
                    break;
                case IElement element:
                    Inlines(element, style, element.LocalName switch
                    {
                        "strong" or "b" => face with { Bold = true },
                        "em" or "i" => face with { Italic = true },
                        "u" => face with { Underlined = true },
                        "s" => face with { Struck = true },
                        "sub" => face with { Position = VerticalPositionValues.Subscript },
                        "sup" => face with { Position = VerticalPositionValues.Superscript },
                        _ => face,
                    });
                    break;
            }
        }

        /// <summary>On a line of its own, as high as it needs: the exact line of official text would cut it.</summary>
        private void Picture(IElement picture, string style, Face face)
        {
            if (main is null || WordPicture.Of(main, picture.GetAttribute("src"), picture.GetAttribute("alt") ?? "", width) is not { } drawn)
            {
                Open(style, null);
                _open!.Append(Run($"［图片：{picture.GetAttribute("alt")}］", face));
                return;
            }

            Close();
            var line = Empty(style);
            line.ParagraphProperties!.Append(
                new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Center });
            line.Append(new Run(drawn));
            Blocks.Add(line);
        }

        private void Open(string style, string? side)
        {
            if (_open is not null)
                return;
            _style = style;
            _open = Empty(style);
            if (side is not null)
                _open.ParagraphProperties!.Append(
                    new Indentation { FirstLineChars = 0, FirstLine = "0" },
                    new Justification { Val = side == "center" ? JustificationValues.Center : JustificationValues.Right });
        }

        private void Close()
        {
            if (_open is not null)
                Blocks.Add(_open);
            _open = null;
        }

        private static Run Run(string words, Face face)
        {
            var run = new Run();
            if (face != default)
                run.Append(face.Properties());
            run.Append(new Text(words) { Space = SpaceProcessingModeValues.Preserve });
            return run;
        }

        private static string? Side(IElement element) => element.ClassName switch { "align-center" => "center", "align-right" => "right", _ => null };

        private static bool IsBlock(string name) => name is "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "dl" or "dt" or "dd" or "table" or "blockquote" or "pre" or "hr" or "figure" or "figcaption" or "caption";
    }

    internal static Paragraph Empty(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    private readonly record struct Face(bool Bold, bool Italic, bool Underlined, bool Struck, VerticalPositionValues? Position)
    {
        public RunProperties Properties()
        {
            // In the order of the schema.
            var properties = new RunProperties();
            if (Bold)
                properties.Append(new Bold());
            if (Italic)
                properties.Append(new Italic());
            if (Struck)
                properties.Append(new Strike());
            if (Underlined)
                properties.Append(new Underline { Val = UnderlineValues.Single });
            if (Position is { } position)
                properties.Append(new VerticalTextAlignment { Val = position });
            return properties;
        }
    }
}
