using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking;

/// <summary>体检选项.</summary>
public sealed record ClinicOptions
{
    public static ClinicOptions Default { get; } = new();

    /// <summary>上年报告: an earlier report for those whose year before is not among the files.</summary>
    public SourceFile? Previous { get; init; }

    /// <summary>What is known of the body and the publication beside the report.</summary>
    public Facts? Facts { get; init; }

    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>How many files are read at once.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
