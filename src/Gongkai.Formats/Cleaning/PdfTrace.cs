using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongkai.Formats.Cleaning;

/// <summary>绘制记录: what `mutool trace` says of a page: letters, boxes and pictures in the order in which they are painted.</summary>
internal sealed class PdfTrace
{
    /// <summary>Comparisons of letters with boxes on one page; no page that people made comes near.</summary>
    private const long MostWork = 200_000_000;
    private const int MostGlyphs = 60_000;

    /// <summary>Points; what is thinner is a line of a table.</summary>
    private const double Thinnest = 3;

    /// <summary>Lighter, or nearer to the colour below, than the eye can tell.</summary>
    private const double NearWhite = 0.9;
    private const double NearSame = 0.1;

    /// <summary>A picture over more of the page than this is the page itself.</summary>
    private const double PartOfScan = 0.6;

    private static readonly (string X, string Y)[] s_points = [("x", "y"), ("x1", "y1"), ("x2", "y2"), ("x3", "y3")];

    private readonly List<Box> _boxes = [];
    private readonly List<TracedGlyph> _glyphs = [];
    private Matrix _text = Matrix.Identity;
    private Matrix _font = Matrix.Identity;
    private bool _isVertical;
    private bool _isInvisible;
    private double? _colour;
    private double _area;
    private long _work;

    public static IEnumerable<TracedPage> Read(string trace)
    {
        // Odd characters of a damaged file are printed as they are.
        using var xml = XmlReader.Create(new StringReader(trace), new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        var page = new PdfTrace();
        (int Number, double Width, double Height) size = default;
        while (Next(xml))
        {
            if (xml.Name == "page" && xml.NodeType == XmlNodeType.EndElement)
            {
                yield return new TracedPage(size.Number, size.Width, size.Height, page._glyphs);
                page = new PdfTrace();
            }
            else if (xml.Name == "page" && Numbers(xml.GetAttribute("mediabox")) is [var left, var top, var right, var bottom])
            {
                size = ((int)Number(xml.GetAttribute("number")), right - left, bottom - top);
                page._area = size.Width * size.Height;
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                page.Take(xml);
            }
        }
    }

    private static bool Next(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException damage)
        {
            throw new UnreadableFileException("PDF 的内容无法解析，无法检查其中被遮盖的文字", damage);
        }
    }

    private void Take(XmlReader xml)
    {
        switch (xml.Name)
        {
            case "fill_text" or "stroke_text" or "clip_text" or "clip_stroke_text" or "ignore_text":
                (_text, _colour, _isInvisible) = (Matrix.Of(xml.GetAttribute("transform")), Lightness(xml), xml.Name == "ignore_text");
                break;
            case "span":
                (_font, _isVertical) = (Matrix.Of(xml.GetAttribute("trm")), xml.GetAttribute("wmode") == "1");
                break;
            case "g":
                Glyph(xml);
                break;
            case "fill_image" or "fill_image_mask":
                Cover(Matrix.Of(xml.GetAttribute("transform")).Around(0, 0, 1, 1), Lightness(xml), isPicture: true);
                break;
            case "fill_path" or "stroke_path":
                Path(xml);
                break;
        }
    }

    private void Glyph(XmlReader xml)
    {
        if (xml.GetAttribute("unicode") is not { Length: > 0 } letter || Rune.DecodeFromUtf16(letter, out var rune, out _) != System.Buffers.OperationStatus.Done || Rune.IsWhiteSpace(rune))
            return;
        if (_glyphs.Count >= MostGlyphs)
            throw TooMuch();
        var (x, y, advance) = (Number(xml.GetAttribute("x")), Number(xml.GetAttribute("y")), Number(xml.GetAttribute("adv")));

        // The middle of the letter: its edges may stick out of a box that hides it, and marks of neighbours reach in.
        var placed = new Matrix(_font.A, _font.B, _font.C, _font.D, x, y);
        var middle = _isVertical ? placed.Around(-0.35, -0.85, 0.35, -0.15) : placed.Around(advance * 0.12, 0.04, advance * 0.88, 0.62);
        var box = _text.Around(middle.Left, middle.Top, middle.Right, middle.Bottom);
        if (rune.Value is (>= 0x2588 and <= 0x2593) or 0x25A0)
            Cover(box, _colour, isPicture: false);
        _glyphs.Add(new TracedGlyph(rune, box.Left, box.Top, box.Right, box.Bottom) { IsInvisible = _isInvisible, IsFaint = !_isInvisible && IsFaint(box) });
    }

    /// <summary>In white, or in the colour of the box it stands on.</summary>
    private bool IsFaint(Box glyph)
    {
        if (_colour is not { } colour)
            return false;
        if (colour >= NearWhite)
            return true;
        var below = _boxes.FindLast(box => box.Holds(glyph.MiddleX, glyph.MiddleY));
        Spend(_boxes.Count);
        return below is { Lightness: { } light } && Math.Abs(light - colour) <= NearSame;
    }

