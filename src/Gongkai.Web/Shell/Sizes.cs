namespace Gongkai.Web.Shell;

/// <summary>大小 of files, as people read them.</summary>
public static class Sizes
{
    public static string Of(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes} 字节",
        < 1 << 20 => $"{(bytes + 512) >> 10} KB",
        _ => $"{bytes / (double)(1 << 20):0.0} MB",
    };
}
