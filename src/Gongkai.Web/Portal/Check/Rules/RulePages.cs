using System.Collections.Concurrent;
using Gongkai.AnnualReports.Checking;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Gongkai.Web.Portal.Check.Rules;

/// <summary>规则说明: the pages of docs/rules, each explaining one rule to a clerk; their test blocks are drawn as examples.</summary>
public sealed class RulePages
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private readonly ConcurrentDictionary<string, RulePage?> _pages = new(StringComparer.Ordinal);

    /// <summary>The page of a rule, or null when there is no such rule.</summary>
    public RulePage? Find(string id) => _pages.GetOrAdd(id, Load);

    private static RulePage? Load(string id)
    {
        if (Checker.Rules.FirstOrDefault(rule => rule.Descriptor.Id == id)?.Descriptor is not { } rule)
            return null;

        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{id}.md");
        if (stream is null)
            return new RulePage(rule, []);

        using var reader = new StreamReader(stream);
        return new RulePage(rule, [.. PartsOf(Markdown.Parse(reader.ReadToEnd(), s_pipeline))]);
    }

    private static IEnumerable<RulePart> PartsOf(MarkdownDocument document)
    {
        RuleExample? example = null;
        foreach (var block in document)
        {
            // The title line is the page's own heading.
            if (block is HeadingBlock { Level: 1 })
                continue;

            if (block is FencedCodeBlock { Info: "report" or "text" or "previous" or "previous-text" or "facts" or "observations" } fence)
            {
                var lines = fence.Lines.ToString();
                if (fence.Info == "report")
                {
                    if (example is not null)
                        yield return example;
                    example = RuleExample.Of(fence.Arguments ?? "", lines);
                }
                else
                {
                    example = example?.With(fence.Info, fence.Arguments ?? "", lines);
                }

                continue;
            }

            if (example is not null)
                yield return example;
            example = null;
            yield return new RuleText(HtmlOf(block));
        }

        if (example is not null)
            yield return example;
    }

    private static string HtmlOf(Block block)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        s_pipeline.Setup(renderer);
        renderer.Render(block);
        return html.ToString();
    }
}

/// <summary>A rule's page: running text and examples in order.</summary>
public sealed record RulePage(RuleDescriptor Rule, IReadOnlyList<RulePart> Parts);

/// <summary>A part of the page.</summary>
public abstract record RulePart;

/// <summary>Running text as HTML, made from our own page with raw HTML switched off.</summary>
public sealed record RuleText(string Html) : RulePart;
