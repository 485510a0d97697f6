using Gongkai.Data;

namespace Gongkai.Bodies;

/// <summary>隶属关系: whether the bodies a body is placed under are there, still active, and make no circle.</summary>
public sealed class BodyPlaces(GongkaiDb db, BodyTrees trees)
{
    public async Task Place(Body body, BodyId? parent, BodyId? guidedBy, BodyId? competentOffice, CancellationToken cancel)
    {
        var tree = await trees.Now(db, cancel);
        Demand(tree, parent, body.Parent, "parent", "所属机关");
        Demand(tree, guidedBy, body.GuidedBy, "guided_by", "业务指导机关");
        Demand(tree, competentOffice, body.CompetentOffice, "competent_office", "公开工作主管部门");
        tree.MustStayTree(body.Id, parent, guidedBy, competentOffice);
        body.Place(parent, guidedBy, competentOffice);
    }

    private static void Demand(BodyTree tree, BodyId? chosen, BodyId? before, string field, string what)
    {
        if (chosen is { } id && tree.Find(id) is not { IsActive: true } && chosen != before)
            throw new RefusedException($"所选的{what}不存在或者已经撤销，请另选。", field);
    }
}
