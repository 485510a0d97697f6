using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <content>有效期届满: what its own text said comes true without anybody's decision.</content>
public sealed partial class Document
{
    /// <summary>The first day on which its text says it no longer holds, where nothing ended it before.</summary>
    public DateOnly? LapsesOn => Kind.IsNormative && LastShown?.ExpiresOn is { } last && Validities.Ended(this) == last.AddDays(1) ? last.AddDays(1) : null;

    /// <summary>有效期届满: recorded, so that the ledger, the public history and whoever keeps a copy know of it; whether it holds follows from its text as before.</summary>
    public void Lapse(IActor by, DateTimeOffset at)
    {
        if (LapsesOn is not { } day || day > at.LegalDate || _history.Exists(taken => taken.Step == Procedure.Lapse.Id && taken.Effective == day))
            throw new NotLawfulException("有效期没有届满，或者届满已经记录", Procedure.Lapse.Law);
        Take(Procedure.Lapse, by, at, new() { Effective = day, Reason = $"有效期至{day.AddDays(-1):yyyy年M月d日}" });
    }
}
