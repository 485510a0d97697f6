using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;

namespace Gongkai.Web.Office.Topics;

/// <summary>专题表单: a topic as it is typed, with rows for more sections than it has.</summary>
public sealed record TopicForm
{
    /// <summary>Empty rows offered after the last section.</summary>
    private const int More = 2;

    public string Title { get; init; } = "";
    public string Introduction { get; init; } = "";
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public bool IsAnnounced { get; init; }
    public bool TakesInBelow { get; init; }
    public IReadOnlyList<TopicPartForm> Parts { get; init; } = [.. Enumerable.Range(1, More).Select(number => new TopicPartForm(number))];

    public static async Task<TopicForm> Of(TopicVersion? version, ChosenDocuments chosen, CancellationToken cancel)
    {
        if (version is null)
            return new TopicForm();
        List<TopicPartForm> parts = [];
        foreach (var part in version.Parts)
            parts.Add(new TopicPartForm(parts.Count + 1) { Heading = part.Heading, Note = part.Note, Documents = await chosen.Lines(part.Documents, cancel), Column = part.Column, Kind = part.Kinds is [var kind, ..] ? kind.Word : null, Topics = string.Join('\n', part.Topics) });
        while (parts.Count < Math.Min(version.Parts.Count + More, TopicContent.MostSections))
            parts.Add(new TopicPartForm(parts.Count + 1));
        return new TopicForm { Title = version.Title, Introduction = version.Introduction, StartsOn = version.StartsOn, EndsOn = version.EndsOn, IsAnnounced = version.IsAnnounced, TakesInBelow = version.TakesInBelow, Parts = parts };
    }

    public static TopicForm Read(IFormCollection form)
    {
        string Text(string name) => form[name].ToString();
        DateOnly? Day(string name) => DateOnly.TryParse(Text(name), CultureInfo.InvariantCulture, out var day) ? day : null;
        return new TopicForm
        {
            Title = Text("title"),
            Introduction = Text("introduction"),
            StartsOn = Day("startson"),
            EndsOn = Day("endson"),
            IsAnnounced = Text("isannounced").StartsWith("true", StringComparison.Ordinal),
            TakesInBelow = Text("takesinbelow").StartsWith("true", StringComparison.Ordinal),
            Parts =
            [
                .. Enumerable.Range(1, TopicContent.MostSections).Where(number => form.ContainsKey($"heading{number}")).Select(number => new TopicPartForm(number)
                {
                    Heading = Text($"heading{number}"), Note = Text($"note{number}"), Documents = Text($"documents{number}"), Column = Text($"column{number}"), Kind = Text($"kind{number}"), Topics = Text($"topics{number}"),
                }),
            ],
        };
    }

    /// <exception cref="RefusedException">A line names no public document.</exception>
    public async Task<TopicContent> Content(BodyId body, ChosenDocuments chosen, CancellationToken cancel)
    {
        List<TopicSection> parts = [];
        foreach (var part in Parts.Where(part => !part.IsEmpty))
        {
            var documents = await chosen.Resolve(body, TakesInBelow, part.Documents, $"documents_{part.Number}", cancel);
            var kinds = Enum.GetValues<DocumentKind>().Where(kind => kind.Word == part.Kind).ToList();
            parts.Add(new TopicSection(part.Heading ?? "", part.Note, documents, string.IsNullOrEmpty(part.Column) ? null : part.Column, kinds, (part.Topics ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        }

        return new TopicContent { Title = Title, Introduction = Introduction, StartsOn = StartsOn, EndsOn = EndsOn, IsAnnounced = IsAnnounced, TakesInBelow = TakesInBelow, Parts = parts };
    }
}

/// <summary>一栏.</summary>
public sealed record TopicPartForm(int Number)
{
    public string? Heading { get; init; }
    public string? Note { get; init; }
    public string? Documents { get; init; }
    public string? Column { get; init; }
    public string? Kind { get; init; }
    public string? Topics { get; init; }

    public bool IsEmpty => new[] { Heading, Note, Documents, Column, Kind, Topics }.All(string.IsNullOrWhiteSpace);
}
