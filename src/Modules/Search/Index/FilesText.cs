using System.Text;
using Gongkai.Search.Folding;

namespace Gongkai.Search.Index;

/// <summary>附件文字: the text of all attachments in a row, and where each attachment and page begins in it, counted in characters (a surrogate pair is one).</summary>
internal sealed record FilesText(string Text, IReadOnlyList<PartPlace> Places)
{
    public static FilesText Of(IReadOnlyList<TextPart> parts, int most)
    {
        var text = new StringBuilder();
        List<PartPlace> places = [];
        var characters = 0;
        var attachment = 0;
        foreach (var part in parts)
        {
            if (attachment != part.Attachment)
                Add($"{(text.Length == 0 ? "" : "\n")}{Fold.Clean(part.Name)}");
            var clean = Fold.Clean(part.Text);
            if (text.Length + clean.Length > most)
                break;
            if (attachment == part.Attachment && part.RunsOn)
                Add("");
            else
                Add("\n");
            attachment = part.Attachment;
            places.Add(new PartPlace(characters, part.Attachment, part.Name, part.Page));
            Add(clean);
        }

        return new FilesText(text.ToString(), places);

        void Add(string more)
        {
            text.Append(more);
            characters += more.Length - more.Count(char.IsLowSurrogate);
        }
    }

    public static PartPlace? At(IReadOnlyList<PartPlace> places, int offset) => places.LastOrDefault(place => place.From <= offset) ?? (places is [var first, ..] ? first : null);
}

/// <summary>Where an attachment or a page of it begins.</summary>
internal sealed record PartPlace(int From, int Attachment, string Name, int? Page);
