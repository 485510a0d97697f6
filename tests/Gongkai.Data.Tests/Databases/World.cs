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

        var folder = Directory.CreateTempSubdirectory("gongkai-data-").FullName;
        Dictionary<string, string?> chosen = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        chosen[DataFolder.Setting] = folder;
        chosen["Gongkai:Database:Provider"] = provider.ToString();
        if (provider == DatabaseProvider.PostgreSql)
            chosen["Gongkai:Database:ConnectionString"] = await PostgresCluster.Database($"world_{Environment.ProcessId}_{Interlocked.Increment(ref s_count)}");
        return Compose(chosen, modules, folder);
    }

    /// <summary>The same, with the schema in place.</summary>
    public static async Task<World> Ready(DatabaseProvider provider, Action<IServiceCollection, IConfiguration> modules, params (string Key, string Value)[] settings)
    {
        var world = await On(provider, modules, settings);
        await world.Services.GetRequiredService<Migrator>().Run(TestContext.Current.CancellationToken);
        return world;
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

    private static World Compose(Dictionary<string, string?> settings, Action<IServiceCollection, IConfiguration> modules, string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new TestClock(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)));
        services.AddSingleton<ILoggerFactory, NullLoggerFactory>();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddGongkaiData(configuration);
        modules(services, configuration);
        return new World(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }), folder);
    }
}
