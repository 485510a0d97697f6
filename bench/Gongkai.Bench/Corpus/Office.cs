using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Data.Migrations;
using Gongkai.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench.Corpus;

/// <summary>一处办公: the whole composition on an embedded database of its own, with the people of the sample city and no documents.</summary>
internal sealed class Office : IDisposable
{
    private readonly ServiceProvider _services;

    private Office(ServiceProvider services, string folder) => (_services, Folder) = (services, folder);

    public string Folder { get; }

    /// <param name="folder">Its data folder.</param>
    /// <param name="fresh">Whether it is made, or there already.</param>
    public static async Task<Office> Open(string folder, bool fresh = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Setting, folder)]).Build();
        var services = new ServiceCollection().AddLogging().AddGongkai(configuration).BuildServiceProvider();
        await services.GetRequiredService<Migrator>().Run(CancellationToken.None);
        var office = new Office(services, folder);
        if (!fresh)
            return office;
        await office.In(async scope =>
        {
            await scope.GetRequiredService<SampleWorld>().Load(withDocuments: false, CancellationToken.None);
            return 0;
        });
        return office;
    }

    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<Officer> Officer(Role role) => In(async services =>
    {
        var db = services.GetRequiredService<GongkaiDb>();
        var id = await (from officer in db.Officers join body in db.Bodies on officer.Body equals body.Id where body.Key == "kjj" && officer.Grants.Any(grant => grant.Role == role) select officer.Id).FirstAsync();
        return (await db.FindOfficer(id, services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None))!;
    });

    /// <summary>A copy of the database as it stands, in a folder of its own.</summary>
    public async Task<string> Copy(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "gongkai.db");
        await In(services => services.GetRequiredService<GongkaiDb>().Database.ExecuteSqlAsync($"vacuum into {file}"));
        return file;
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
