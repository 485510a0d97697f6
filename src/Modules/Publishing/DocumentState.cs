namespace Gongkai.Publishing;

/// <summary>公开事项状态: where a document stands; while it is revised, what was published before stays public.</summary>
public enum DocumentState
{
    Draft,
    InReview,

    /// <summary>审查通过，待公开或者待确认不主动公开.</summary>
    Approved,
    Scheduled,
    Public,
    Revising,
    RevisionInReview,
    RevisionApproved,
    RevisionScheduled,

    /// <summary>已撤下: not public any more; a tombstone says why.</summary>
    Withdrawn,

    /// <summary>已撤下，更正中: what was withdrawn is mended, to be public again after review; the tombstone stays until then.</summary>
    Correcting,
    CorrectionInReview,
    CorrectionApproved,

    /// <summary>不主动公开 (依申请公开 or 不予公开): withheld, and assessed again by a date (article 18).</summary>
    Withheld,

    /// <summary>已归档: stays readable, is changed no more.</summary>
    Archived,
    Discarded,
}

public static class DocumentStates
{
    /// <summary>What everybody may read.</summary>
    public static readonly IReadOnlyList<DocumentState> Readable =
        [DocumentState.Public, DocumentState.Revising, DocumentState.RevisionInReview, DocumentState.RevisionApproved, DocumentState.RevisionScheduled, DocumentState.Archived];

    /// <summary>已撤下, whether it is mended or not: the tombstone is what everybody reads.</summary>
    public static readonly IReadOnlyList<DocumentState> Gone = [DocumentState.Withdrawn, DocumentState.Correcting, DocumentState.CorrectionInReview, DocumentState.CorrectionApproved];

    extension(DocumentState state)
    {
        public bool IsGone => Gone.Contains(state);

        /// <summary>Somebody writes at it: a draft, a revision, a correction.</summary>
        public bool IsWrittenAt => state is DocumentState.Draft or DocumentState.Revising or DocumentState.Correcting;

        public bool IsReadable => Readable.Contains(state);

        public string Name => state switch
        {
            DocumentState.Draft => "起草",
            DocumentState.InReview => "审查中",
            DocumentState.Approved => "审查通过",
            DocumentState.Scheduled => "待定时公开",
            DocumentState.Public => "已公开",
            DocumentState.Revising => "已公开，修订中",
            DocumentState.RevisionInReview => "已公开，修订审查中",
            DocumentState.RevisionApproved => "已公开，修订审查通过",
            DocumentState.RevisionScheduled => "已公开，修订待定时公开",
            DocumentState.Withdrawn => "已撤下",
            DocumentState.Correcting => "已撤下，更正中",
            DocumentState.CorrectionInReview => "已撤下，更正审查中",
            DocumentState.CorrectionApproved => "已撤下，更正审查通过",
            DocumentState.Withheld => "不主动公开",
            DocumentState.Archived => "已归档",
            DocumentState.Discarded => "草稿已作废",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