    private void Path(XmlReader xml)
    {
        var (isStroke, width, colour, transform) = (xml.Name == "stroke_path", Number(xml.GetAttribute("linewidth")), Lightness(xml), Matrix.Of(xml.GetAttribute("transform")));
        if (xml.IsEmptyElement)
            return;
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        var depth = xml.Depth;
        while (Next(xml) && xml.Depth > depth)
        {
            foreach (var (x, y) in Points(xml))
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        }

        if (left > right)
            return;
        var half = isStroke ? width / 2 : 0;
        Cover(transform.Around(left - half, top - half, right + half, bottom + half), colour, isPicture: false);
    }

    private static IEnumerable<(double X, double Y)> Points(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element)
            yield break;
        foreach (var (x, y) in s_points)
        {
            if (xml.GetAttribute(x) is { } across && xml.GetAttribute(y) is { } down)
                yield return (Number(across), Number(down));
        }
    }

    private void Cover(Box box, double? lightness, bool isPicture)
    {
        if (box.Right - box.Left < Thinnest || box.Bottom - box.Top < Thinnest)
            return;
        Spend(_glyphs.Count);
        var isScan = isPicture && (box.Right - box.Left) * (box.Bottom - box.Top) > _area * PartOfScan;
        foreach (var glyph in _glyphs)
        {
            if (!glyph.IsCovered && box.Holds((glyph.Left + glyph.Right) / 2, (glyph.Top + glyph.Bottom) / 2))
                (glyph.IsCovered, glyph.IsUnderScan) = (!isScan, isScan);
        }

        _boxes.Add(box with { Lightness = isPicture ? null : lightness });
    }

    private void Spend(int work)
    {
        if ((_work += work) > MostWork)
            throw TooMuch();
    }

    private static UnreadableFileException TooMuch() => new("PDF 的页面异常复杂，无法检查其中被遮盖的文字");

    /// <summary>0 black to 1 white; null for a pattern.</summary>
    private static double? Lightness(XmlReader xml) => Numbers(xml.GetAttribute("color")) switch
    {
        [var grey] => grey,
        [var red, var green, var blue] => (0.3 * red) + (0.59 * green) + (0.11 * blue),
        [var cyan, var magenta, var yellow, var key] => (1 - key) * (1 - ((cyan + magenta + yellow) / 3)),
        _ => null,
    };

    private static double[] Numbers(string? text) => text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    private sealed record Box(double Left, double Top, double Right, double Bottom)
    {
        public double? Lightness { get; init; }
        public double MiddleX => (Left + Right) / 2;
        public double MiddleY => (Top + Bottom) / 2;

        public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;
    }

    private readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
    {
        public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

        public static Matrix Of(string? text) => Numbers(text) switch
        {
            [var a, var b, var c, var d, var e, var f] => new(a, b, c, d, e, f),
            [var a, var b, var c, var d] => new(a, b, c, d, 0, 0),
            _ => Identity,
        };

        /// <summary>The upright box around a box that was turned and stretched.</summary>
        public Box Around(double left, double top, double right, double bottom)
        {
            var (x1, y1) = Of(left, top);
            var (x2, y2) = Of(right, top);
            var (x3, y3) = Of(left, bottom);
            var (x4, y4) = Of(right, bottom);
            return new Box(
                Math.Min(Math.Min(x1, x2), Math.Min(x3, x4)), Math.Min(Math.Min(y1, y2), Math.Min(y3, y4)),
                Math.Max(Math.Max(x1, x2), Math.Max(x3, x4)), Math.Max(Math.Max(y1, y2), Math.Max(y3, y4)));
        }

        private (double X, double Y) Of(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);
    }
}

/// <summary>A page and its letters in the order of painting.</summary>
internal sealed record TracedPage(int Number, double Width, double Height, IReadOnlyList<TracedGlyph> Glyphs)
{
    public IEnumerable<TracedGlyph> Suspects => Glyphs.Where(glyph => glyph.IsSuspect);
}

/// <summary>A letter, where its middle stands, and why it may be out of sight.</summary>
internal sealed class TracedGlyph(Rune letter, double left, double top, double right, double bottom)
{
    public Rune Letter { get; } = letter;
    public double Left { get; } = left;
    public double Top { get; } = top;
    public double Right { get; } = right;
    public double Bottom { get; } = bottom;

    /// <summary>Painted with nothing: the text layer of a scan.</summary>
    public bool IsInvisible { get; init; }

    /// <summary>In white, or in the colour below.</summary>
    public bool IsFaint { get; init; }

    /// <summary>A box or picture was painted over it.</summary>
    public bool IsCovered { get; set; }

    /// <summary>A picture as large as the page was painted over it.</summary>
    public bool IsUnderScan { get; set; }

    public bool IsSuspect => IsInvisible || IsFaint || IsCovered || IsUnderScan;
}
