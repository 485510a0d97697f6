namespace Gongkai.AnnualReports.Writing;

/// <summary>输出格式: what a report can be written as.</summary>
public enum OutputFormat
{
    Docx,
    Pdf,
    Html,
    Xlsx,
    Json,
}
