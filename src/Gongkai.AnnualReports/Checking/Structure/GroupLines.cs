namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>分组行: （三）不予公开 and the like hold no figures; those printed there belong to the first item.</summary>
public sealed class GroupLines : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R009", "分组行上填有数字", "Figures stand on a group line", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var seen in report.Observations)
        {
            if (seen.Kind != ObservationKind.GroupLineFigures)
                continue;
            var group = report.Form!["t3"].Groups.FirstOrDefault(own => seen.At == $"t3.{own.Key}");
            var name = group?.FullLabel ?? "分组";
            yield return Fail([seen.At ?? "t3"], $"“{name}”是分组行，不填数字，却有“{seen.Text.Trim()}”；请把数字填到该组的具体项目", seen.Place, SeverityFor(report));
        }
    }
}
