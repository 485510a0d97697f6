namespace Gongkai.Bodies;

/// <summary>机关状态.</summary>
public enum BodyState
{
    Active,
    Merged,
    Abolished,
}

public static class BodyStateNames
{
    extension(BodyState state)
    {
        public string Name => state switch
        {
            BodyState.Active => "正常",
            BodyState.Merged => "已合并",
            BodyState.Abolished => "已撤销",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
