using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Publishing;

/// <summary>Composition of proactive disclosure.</summary>
public static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTables<PublishingTables>();
        services.AddActs(MigrationActs.All);
        services.AddActs(DocumentActs.All);
        services.AddScoped<IWhenReviewed, DocumentReviewed>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<DocumentBoard>();
        services.AddSingleton<IKeepsTallies, DocumentTallies>();
        services.AddScoped<DocumentChecks>();
        services.AddScoped<LinkCheck>();
        services.AddSingleton<OutsideLinks>();
        services.AddOptions<CheckOptions>().Bind(configuration.GetSection(CheckOptions.Section))
            .Validate(options => options.LinkSeconds is >= 1 and <= 60 && options.TextSeconds is >= 1 and <= 120, $"{CheckOptions.Section}:LinkSeconds 应当在1和60之间，TextSeconds 应当在1和120之间").ValidateOnStart();

        services.AddScoped<DraftDocument>();
        services.AddScoped<EditDraft>();
        services.AddScoped<SetAttribute>();
        services.AddScoped<DiscardDraft>();
        services.AddScoped<AttachFile>();
        services.AddScoped<DetachFile>();
        services.AddScoped<SubmitForReview>();
        services.AddScoped<ReplyToRemark>();
        services.AddScoped<RecallDocument>();
        services.AddScoped<PublicWords>();
        services.AddScoped<AttachmentIntake>();
        services.AddScoped<ImportDocument>();
        services.AddScoped<ReadMoved>();
        services.AddScoped<MoveDocuments>();
        services.AddScoped<HandInMigration>();
        services.AddScoped<RunMigration>();
        services.AddScoped<PublishWaiting>();
        services.AddScoped<ImportDrafts>();

        services.AddScoped<SchedulePublication>();
        services.AddScoped<UnschedulePublication>();
        services.AddScoped<PublishDocument>();
        services.AddSingleton<PublishDue>();
        services.AddScoped<Expiries>();
        services.AddScoped<LapseDocument>();
        services.AddSingleton<LapseDue>();
        services.AddScoped<ReviseDocument>();
        services.AddScoped<Companions>();
        services.AddScoped<CorrectWithdrawn>();
        services.AddScoped<AbandonRevision>();
        services.AddScoped<WithdrawDocument>();
        services.AddScoped<ProposeEnding>();
        services.AddScoped<RepealDocument>();
        services.AddScoped<ExpireDocument>();
        services.AddScoped<ArchiveDocument>();
        services.AddScoped<WithholdDocument>();
        services.AddScoped<Reassess>();
        services.AddScoped<SetIndexRule>();
        services.AddScoped<SetRetention>();
        services.AddScoped<Interpretations>();
        services.AddScoped<RegisterReader>();
        services.AddScoped<FollowUps>();
        services.AddSingleton<PrintedFolder>();
        services.AddSingleton<PrintQueue>();
        services.AddScoped<PaperDesk>();
        services.AddScoped<PublicShelf>();
        services.AddScoped<PublicReader>();
        services.AddScoped<PublicChanges>();
        services.AddWebhooks(configuration);
        services.AddScoped<ScanDocument>();
        services.AddSingleton<RescanPublic>();
        services.AddScoped<AcceptFinding>();

        services.AddActs(CatalogueActs.All);
        services.AddScoped<CatalogueDesk>();
        services.AddScoped<EditGuide>();
        services.AddScoped<PublishGuide>();
        services.AddScoped<SaveLine>();
        services.AddScoped<RetireLine>();
        services.AddScoped<ImportLines>();
        services.AddScoped<PublishCatalogue>();
        services.AddScoped<SetColumn>().AddScoped<AddColumn>();
        services.AddScoped<ArchiveColumn>();
        services.AddScoped<CatalogueBoard>();

        services.AddActs(TopicActs.All);
        services.AddScoped<EditTopic>();
        services.AddScoped<PublishTopic>();
        services.AddScoped<WithdrawTopic>();
        services.AddScoped<TopicReader>();
        services.AddScoped<ChosenDocuments>();

        services.AddActs(FooterActs.All);
        services.AddScoped<SetFooter>();
        return services;
    }

    private static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).Validate(options => options.TimeoutSeconds is >= 1 and <= 60, $"{WebhookOptions.Section}:TimeoutSeconds 应当在1和60之间").ValidateOnStart();
        services.AddSingleton<WebhookClient>();
        services.AddScoped<AddWebhook>();
        services.AddScoped<RemoveWebhook>();
        services.AddScoped<WebhookLog>();
        services.AddScoped<RetryDelivery>();
        services.AddScoped<IWhenPublished, WebhookAnnouncer>();
        services.AddScoped<IDelivers, WebhookDelivery>();
    }

    /// <summary>What runs by itself: scheduled publications, what lapses, the second look at what is public. A composition that only reads leaves it out.</summary>
    public static IServiceCollection AddPublishingWorkers(this IServiceCollection services) => services.AddHostedService<PublicationClock>().AddHostedService<RescanClock>();
}
