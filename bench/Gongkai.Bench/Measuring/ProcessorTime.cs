namespace Gongkai.Bench.Measuring;

/// <summary>User and system time of this process and of the children it has waited for.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100; // of /proc on every Linux we know

    public static TimeSpan Own => Environment.CpuUsage.TotalTime + Children;

    /// <summary>Time of ended children and of theirs; nought where there is no /proc.</summary>
    public static TimeSpan Children
    {
        get
        {
            if (!File.Exists("/proc/self/stat"))
                return TimeSpan.Zero;
            var stat = File.ReadAllText("/proc/self/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[13]) + long.Parse(fields[14])) / TicksPerSecond);
        }
    }
}
