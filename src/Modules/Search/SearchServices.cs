using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Search.Feeding;
using Gongkai.Search.Index;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search;

/// <summary>Composition of the search.</summary>
public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<AttachmentTexts>();
        services.AddSingleton<Follower>();
        services.AddSingleton<CommitSignal>();
        services.AddSingleton<IAfterCommit>(application => application.GetRequiredService<CommitSignal>());
        services.AddScoped<Feed>();
        services.AddScoped<ISearch, DocumentSearch>();
        services.AddSingleton<Vocabularies>();
        services.AddSingleton<MissedQueries>();
        services.AddScoped<SetSynonym>();
        services.AddTables<SearchTables>();
        services.AddActs(Act.SetSynonym);
        services.AddActs(AlertActs.All);
        services.AddScoped<AskAlert>();
        services.AddScoped<AlertCodes>();
        services.AddScoped<AlertRounds>();
        services.AddScoped<IDelivers, AlertConfirmation>();
        services.AddScoped<IDelivers, AlertDigest>();
        return services;
    }

    /// <summary>What runs by itself: the index follows the record. A composition that only reads leaves it out.</summary>
    public static IServiceCollection AddSearchWorkers(this IServiceCollection services) => services.AddHostedService<FollowerWorker>().AddHostedService<AlertClock>();
}
