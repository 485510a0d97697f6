using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>公开事件: what others may be told of a document.</summary>
public enum DocumentEvent
{
    Published,
    Revised,
    Withdrawn,
    Repealed,
    Expired,
    Archived,
}

public static class DocumentEvents
{
    private const string Prefix = "document.";

    extension(DocumentEvent happened)
    {
        /// <summary>`document.published`: never used for anything else.</summary>
        public string Word => Prefix + Words.Of(happened);

        public string Name => happened switch
        {
            DocumentEvent.Published => "公开",
            DocumentEvent.Revised => "修订",
            DocumentEvent.Withdrawn => "撤下",
            DocumentEvent.Repealed => "废止",
            DocumentEvent.Expired => "失效",
            DocumentEvent.Archived => "归档",
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
    }

    /// <exception cref="RefusedException">There is no such event.</exception>
    public static DocumentEvent Parse(string word) =>
        Enum.GetValues<DocumentEvent>().Where(one => one.Word == word).Select(one => (DocumentEvent?)one).FirstOrDefault()
            ?? throw new RefusedException($"事件应当是：{string.Join("、", Enum.GetValues<DocumentEvent>().Select(one => one.Word))}。", "events");

    /// <summary>What the last step of a document's history means to the public; null for a step that is nobody else's business.</summary>
    public static DocumentEvent? LastOf(Document document) => document.History[^1].Step switch
    {
        // Who was told of the withdrawal holds no copy any more: for him a corrected one is published, not revised.
        var step when step == Procedure.Publish.Id => document.History.SkipLast(1).LastOrDefault(IsOutside)?.Step != Procedure.Publish.Id ? DocumentEvent.Published : DocumentEvent.Revised,
        var step when step == Procedure.Withdraw.Id => DocumentEvent.Withdrawn,
        var step when step == Procedure.Repeal.Id => DocumentEvent.Repealed,
        var step when step == Procedure.Expire.Id || step == Procedure.Lapse.Id => DocumentEvent.Expired,
        var step when step == Procedure.Archive.Id => DocumentEvent.Archived,
        _ => null,
    };

    private static bool IsOutside(StepTaken taken) => taken.Step == Procedure.Publish.Id || taken.Step == Procedure.Withdraw.Id;
}
