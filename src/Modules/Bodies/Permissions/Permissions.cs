namespace Gongkai.Bodies;

/// <summary>权限判断: may this officer do that to a thing of this body on this day? By the matrix, the officer's dated roles and the tree of bodies.</summary>
public sealed class Permissions(PermissionMatrix matrix, BodyTree tree)
{
    public BodyTree Tree => tree;

    public bool May(Officer officer, Permission permission, BodyId body, DateOnly on) => ReachOf(officer, permission, on) switch
    {
        null => false,
        Scope.All => true,
        Scope.Guided => tree.IsOwn(officer.Body, body) || tree.IsGuidedBy(body, officer.Body),
        _ => tree.IsOwn(officer.Body, body),
    };

    /// <summary>Whether there is any body for which the officer may.</summary>
    public bool MayAnywhere(Officer officer, Permission permission, DateOnly on) => ReachOf(officer, permission, on) is not null;

    /// <summary>What lists show: the bodies a permission reaches; null means every one.</summary>
    public IReadOnlySet<BodyId>? BodiesFor(Officer officer, Permission permission, DateOnly on) =>
        ReachOf(officer, permission, on) == Scope.All ? null : tree.All.Select(body => body.Id).Where(body => May(officer, permission, body, on)).ToHashSet();

    /// <summary>Officers of a body that has ended have no say until they are transferred; a token says no more than stands in it.</summary>
    private Scope? ReachOf(Officer officer, Permission permission, DateOnly on) => tree.Find(officer.Body) is { IsActive: true } && officer.Through?.Scopes.Contains(permission.Word) != false
        ? officer.RolesOn(on).Select(role => matrix.ReachOf(role, permission)).Max()
        : null;
}
