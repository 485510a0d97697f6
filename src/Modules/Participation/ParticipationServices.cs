using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Participation;

/// <summary>Composition of public participation.</summary>
public static class ParticipationServices
{
    public static IServiceCollection AddParticipation(this IServiceCollection services)
    {
        services.AddTables<ParticipationTables>();
        services.AddActs(FaultActs.All);
        services.AddScoped<ReportFault>();
        services.AddScoped<AnswerFault>();
        return services;
    }
}
