using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>常引文件: number and title of a document that reports often cite.</summary>
/// <param name="Number">国办公开办函〔2021〕30号.</param>
/// <param name="Title">Its title.</param>
/// <param name="Core">Words that every right way of writing the title holds.</param>
internal sealed record KnownDocument(string Number, string Title, string Core)
{
    /// <summary>True where several documents share the core words, so that a title alone does not tell the number.</summary>
    public bool Shared { get; init; }

    public static IReadOnlyList<KnownDocument> All { get; } = Load();

    private static List<KnownDocument> Load()
    {
        using var stream = typeof(KnownDocument).Assembly.GetManifestResourceStream("checking/cited-documents.json")
            ?? throw new InvalidOperationException("the list of cited documents is not embedded");
        return JsonSerializer.Deserialize(stream, KnownDocumentJson.Default.ListKnownDocument)!;
    }
}

/// <summary>Reads the list with code made when the program is built.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<KnownDocument>))]
internal sealed partial class KnownDocumentJson : JsonSerializerContext;
