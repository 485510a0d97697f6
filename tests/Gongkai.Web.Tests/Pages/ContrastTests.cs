using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Web.Tests.Pages;

/// <summary>对比度: every text colour on every ground it may stand on, light, dark and high contrast, is at least 7:1.</summary>
public sealed partial class ContrastTests(Site site)
{
    private static readonly string[] s_grounds = ["paper", "paper-2", "paper-3"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Is_at_least_seven_to_one(int block)
    {
        using var visitor = site.Visitor();
        var css = await visitor.GetStringAsync(new Uri("/css/tokens.css", UriKind.Relative), TestContext.Current.CancellationToken);
        var blocks = Blocks().Matches(css).Select(match => Tokens().Matches(match.Value).ToDictionary(token => token.Groups["name"].Value, token => token.Groups["colour"].Value, StringComparer.Ordinal)).Where(tokens => tokens.Count > 10).ToList();
        Assert.Equal(4, blocks.Count);
        var colours = blocks[block];

        List<(string Text, string Ground)> pairs = [("accent-ink", "accent"), ("ink", "mark"), ("accent", "paper"), ("accent", "paper-2"), ("good", "paper"), ("good", "paper-2")];
        foreach (var ground in s_grounds)
            pairs.AddRange([("ink", ground), ("ink-2", ground)]);
        foreach (var signal in (string[])["error", "warning", "info", "unknown"])
            pairs.AddRange([(signal, "paper"), (signal, "paper-2"), (signal, $"{signal}-wash"), ("ink", $"{signal}-wash")]);

        Assert.All(pairs, pair => Assert.True(Contrast(colours[pair.Text], colours[pair.Ground]) >= 7, $"{pair.Text} on {pair.Ground}: {Contrast(colours[pair.Text], colours[pair.Ground]):0.00}"));
    }

    private static double Contrast(string a, string b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] channels = [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex("--(?<name>[a-z0-9-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
