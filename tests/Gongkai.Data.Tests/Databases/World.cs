using Gongkai.Data;
using Gongkai.Data.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Gongkai.Testing;

/// <summary>One composition with a data folder, a database and a clock of its own.</summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>A setting for tests that kill: their data lies on a disk, as it would in earnest.</summary>
    public static readonly (string Key, string Value) OnDisk = ("Tests:OnDisk", "true");

    private static int s_count;
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private World(ServiceProvider services, string folder) => (_services, _folder) = (services, folder);

    public IServiceProvider Services => _services;
    public TestClock Clock => (TestClock)_services.GetRequiredService<TimeProvider>();
    public DataFolder Folder => _services.GetRequiredService<DataFolder>();

    /// <summary>A new world on an empty database; skips the test where there is no PostgreSQL to stand on.</summary>
    public static async Task<World> On(DatabaseProvider provider, Action<IServiceCollection, IConfiguration> modules, params (string Key, string Value)[] settings)
    {
        Assert.SkipUnless(provider == DatabaseProvider.Sqlite || PostgresCluster.IsInstalled, "没有安装PostgreSQL (PostgreSQL is not installed)");

        var folder = TestFolder.New("gongkai-data-", onDisk: settings.Contains(OnDisk));
        var address = provider == DatabaseProvider.PostgreSql ? await PostgresCluster.Database(NextName()) : null;
        return Compose(folder, provider, address, modules, settings);
    }

    /// <summary>The same, with the schema in place.</summary>
    public static Task<World> Ready(DatabaseProvider provider, Action<IServiceCollection, IConfiguration> modules, params (string Key, string Value)[] settings) =>
        As("migrated", provider, modules, world => world.Services.GetRequiredService<Migrator>().Run(CancellationToken.None), settings);

    /// <summary>A world as `make` leaves one: it is made once in a run of the tests, without the test's own settings, and each world of that name begins as a copy of it.</summary>
    public static async Task<World> As(string name, DatabaseProvider provider, Action<IServiceCollection, IConfiguration> modules, Func<World, Task> make, params (string Key, string Value)[] settings)
    {
        Assert.SkipUnless(provider == DatabaseProvider.Sqlite || PostgresCluster.IsInstalled, "没有安装PostgreSQL (PostgreSQL is not installed)");

        var pattern = await Patterns.Of(name, provider, () => On(provider, modules), make);
        var folder = TestFolder.New("gongkai-data-", onDisk: settings.Contains(OnDisk));
        Patterns.Copy(pattern.Folder, folder);
        var address = provider == DatabaseProvider.PostgreSql ? await PostgresCluster.Database(NextName(), copyOf: pattern.Database) : null;
        return Compose(folder, provider, address, modules, settings);
    }

    /// <summary>Runs in a scope of its own, as one request does.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public Task<T> Db<T>(Func<GongkaiDb, Task<T>> work) => In(services => work(services.GetRequiredService<GongkaiDb>()));

    public Task Db(Func<GongkaiDb, Task> work) => In(services => work(services.GetRequiredService<GongkaiDb>()));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string NextName() => $"world_{Environment.ProcessId}_{Interlocked.Increment(ref s_count)}";

    private static World Compose(string folder, DatabaseProvider provider, string? address, Action<IServiceCollection, IConfiguration> modules, (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> chosen = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        chosen[DataFolder.Setting] = folder;
        chosen["Gongkai:Database:Provider"] = provider.ToString();
        if (address is not null)
            chosen["Gongkai:Database:ConnectionString"] = address;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(chosen).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new TestClock(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)));
        services.AddSingleton<ILoggerFactory, NullLoggerFactory>();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddGongkaiData(configuration);
        modules(services, configuration);
        return new World(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }), folder);
    }
}
