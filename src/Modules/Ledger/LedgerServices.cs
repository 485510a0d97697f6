using Gongkai.Data;
using Gongkai.Ledgers.Chain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Ledgers;

/// <summary>Composition of the ledger.</summary>
public static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LedgerOptions>().Bind(configuration.GetSection(LedgerOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidation>();
        services.AddTables<LedgerTables>();
        services.AddActs([.. Act.Own]);
        services.AddSingleton<ActCatalogue>();
        services.AddSingleton<ISealsEntries, ChainWriter>();
        // What writes rows in bulk seals their entries, so it comes with the ledger.
        services.AddScoped<BulkInsert>();
        services.AddScoped<Ledger>();
        services.AddScoped<LedgerVerifier>();
        services.AddScoped<LedgerExport>();
        services.AddScoped<LedgerErasure>();
        services.AddScoped<LedgerDays>();
        return services;
    }

    /// <summary>A module's words of the catalogue.</summary>
    public static IServiceCollection AddActs(this IServiceCollection services, params ReadOnlySpan<Act> acts)
    {
        foreach (var act in acts)
            services.AddSingleton(act);
        return services;
    }
}
