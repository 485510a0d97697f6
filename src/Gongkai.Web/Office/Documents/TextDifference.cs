using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Html;

namespace Gongkai.Web.Office.Documents;

/// <summary>文字对照: what changed between two texts, paragraph by paragraph and within a paragraph letter by letter.</summary>
public static class TextDifference
{
    /// <summary>Paragraphs left alone at each side of a change.</summary>
    private const int Around = 1;

    private const int ShortestKept = 2;

    public static IReadOnlyList<ParagraphChange> Between(string before, string after)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after).Lines;
        List<ParagraphChange> changes = [];
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].Type == ChangeType.Unchanged)
            {
                changes.Add(new ParagraphChange([new(ChangeKind.Kept, lines[i].Text)], false));
                i++;
                continue;
            }

            // What was taken out and what came in at one place, read together.
            var gone = Run(lines, i, ChangeType.Deleted);
            var come = Run(lines, i + gone.Count, ChangeType.Inserted);
            for (var n = 0; n < Math.Max(gone.Count, come.Count); n++)
                changes.Add(new ParagraphChange(Pieces(n < gone.Count ? gone[n] : "", n < come.Count ? come[n] : ""), true));
            i += gone.Count + come.Count;
        }

        return Shortened(changes);
    }

    private static List<string> Run(List<DiffPiece> lines, int from, ChangeType type) => [.. lines.Skip(from).TakeWhile(line => line.Type == type).Select(line => line.Text)];

    private static List<TextPiece> Pieces(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0)
            return [new(before.Length == 0 ? ChangeKind.Added : ChangeKind.Removed, before + after)];
        List<TextPiece> pieces = [];
        var kept = 0;
        foreach (var block in new Differ().CreateCharacterDiffs(before, after, ignoreWhitespace: false).DiffBlocks)
        {
            Add(ChangeKind.Kept, before[kept..block.DeleteStartA]);
            Add(ChangeKind.Removed, before.Substring(block.DeleteStartA, block.DeleteCountA));
            Add(ChangeKind.Added, after.Substring(block.InsertStartB, block.InsertCountB));
            kept = block.DeleteStartA + block.DeleteCountA;
        }

        Add(ChangeKind.Kept, before[kept..]);
        return Readable(pieces);

        void Add(ChangeKind kind, string text)
        {
            if (text.Length > 0)
                pieces.Add(new(kind, text));
        }
    }

    /// <summary>A letter or two, or digits, that happen to stay between changes are read as changed with them.</summary>
    private static List<TextPiece> Readable(List<TextPiece> pieces)
    {
        List<TextPiece> shown = [];
        var (gone, come) = ("", "");
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text) = pieces[i];
            var isShort = kind == ChangeKind.Kept && i > 0 && i < pieces.Count - 1 && (text.Length <= ShortestKept || text.All(char.IsAsciiLetterOrDigit));
            if (kind == ChangeKind.Kept && !isShort)
            {
                Flush();
                shown.Add(pieces[i]);
                continue;
            }

            gone += kind == ChangeKind.Added ? "" : text;
            come += kind == ChangeKind.Removed ? "" : text;
        }

        Flush();
        return shown;

        void Flush()
        {
            if (gone.Length > 0)
                shown.Add(new(ChangeKind.Removed, gone));
            if (come.Length > 0)
                shown.Add(new(ChangeKind.Added, come));
            (gone, come) = ("", "");
        }
    }

    /// <summary>Long stretches that stayed are left out, with their number.</summary>
    private static List<ParagraphChange> Shortened(List<ParagraphChange> all)
    {
        List<ParagraphChange> shown = [];
        for (var i = 0; i < all.Count; i++)
        {
            var near = Enumerable.Range(i - Around, (2 * Around) + 1).Any(n => n >= 0 && n < all.Count && all[n].IsChanged);
            if (near)
                shown.Add(all[i]);
            else if (shown is [.., { Skipped: > 0 } last])
                shown[^1] = last with { Skipped = last.Skipped + 1 };
            else
                shown.Add(new ParagraphChange([], false) { Skipped = 1 });
        }

        return shown;
    }
}

/// <summary>One paragraph of a comparison.</summary>
public sealed record ParagraphChange(IReadOnlyList<TextPiece> Pieces, bool IsChanged)
{
    /// <summary>Paragraphs left out here.</summary>
    public int Skipped { get; init; }

    /// <summary>With what came and went marked; no white space between the pieces, for Chinese has none.</summary>
    public IHtmlContent Marked()
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in Pieces)
        {
            var tag = piece.Kind switch { ChangeKind.Added => "ins", ChangeKind.Removed => "del", _ => null };
            if (tag is null)
                html.Append(piece.Text);
            else
                html.AppendHtml($"<{tag}>").Append(piece.Text).AppendHtml($"</{tag}>");
        }

        return html;
    }
}

/// <summary>Words that stayed, came or went.</summary>
public sealed record TextPiece(ChangeKind Kind, string Text);

public enum ChangeKind
{
    Kept,
    Added,
    Removed,
}
