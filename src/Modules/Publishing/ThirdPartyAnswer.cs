namespace Gongkai.Publishing;

/// <summary>第三方意见 (article 15).</summary>
public enum ThirdPartyAnswer
{
    /// <summary>不同意公开.</summary>
    Objects,

    /// <summary>未答复: the body decided itself.</summary>
    Silent,

    /// <summary>未征求: the reason says why nobody had to be asked.</summary>
    NotAsked,

    /// <summary>同意公开: then it is public.</summary>
    Consents,
}

public static class ThirdPartyAnswerNames
{
    extension(ThirdPartyAnswer answer)
    {
        public string Name => answer switch
        {
            ThirdPartyAnswer.Objects => "不同意公开",
            ThirdPartyAnswer.Silent => "未答复，由本机关决定",
            ThirdPartyAnswer.NotAsked => "未征求（在理由中说明）",
            ThirdPartyAnswer.Consents => "同意公开",
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
    }
}
