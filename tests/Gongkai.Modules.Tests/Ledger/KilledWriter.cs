using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>A process that writes notes and their entries as fast as it can and says which are committed, until somebody kills it.</summary>
internal static class KilledWriter
{
    /// <param name="settings">`key=value` each.</param>
    public static async Task<int> Run(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();
        var services = new ServiceCollection().AddLogging().AddGongkaiData(configuration);
        Notes.Add(services, configuration);
        await using var application = services.BuildServiceProvider();
        while (true)
        {
            await using var scope = application.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
            var note = new Note { Id = new NoteId(Guid.CreateVersion7()), Text = new string('字', 300) };
            db.Add(note);
            scope.ServiceProvider.GetRequiredService<Ledger>().Record(Notes.WriteNote, Notes.Clerk, note);
            await db.SaveChangesAsync();
            await Console.Out.WriteLineAsync($"{note.Id.Value}");
            await Console.Out.FlushAsync();
        }
    }
}
