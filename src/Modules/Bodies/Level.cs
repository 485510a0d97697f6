namespace Gongkai.Bodies;

/// <summary>机关层级.</summary>
public enum Level
{
    National,
    Provincial,
    Municipal,
    County,
    Township,
}

public static class LevelNames
{
    extension(Level level)
    {
        public string Name => level switch
        {
            Level.National => "国家级",
            Level.Provincial => "省级",
            Level.Municipal => "市级",
            Level.County => "县级",
            Level.Township => "乡级",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
    }
}
