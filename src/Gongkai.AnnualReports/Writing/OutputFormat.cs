namespace Gongkai.AnnualReports.Writing;

/// <summary>The formats a report can be written in.</summary>
public enum OutputFormat
{
    /// <summary>Word.</summary>
    Docx,

    /// <summary>PDF; needs Chromium or LibreOffice.</summary>
    Pdf,

    /// <summary>A page that stands alone.</summary>
    Html,

    /// <summary>Excel.</summary>
    Xlsx,

    /// <summary>Our own JSON, the only one that keeps states, notes and places.</summary>
    Json,
}
