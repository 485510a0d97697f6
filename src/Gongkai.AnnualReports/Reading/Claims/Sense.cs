namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>词义: what a word of administrative prose does for the figure beside it.</summary>
internal enum Sense
{
    /// <summary>Known, and of no interest; stands in the table so that its parts are not read (申请人, 无障碍).</summary>
    Neutral,

    /// <summary>A figure.</summary>
    Figure,

    /// <summary>，；：（）、。; the value is the character.</summary>
    Mark,

    /// <summary>2022年; the value is the year.</summary>
    Year,

    // 申请
    Request,
    RequestTopic,
    BareRequest,
    Receive,
    ReceiveNew,
    Process,
    Handle,
    CarriedIn,
    CarriedOut,
    Kind,
    Channel,
    Outcome,

    // 救济
    Review,
    Litigation,
    Direct,
    AfterReview,
    Result,
    Closed,

    // 表二
    Rules,
    Normative,
    Issue,
    Publish,
    Repeal,
    InForce,
    OtherAct,
    Decision,
    AdminFee,

    // 收费
    Fee,
    FeeTitle,
    Charge,

    // 句法
    Zero,
    Among,
    Includes,
    Total,
    Each,
    Respectively,
    All,
    And,
    OpenEnd,
    Rate,
    OtherItem,
    Condition,

    // 范围
    Compare,
    Past,
    ThisYear,
    Office,
    Whole,
    WholeSystem,
    Self,
    Disclosure,

    // 别的事
    Other,
    Info,
    Suggestion,
    Proposal,
    Blocker,
}
