using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Publishing;

namespace Gongkai.Web.Portal.Documents;

/// <summary>结构化数据 (schema.org, JSON-LD): what a search engine is told of a public document.</summary>
public static class SchemaOrg
{
    // The encoder writes no < > &, so the text cannot end the element it stands in.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(IPublicFacts document, DocumentVersion shown, string body, string address, Validity? validity, bool isNotYet)
    {
        var isLaw = document.Kind.IsNormative;
        var facts = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = isLaw ? "Legislation" : document.Kind == DocumentKind.AnnualReport ? "Report" : "DigitalDocument",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = shown.Title,
            ["headline"] = shown.Title,
            ["identifier"] = new[] { document.IndexNumber, shown.DocumentNumber }.OfType<string>().ToArray(),
            ["inLanguage"] = "zh-CN",
            ["datePublished"] = Day(document.PublishedOn),
            ["dateModified"] = Day(document.UpdatedOn ?? document.PublishedOn),
            ["dateCreated"] = Day(shown.CreatedOn),
            ["publisher"] = new Dictionary<string, string> { ["@type"] = "GovernmentOrganization", ["name"] = body },
            ["about"] = shown.Topic,
            ["keywords"] = shown.Keywords,
            ["description"] = shown.Summary,
            ["isAccessibleForFree"] = true,
            ["hasPart"] = Books(shown, address),
        };
        if (isLaw)
        {
            facts["legislationIdentifier"] = shown.DocumentNumber;
            facts["legislationDate"] = Day(shown.CreatedOn);
            facts["legislationDateOfApplicability"] = Day(shown.EffectiveOn);
            facts["legislationLegalForce"] = validity switch
            {
                _ when isNotYet => "https://schema.org/NotInForce",
                Validity.InForce or Validity.Amended => "https://schema.org/InForce",
                Validity.Repealed or Validity.Expired => "https://schema.org/NotInForce",
                _ => null,
            };
        }

        return JsonSerializer.Serialize(facts.Where(fact => fact.Value is not (null or "")).ToDictionary(), s_json);
    }

    /// <summary>电子书 beside the text, where it is read and where it is to be had.</summary>
    private static Dictionary<string, object>[]? Books(DocumentVersion shown, string address)
    {
        var books = shown.Attachments.Where(one => one.IsBook).Select(one => new Dictionary<string, object>
        {
            ["@type"] = "Book",
            ["bookFormat"] = "https://schema.org/EBook",
            ["name"] = Path.GetFileNameWithoutExtension(one.Name),
            ["url"] = $"{address}/attachments/{one.Number}/read",
            ["isAccessibleForFree"] = true,
            ["encoding"] = new Dictionary<string, string> { ["@type"] = "MediaObject", ["encodingFormat"] = "application/epub+zip", ["contentUrl"] = $"{address}/attachments/{one.Number}" },
        }).ToArray();
        return books.Length > 0 ? books : null;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
