namespace Gongkai.Publishing;

/// <summary>投影: what lists are made fast by; each follows from the history and is written with it.</summary>
public sealed partial class Document
{
    public DocumentState State { get; private set; }
    public int? ShownVersion { get; private set; }
    public DateOnly? PublishedOn { get; private set; }
    public DateTimeOffset? ScheduledAt { get; private set; }
    public DateOnly? AssessAgainOn { get; private set; }
    public string Title { get; private set; } = "";
    public string? Article20Item { get; private set; }
    public string? Topic { get; private set; }
    public string? Column { get; private set; }
    public DateOnly? CreatedOn { get; private set; }
    public OpennessStage? Stage { get; private set; }
    public DocumentId? Follows { get; private set; }
    public DateOnly? ExecutionDue { get; private set; }
    public DateOnly? ResultDue { get; private set; }

    /// <summary>The last publication: the first, or that of a revision.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    /// <summary>变更之日 (article 26): the day of the change that is worked at, else of the last that was published; a change starts a new limit.</summary>
    public DateOnly? ChangedOn { get; private set; }

    private void Project()
    {
        State = Procedure.StateAfter(_history);
        ShownVersion = _history.FindLast(taken => taken.Step == Procedure.Publish.Id)?.Version;

        // What was moved in has been public since the day it was published elsewhere.
        PublishedOn = _history.Find(taken => taken.Step == Procedure.Publish.Id) is { } first ? MovedIn?.Effective ?? first.On : null;

        // What ends meanwhile changes nothing of what is ordered.
        ScheduledAt = State is DocumentState.Scheduled or DocumentState.RevisionScheduled ? _history.FindLast(taken => taken.Step == Procedure.Schedule.Id)!.DueAt : null;
        AssessAgainOn = State == DocumentState.Withheld ? _history[^1].Effective : null;
        UpdatedOn = _history.FindLast(taken => taken.Step == Procedure.Publish.Id)?.On;
        ChangedOn = Changed();

        // What was withdrawn goes by the name everybody knew it by: the text somebody was revising was never public.
        var read = Shown ?? LastShown ?? Working;
        (Title, Article20Item, Topic, CreatedOn) = (read.Title, read.Article20Item, read.Topic, read.CreatedOn);
        (Stage, Follows, ExecutionDue, ResultDue, Column) = (read.Stage, read.Follows, read.ExecutionDue, read.ResultDue, read.Column);
    }

    private DateOnly? Changed()
    {
        DateOnly? published = null, open = null;
        foreach (var taken in _history)
        {
            if (taken.Step == Procedure.Revise.Id || taken.Step == Procedure.Correct.Id)
                open = taken.On;
            else if (taken.Step == Procedure.AbandonRevision.Id)
                open = null;
            else if (taken.Step == Procedure.Publish.Id && open is not null)
                (published, open) = (open, null);
        }

        return open ?? published;
    }
}
