using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Host;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>A process that moves documents in, or publishes approved ones, as fast as it can until somebody kills it.</summary>
internal static class KilledWorker
{
    /// <summary>Says how many lines are done, after each batch.</summary>
    public static Task<int> Import(string file, string[] settings) => With(settings, async services =>
    {
        var voucher = await Officer(services, Role.OfficeHead);
        await using var lines = File.OpenRead(file);
        await Say("begun");
        await services.GetRequiredService<MoveDocuments>().Run(
            new Migration(voucher.Body, Actor.System("cli", "命令行"), voucher, "old.jsonl") { Folder = Path.GetDirectoryName(file) }, lines, new ImportReport(TextWriter.Null), new Told(), CancellationToken.None);
    });

    /// <summary>Says the id of each document that is public.</summary>
    /// <param name="part">Of the approved ones every fifth, beginning here, so that workers side by side do not want the same.</param>
    /// <param name="settings">`key=value` each.</param>
    public static Task<int> Publish(int part, string[] settings) => With(settings, async services =>
    {
        var publisher = await Officer(services, Role.Publisher);
        var approved = await services.GetRequiredService<GongkaiDb>().Documents.Where(document => document.State == DocumentState.Approved).OrderBy(document => document.Id).Select(document => document.Id).ToListAsync();
        foreach (var id in approved.Where((_, i) => i % 5 == part))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PublishDocument>().Run(id, null, publisher, null, CancellationToken.None);
            await Say($"{id.Value}");
        }
    });

    /// <summary>Looks through what is public until somebody kills it.</summary>
    public static Task<int> Rescan(string[] settings) => With(settings, async services =>
    {
        await Say("begun");
        await services.GetRequiredService<RescanPublic>().Run(CancellationToken.None);
        await Say("ended");
    });

    private static async Task<int> With(string[] settings, Func<IServiceProvider, Task> work)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();
        await using var application = new ServiceCollection().AddLogging().AddGongkai(configuration).BuildServiceProvider();
        await using var scope = application.CreateAsyncScope();
        await work(scope.ServiceProvider);
        return 0;
    }

    private static async Task<Officer> Officer(IServiceProvider services, Role role)
    {
        var db = services.GetRequiredService<GongkaiDb>();
        var id = await (from officer in db.Officers
                        join body in db.Bodies on officer.Body equals body.Id
                        where body.Key == Desk.Bureau && officer.Grants.Any(grant => grant.Role == role)
                        select officer.Id).FirstAsync();
        return (await db.FindOfficer(id, services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None))!;
    }

    private static async Task Say(string what)
    {
        await Console.Out.WriteLineAsync(what);
        await Console.Out.FlushAsync();
    }

    private sealed class Told : IProgress<ImportTally>
    {
        public void Report(ImportTally value)
        {
            Console.Out.WriteLine(value.Lines);
            Console.Out.Flush();
        }
    }
}
