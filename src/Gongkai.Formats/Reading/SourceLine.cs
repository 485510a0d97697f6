namespace Gongkai.Formats.Reading;

/// <summary>原文一行: a line as the source has it, tabs and spaces kept, with its place; readers hand these on to the table recognisers.</summary>
internal readonly record struct SourceLine(string Text, int? Page = null, int? Line = null, int? Paragraph = null)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public bool HasTab => Text.Contains('\t', StringComparison.Ordinal);
}
