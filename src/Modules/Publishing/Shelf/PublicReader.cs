using System.Data.Common;
using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>
/// 读一件公开事项: the page that is asked for most, in one round to the database and without the change tracker (a twentieth of the work of loading the whole
/// document). Tests hold it to what the document itself says.
/// </summary>
public sealed class PublicReader(ReadCommands commands)
{
    private static readonly string s_readable = InSql(DocumentStates.Readable);

    private static readonly string s_rounds =
        $"""
        select d.body_id, d.kind, d.state, d.attribute, d.index_number, d.published_on, d.updated_on,
               v.number, v.title, v.summary, v.document_number, v.issuer, v.joint_issuers, v.created_on, v.effective_on, v.expires_on, v.topic, v.genre, v.article20_item, v.keywords, v.html, v.stage, v.follows_id, v.execution_due, v.result_due, v.amendments, v.column_key
        from documents d join document_versions v on v.document_id = d.id and v.number = d.shown_version
        where d.id = @id and d.published_on is not null and d.state in ({s_readable},{InSql(DocumentStates.Gone)});
        select number, step, on_day, reason, effective, by_document, at, public_title from document_steps
        where document_id = @id and step in ('{Procedure.MoveIn.Id}','{Procedure.Publish.Id}','{Procedure.Withdraw.Id}','{Procedure.Repeal.Id}','{Procedure.Expire.Id}','{Procedure.Lapse.Id}','{Procedure.Archive.Id}') order by number;
        select a.number, a.name, a.length, a.original, a.shown from attachments a join documents d on d.id = a.document_id and d.shown_version = a.version_number where d.id = @id order by a.number;
        select id, title, form, published_on, 0 from documents where explains_id = @id and state in ({s_readable})
        union all
        select p.id, p.title, p.form, p.published_on, 1 from documents p join documents d on d.explains_id = p.id where d.id = @id and p.state in ({s_readable})
        order by 5, 4;
        select id, title, stage, published_on, 0 from documents where follows_id = @id and state in ({s_readable})
        union all
        select p.id, p.title, p.stage, p.published_on, 1 from documents p join documents d on d.follows_id = p.id where d.id = @id and p.state in ({s_readable})
        order by 5, 4;
        """;

    /// <returns>Null for what is not there or was never public.</returns>
    public Task<PublicDocument?> Read(DocumentId id, CancellationToken cancel) =>
        commands.Read(s_rounds, id.Value, async (row, stop) => await row.ReadAsync(stop) ? await Read(id, row, stop) : null, cancel);

    private static async Task<PublicDocument> Read(DocumentId id, DbDataReader row, CancellationToken cancel)
    {
        var version = VersionIn(row);
        var document = new PublicDocument
        {
            Id = id,
            Body = new BodyId(row.GetGuid(0)),
            Kind = Words.Parse<DocumentKind>(row.GetString(1)),
            State = Words.Parse<DocumentState>(row.GetString(2)),
            Attribute = Words.Parse<DisclosureAttribute>(row.GetString(3)),
            IndexNumber = TextIn(row, 4),
            PublishedOn = DayIn(row, 5),
            UpdatedOn = DayIn(row, 6),
            LastShown = version,
            History = [],
        };

        await row.NextResultAsync(cancel);
        List<StepTaken> steps = [];
        while (await row.ReadAsync(cancel))
            steps.Add(new StepTaken(row.GetInt32(0), row.GetString(1)) { On = DayIn(row, 2)!.Value, Reason = TextIn(row, 3), Effective = DayIn(row, 4), ByDocument = TextIn(row, 5), PublicTitle = TextIn(row, 7), At = new DateTimeOffset(DateTime.SpecifyKind(row.GetFieldValue<DateTime>(6), DateTimeKind.Utc)), OfficerName = "" });

        await row.NextResultAsync(cancel);
        while (await row.ReadAsync(cancel))
            version.Attach(new Attachment(row.GetInt32(0)) { Name = row.GetString(1), Length = row.GetInt64(2), Original = new FileHash(row.GetString(3)), Shown = new FileHash(row.GetString(4)) });

        await row.NextResultAsync(cancel);
        List<LinkedDocument> explanations = [];
        LinkedDocument? policy = null;
        while (await row.ReadAsync(cancel))
        {
            var linked = new LinkedDocument(new DocumentId(row.GetGuid(0)), row.GetString(1), TextIn(row, 2) is { } form ? Words.Parse<InterpretationForm>(form) : null, DayIn(row, 3));
            if (row.GetInt32(4) == 1)
                policy = linked;
            else
                explanations.Add(linked);
        }

        await row.NextResultAsync(cancel);
        List<FollowUp> followed = [];
        FollowUp? decision = null;
        while (await row.ReadAsync(cancel))
        {
            var linked = new FollowUp(new DocumentId(row.GetGuid(0)), row.GetString(1), Words.Parse<OpennessStage>(row.GetString(2)), DayIn(row, 3));
            if (row.GetInt32(4) == 1)
                decision = linked;
            else
                followed.Add(linked);
        }

        return document with { History = steps, Explanations = explanations, Policy = policy, FollowUps = followed, Decision = decision };
    }

    private static DocumentVersion VersionIn(DbDataReader row) => new(row.GetInt32(7))
    {
        Title = row.GetString(8),
        Summary = TextIn(row, 9),
        DocumentNumber = TextIn(row, 10),
        Issuer = TextIn(row, 11),
        JointIssuers = TextIn(row, 12),
        CreatedOn = DayIn(row, 13),
        EffectiveOn = DayIn(row, 14),
        ExpiresOn = DayIn(row, 15),
        Topic = TextIn(row, 16),
        Genre = TextIn(row, 17),
        Article20Item = TextIn(row, 18),
        Keywords = TextIn(row, 19),
        Html = row.GetString(20),
        Stage = TextIn(row, 21) is { } stage ? Words.Parse<OpennessStage>(stage) : null,
        Follows = row.IsDBNull(22) ? null : new DocumentId(row.GetGuid(22)),
        ExecutionDue = DayIn(row, 23),
        ResultDue = DayIn(row, 24),
        Amendments = TextIn(row, 25),
        Column = TextIn(row, 26),
    };

    private static string InSql(IEnumerable<DocumentState> states) => string.Join(',', states.Select(state => $"'{Words.Of(state)}'"));

    private static string? TextIn(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? DayIn(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
