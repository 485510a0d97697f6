namespace Gongkai.Formats;

/// <summary>出处: where in the source something stands. Every member is counted from 1 and is null where it does not apply.</summary>
/// <param name="Page">Page of a paged source (PDF, scan); chapter of an e-book.</param>
/// <param name="Line">Line of the text, or of the page in a paged source.</param>
/// <param name="Paragraph">Paragraph of a document that has paragraphs (Word, HTML).</param>
/// <param name="Table">Table within the document.</param>
/// <param name="Row">Row within the table.</param>
/// <param name="Column">Column within the row, merged cells counted with their width.</param>
/// <param name="Text">The words that stand there, shortened when long.</param>
public sealed record SourcePlace(
    int? Page = null,
    int? Line = null,
    int? Paragraph = null,
    int? Table = null,
    int? Row = null,
    int? Column = null,
    string? Text = null);
