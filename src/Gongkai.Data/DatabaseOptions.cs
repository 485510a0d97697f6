using Microsoft.Extensions.Options;

namespace Gongkai.Data;

/// <summary>数据库设置, `Gongkai:Database`: SQLite in the data folder unless it says otherwise.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Gongkai:Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Needed for PostgreSQL; of SQLite the file is gongkai.db in the data folder unless it is named here.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>数据库种类.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

internal sealed class DatabaseOptionsValidation : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) => options switch
    {
        { Provider: not (DatabaseProvider.Sqlite or DatabaseProvider.PostgreSql) } =>
            ValidateOptionsResult.Fail($"{DatabaseOptions.Section}:Provider 应当是 sqlite 或者 postgresql"),
        { Provider: DatabaseProvider.PostgreSql, ConnectionString: null or "" } =>
            ValidateOptionsResult.Fail($"使用 PostgreSQL 时应当设置 {DatabaseOptions.Section}:ConnectionString"),
        _ => ValidateOptionsResult.Success,
    };
}
