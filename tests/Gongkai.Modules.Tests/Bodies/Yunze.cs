using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Data.Migrations;
using Gongkai.Host;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>云泽市: the sample world, ready to work in.</summary>
internal static class Yunze
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<World> World(DatabaseProvider provider, params (string, string)[] settings) => World(provider, withDocuments: false, settings);

    public static Task<World> World(DatabaseProvider provider, bool withDocuments, params (string, string)[] settings) => Gongkai.Testing.World.As(
        withDocuments ? "yunze with documents" : "yunze",
        provider,
        (services, configuration) => services.AddGongkai(configuration),
        async world =>
        {
            await world.Services.GetRequiredService<Migrator>().Run(CancellationToken.None);
            await world.In(services => services.GetRequiredService<SampleWorld>().Load(withDocuments, CancellationToken.None));
        },
        settings);

    extension(World world)
    {
        /// <summary>Somebody of a body who has the role today.</summary>
        public Task<Officer> Officer(string body, Role role) => world.Db(async db =>
        {
            var id = await (from officer in db.Officers
                            join own in db.Bodies on officer.Body equals own.Id
                            where own.Key == body && officer.Grants.Any(grant => grant.Role == role)
                            orderby officer.Id
                            select officer.Id).FirstAsync(Cancel);
            return (await db.FindOfficer(id, world.Clock.Today(), Cancel))!;
        });

        public Task<BodyId> Body(string key) => world.Db(db => db.Bodies.Where(body => body.Key == key).Select(body => body.Id).SingleAsync(Cancel));

        /// <summary>Runs one operation in a scope of its own.</summary>
        public Task Do<T>(Func<T, Task> act)
            where T : notnull => world.In(services => act(services.GetRequiredService<T>()));

        public Task<TResult> Do<T, TResult>(Func<T, Task<TResult>> act)
            where T : notnull => world.In(services => act(services.GetRequiredService<T>()));
    }
}
