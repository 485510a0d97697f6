namespace Gongkai.Ledgers;

/// <summary>经办人: who is written into the ledger, under the name and for the body of that moment.</summary>
public interface IActor
{
    string ActorId { get; }
    string ActorName { get; }

    /// <summary>The body acted for; empty for the machine itself.</summary>
    string BodyId { get; }
    string BodyName { get; }
}

/// <summary>经办人: one that is no officer, such as a scheduled task or the command line.</summary>
public sealed record Actor(string ActorId, string ActorName, string BodyId = "", string BodyName = "") : IActor
{
    public static Actor System(string id, string name) => new($"system:{id}", name);
}

/// <summary>对象: a thing an entry can speak of, by kind and key; its title may be somebody's name and stays out of the chain.</summary>
public interface IRecordable
{
    /// <summary>`information_request`: a word that never changes.</summary>
    string Kind { get; }
    string Key { get; }
}

/// <summary>对象: one that is no row of ours, or only known by its key.</summary>
public sealed record Thing(string Kind, string Key) : IRecordable;
