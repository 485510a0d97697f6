using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Reading;

namespace Gongkai.Bench.Corpus;

/// <summary>Reading as the goals measure it, from bytes to fields; a figure read wrong would make any speed worthless.</summary>
internal static class Reader
{
    public static Action Over(IReadOnlyList<byte[]> files, string name) => () =>
    {
        foreach (var file in files)
            ReportReader.Read(file, name);
    };

    /// <summary>Reads every file once and compares each figure with what was printed.</summary>
    /// <exception cref="InvalidOperationException">A figure differs.</exception>
    public static void Verify(IReadOnlyList<SyntheticReport> reports, IReadOnlyList<byte[]> files, string name)
    {
        for (var i = 0; i < reports.Count; i++)
        {
            var read = ReportReader.Read(files[i], name);
            if (read.Count != 1 || read[0].Form != reports[i].Form)
                throw new InvalidOperationException($"{name} {i}: {read.Count} reports, {read[0].Edition}");
            var wrong = reports[i].Form.Cells.Where(cell => !cell.Row.Optional && read[0][cell.Index].Value != reports[i].Figures[cell.Path]).ToList();
            if (wrong.Count > 0)
                throw new InvalidOperationException($"{name} {i}: {wrong.Count} figures differ, first {wrong[0].Path}");
        }
    }
}
