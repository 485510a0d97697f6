using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Host.Samples;
using Gongkai.Ledgers;
using Gongkai.Participation;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Host;

/// <summary>组成: all modules on one database; the site and the command line are made of the same.</summary>
public static class Composition
{
    public static IServiceCollection AddGongkai(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGongkaiData(configuration);
        services.AddLedger(configuration);
        services.AddBodies();
        services.AddReview();
        services.AddPublishing(configuration);
        services.AddParticipation();
        services.AddSearch();
        services.AddActs(SampleDocuments.LoadSample);
        services.AddScoped<SampleDocuments>();
        services.AddScoped<SampleCatalogue>();
        services.AddScoped<SamplePages>();
        services.AddScoped<SampleWorld>();
        return services;
    }
}
