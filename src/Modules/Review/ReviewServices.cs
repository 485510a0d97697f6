using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Reviews;

/// <summary>Composition of review.</summary>
public static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddTables<ReviewTables>();
        services.AddActs(ReviewActs.All);
        services.AddScoped<ReviewChains>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<WaitingReviews>();
        services.AddScoped<SetReviewChain>();
        services.AddScoped<GiveOpinion>();
        services.AddScoped<ReturnToAuthor>();
        services.AddScoped<RecordSecrecyReview>();
        services.AddScoped<SettleRemark>();
        services.AddScoped<SetCheckedWord>();
        services.AddScoped<SetSiteWord>();
        services.AddScoped<PreChecker>();

        services.AddSingleton<IPreCheck, CitizenNumbers>();
        services.AddSingleton<IPreCheck, MobileNumbers>();
        services.AddSingleton<IPreCheck, LandLines>();
        services.AddSingleton<IPreCheck, BankCards>();
        services.AddSingleton<IPreCheck, PersonalAddresses>();
        services.AddSingleton<IPreCheck, Minors>();
        services.AddSingleton<IPreCheck, NumberPlates>();
        services.AddSingleton<IPreCheck, SecretMarks>();
        services.AddSingleton<IPreCheck, MissingParticulars>();
        services.AddSingleton<IPreCheck, MissingInterpretation>();
        services.AddSingleton<IPreCheck, WrongWords>();
        services.AddSingleton<IPreCheck, AttachmentTraces>();
        services.AddSingleton<IPreCheck, BookTraces>();
        services.AddSingleton<IPreCheck, LeftProperties>();
        services.AddSingleton<IPreCheck, KeptProperties>();
        services.AddSingleton<IPreCheck, UnreadableAttachments>();
        services.AddSingleton<IPreCheck, CoveredPdfText>();
        services.AddSingleton<IPreCheck, DeadLinks>();
        return services;
    }
}
