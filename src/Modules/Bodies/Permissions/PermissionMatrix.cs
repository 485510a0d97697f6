using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Data;

namespace Gongkai.Bodies;

/// <summary>权限表: data/permissions.json, read strictly: an unknown role or scope stops the start.</summary>
public sealed class PermissionMatrix
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly FrozenDictionary<string, Row> _rows;

    private PermissionMatrix(IEnumerable<Row> rows) => _rows = rows.ToFrozenDictionary(row => row.Key, StringComparer.Ordinal);

    /// <summary>The file that stands in the assembly.</summary>
    public static PermissionMatrix Standard { get; } = Load();

    public IEnumerable<Row> Rows => _rows.Values;

    public static PermissionMatrix Parse(Stream json)
    {
        var file = JsonSerializer.Deserialize<MatrixFile>(json, s_json) ?? throw new InvalidDataException("permissions.json is empty");
        return new PermissionMatrix(file.Permissions.Select(row => new Row(
            row.Permission,
            row.Name,
            [.. row.Grants.SelectMany(grant => (grant.Roles is ["*"] ? Enum.GetValues<Role>() : [.. grant.Roles.Select(Words.Parse<Role>)]).Select(role => (role, Words.Parse<Scope>(grant.Scope))))])));
    }

    /// <summary>How far a role reaches with a permission; null when it does not have it.</summary>
    public Scope? ReachOf(Role role, Permission permission)
    {
        var reaches = RowOf(permission).Grants.Where(grant => grant.Role == role).Select(grant => grant.Scope).ToList();
        return reaches.Count == 0 ? null : reaches.Max();
    }

    public string NameOf(Permission permission) => RowOf(permission).Name;

    private Row RowOf(Permission permission) =>
        _rows.TryGetValue(permission.Word, out var row) ? row : throw new InvalidOperationException($"{permission.Word} stands in no row of data/permissions.json");

    private static PermissionMatrix Load()
    {
        using var stream = typeof(PermissionMatrix).Assembly.GetManifestResourceStream("permissions.json")!;
        return Parse(stream);
    }

    /// <summary>One permission and who has it.</summary>
    public sealed record Row(string Key, string Name, IReadOnlyList<(Role Role, Scope Scope)> Grants);

    private sealed record MatrixFile(string About, IReadOnlyList<MatrixRow> Permissions);

    private sealed record MatrixRow(string Permission, string Name, IReadOnlyList<MatrixGrant> Grants);

    private sealed record MatrixGrant(IReadOnlyList<string> Roles, string Scope);
}

/// <summary>范围: whose things a permission reaches; each holds those before it.</summary>
public enum Scope
{
    /// <summary>本机关, with the bodies it took over from.</summary>
    Own,

    /// <summary>指导、主管的机关 as well.</summary>
    Guided,

    /// <summary>全部.</summary>
    All,
}
