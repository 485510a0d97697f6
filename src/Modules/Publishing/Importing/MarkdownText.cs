using Markdig;
using Markdig.Parsers;

namespace Gongkai.Publishing;

/// <summary>Markdown正文: as HTML, which the sanitiser then cleans like every other. Lines stay lines, and a text that is set in by spaces is no program.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, s_pipeline);

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }
}
