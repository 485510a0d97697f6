namespace Gongkai.Formats;

/// <summary>读取限额: how much a hostile file may cost before it is refused.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 50L << 20;

    /// <summary>Bytes an archive (docx, xlsx, epub) may unpack to, all parts together.</summary>
    public long UnpackedBytes { get; init; } = 120L << 20;

    /// <summary>Unpacked size over packed size of one archive part.</summary>
    public int PackingRatio { get; init; } = 200;

    /// <summary>Depth of nested HTML elements.</summary>
    public int Nesting { get; init; } = 512;

    /// <summary>Cells of all tables together.</summary>
    public int Cells { get; init; } = 100_000;

    /// <summary>Lines or paragraphs of text.</summary>
    public int Lines { get; init; } = 200_000;

    /// <summary>Characters of text.</summary>
    public int Characters { get; init; } = 8_000_000;

    /// <summary>Pages handed to OCR.</summary>
    public int RecognisedPages { get; init; } = 30;

    /// <summary>Time an outside program (pdftotext, antiword, tesseract) may take.</summary>
    public TimeSpan ProgramTime { get; init; } = TimeSpan.FromSeconds(60);
}
