using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Publishing;

/// <summary>Composition of proactive disclosure.</summary>
public static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddTables<PublishingTables>();
        services.AddActs(DocumentActs.All);
        services.AddScoped<IWhenReviewed, DocumentReviewed>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<DocumentChecks>();

        services.AddScoped<DraftDocument>();
        services.AddScoped<EditDraft>();
        services.AddScoped<SetAttribute>();
        services.AddScoped<DiscardDraft>();
        services.AddScoped<AttachFile>();
        services.AddScoped<DetachFile>();
        services.AddScoped<SubmitForReview>();
        services.AddScoped<RecallDocument>();
        services.AddScoped<ImportDocument>();

        services.AddScoped<SchedulePublication>();
        services.AddScoped<UnschedulePublication>();
        services.AddScoped<PublishDocument>();
        services.AddSingleton<PublishDue>();
        services.AddScoped<ReviseDocument>();
        services.AddScoped<AbandonRevision>();
        services.AddScoped<WithdrawDocument>();
        services.AddScoped<RepealDocument>();
        services.AddScoped<ExpireDocument>();
        services.AddScoped<ArchiveDocument>();
        services.AddScoped<WithholdDocument>();
        services.AddScoped<Reassess>();
        services.AddScoped<SetIndexRule>();
        services.AddScoped<Interpretations>();

        services.AddActs(CatalogueActs.All);
        services.AddScoped<CatalogueDesk>();
        services.AddScoped<EditGuide>();
        services.AddScoped<PublishGuide>();
        services.AddScoped<SaveLine>();
        services.AddScoped<RetireLine>();
        services.AddScoped<ImportLines>();
        services.AddScoped<PublishCatalogue>();
        services.AddScoped<SetColumn>();
        services.AddScoped<CatalogueBoard>();
        return services;
    }

    /// <summary>What runs by itself: scheduled publications. A composition that only reads leaves it out.</summary>
    public static IServiceCollection AddPublishingWorkers(this IServiceCollection services) => services.AddHostedService<PublicationClock>();
}
