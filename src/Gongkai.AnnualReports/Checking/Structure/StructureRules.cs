namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>R001-R020: headings, tables, labels and the form of figures.</summary>
public static class StructureRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SectionHeadings(),
        new EditionOfYear(),
        new NumberingInSections(),
        new DisclosureRows(),
        new RequestRows(),
        new RequestColumns(),
        new RemedyCells(),
        new FiguresPerRow(),
        new GroupLines(),
        new UnknownLines(),
        new WholeNumbers(),
        new WordsForFigures(),
        new StrippedForms(),
        new AmountUnits(),
        new SignsOutOfPlace(),
        new TitleComplete(),
        new PeriodStated(),
        new YearsAgree(),
        new ConversionResidue(),
        new CitedDocuments(),
    ];
}
