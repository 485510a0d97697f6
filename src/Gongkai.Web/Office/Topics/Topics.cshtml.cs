using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Catalogue;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Topics;

/// <summary>专题 of a body: drafts, public ones, ended and withdrawn ones.</summary>
[Requires("catalogue.read")]
public sealed class TopicsModel(GongkaiDb db) : CataloguePage(db, Permission.ReadCatalogue)
{
    public IReadOnlyList<TopicPage> Topics { get; private set; } = [];

    public bool MayManageTopics => May(Permission.ManageTopics, Chosen.Id);

    protected override async Task Prepare() => Topics = [.. (await Db.TopicPages.AsNoTracking().Where(topic => topic.Body == Chosen.Id).ToListAsync(Cancel)).OrderByDescending(topic => topic.Last.EditedAt)];
}
