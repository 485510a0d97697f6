namespace Gongkai.Publishing;

/// <summary>密级 (Law on Guarding State Secrets).</summary>
public enum SecrecyLevel
{
    /// <summary>秘密.</summary>
    Confidential,

    /// <summary>机密.</summary>
    Secret,

    /// <summary>绝密.</summary>
    TopSecret,
}

public static class SecrecyLevelNames
{
    extension(SecrecyLevel level)
    {
        public string Name => level switch
        {
            SecrecyLevel.Confidential => "秘密",
            SecrecyLevel.Secret => "机密",
            SecrecyLevel.TopSecret => "绝密",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
    }
}
