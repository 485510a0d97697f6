using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>授权: what operations ask before they act.</summary>
public sealed class Authority(GongkaiDb db, BodyTrees trees, PermissionMatrix matrix, TimeProvider clock)
{
    /// <summary>The rules as they stand at this moment.</summary>
    public async Task<Permissions> Now(CancellationToken cancel) => new(matrix, await trees.Now(db, cancel));

    /// <summary>Refuses whoever may not. The machine itself and its command line act with the right of whoever runs the machine.</summary>
    /// <exception cref="NotAllowedException">The actor's roles do not reach that far.</exception>
    public async Task Demand(IActor by, Permission permission, BodyId body, CancellationToken cancel)
    {
        if (by is Officer officer ? !(await Now(cancel)).May(officer, permission, body, clock.Today()) : !IsMachine(by))
            throw Refusal(permission);
    }

    /// <summary>The same for what belongs to no body yet.</summary>
    /// <exception cref="NotAllowedException">No role of the actor reaches every body.</exception>
    public async Task DemandForAll(IActor by, Permission permission, CancellationToken cancel)
    {
        if (by is Officer officer ? (await Now(cancel)).BodiesFor(officer, permission, clock.Today()) is not null : !IsMachine(by))
            throw Refusal(permission);
    }

    private NotAllowedException Refusal(Permission permission) => new($"您没有“{matrix.NameOf(permission)}”的权限，或者权限不及于这个机关。需要时请向本机关公开工作机构负责人或者管理员申请。");

    private static bool IsMachine(IActor by) => by is Actor && by.ActorId.StartsWith("system:", StringComparison.Ordinal);
}
