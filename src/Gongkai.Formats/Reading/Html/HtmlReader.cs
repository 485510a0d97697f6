using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Formats.Reading.Grids;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Html;

/// <summary>网页: the article of a page, its tables, and what the page says about it.</summary>
internal static class HtmlReader
{
    /// <returns>The title of the page.</returns>
    public static string? Read(ReadOnlySpan<byte> content, BlockBuilder blocks) => Read(HtmlDecoding.Decode(content, blocks.Limits), blocks);

    /// <summary>HTML inside another text: everything in it, at the line where it begins.</summary>
    public static void ReadFragment(string html, SourceLine place, BlockBuilder blocks)
    {
        HtmlGuard.Check(html, blocks.Limits.Nesting);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var flow = new HtmlFlow(blocks, place with { Text = "" });
        if (document.Body is { } body)
            flow.Read(body);
        DraftPart.Write(flow.Parts, blocks);
    }

    private static string? Read(string html, BlockBuilder blocks)
    {
        HtmlGuard.Check(html, blocks.Limits.Nesting);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        if (document.Body is not { } body)
            return null;
        var article = Article.Find(body);
        var flow = new HtmlFlow(blocks);
        flow.Lines(PageData.Metadata(document));
        if (article != body)
            flow.Lines(PageData.AroundArticle(body, article));
        flow.Read(article);
        DraftPart.Write(flow.Parts, blocks);
        if (!flow.HasTable && flow.Pictures > 0)
            blocks.Note($"网页正文有 {flow.Pictures} 张图片而没有表格；图片中的文字没有读取，如表格是图片，请另存图片后单独读取");
        return document.Title is { Length: > 0 } title ? title.Trim() : null;
    }
}
