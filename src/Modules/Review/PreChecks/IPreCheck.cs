namespace Gongkai.Reviews;

/// <summary>自动检查: one thing a program can see in what is about to be public. It never decides; people do.</summary>
public interface IPreCheck
{
    /// <summary>`citizen_number`: never used for anything else.</summary>
    string Id { get; }

    /// <summary>公民身份号码.</summary>
    string Name { get; }

    /// <summary>Whether it still matters once a thing is public; what is only to be done on the way there has its own lists.</summary>
    bool ConcernsPublic => true;

    IEnumerable<Finding> Check(InspectedItem item);
}
