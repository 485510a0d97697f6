namespace Gongkai.Reviews;

/// <summary>审查状态.</summary>
public enum ReviewState
{
    Open,
    Returned,
    Completed,

    /// <summary>Taken back by the author before it was completed.</summary>
    Cancelled,
}

public static class ReviewStateNames
{
    extension(ReviewState state)
    {
        public string Name => state switch
        {
            ReviewState.Open => "审查中",
            ReviewState.Returned => "已退回",
            ReviewState.Completed => "审查通过",
            ReviewState.Cancelled => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

/// <summary>审查结论 of one stage.</summary>
public enum Verdict
{
    Approve,
    Return,
}

/// <summary>保密审查结论.</summary>
public enum SecrecyConclusion
{
    /// <summary>可以公开.</summary>
    MayBePublished,

    /// <summary>删减后公开: back to the author, with the places.</summary>
    AfterDeletion,

    /// <summary>不得公开.</summary>
    MayNot,

    /// <summary>不能确定，报请确定 (article 17, paragraph 3): waits for the department asked.</summary>
    Referred,
}
