namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>R084-R087: publication, contact data, personal data.</summary>
public static class PublicationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PublicationDate(),
        new PublicationPlace(),
        new ContactAndSignature(),
        new PersonalDataAndSecrets(),
    ];
}
