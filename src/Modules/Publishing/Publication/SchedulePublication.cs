using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>定时公开: ordered now, done by the machine at that moment, if everything still is as it was reviewed.</summary>
public sealed class SchedulePublication(DocumentDesk desk, PublicWords words)
{
    public async Task Run(DocumentId id, DateTimeOffset due, string? reason, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        await words.Demand(document.Body, "修改的内容和原因", reason, "reason", cancel);
        await desk.DemandPolicy(document, due, cancel);
        document.Schedule(due, reason, by, desk.Now);
        await desk.Close(document, Act.SchedulePublication, by, cancel);
    }
}

/// <summary>取消定时.</summary>
public sealed class UnschedulePublication(DocumentDesk desk)
{
    public async Task Run(DocumentId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        document.Unschedule(by, desk.Now);
        await desk.Close(document, Act.Unschedule, by, cancel);
    }
}
