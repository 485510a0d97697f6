namespace Gongkai.Bodies;

/// <summary>站点密钥: with which the site seals cookies and forms; the same on every node, wrapped by a master key.</summary>
public sealed class SiteKey(string name)
{
    public string Name { get; } = name;
    public required string Wrapped { get; init; }
}
