using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bodies;

/// <summary>Composition of bodies and people.</summary>
public static class BodiesServices
{
    public static IServiceCollection AddBodies(this IServiceCollection services)
    {
        services.AddTables<BodiesTables>();
        services.AddActs(BodyActs.All);
        services.AddActs(AccountActs.All);
        services.AddSingleton(PermissionMatrix.Standard);
        services.AddSingleton<BodyTrees>();
        services.AddScoped<EraseEntryDetails>();
        services.AddScoped<Authority>();
        services.AddScoped<BodyPlaces>();

        services.AddScoped<CreateBody>();
        services.AddScoped<RenameBody>();
        services.AddScoped<ChangeBody>();
        services.AddScoped<MergeBodies>();
        services.AddScoped<AbolishBody>();
        services.AddScoped<AddSection>();
        services.AddScoped<ChangeSection>();
        services.AddScoped<CloseSection>();
        services.AddScoped<AppointOfficer>();
        services.AddScoped<ChangeOfficer>();
        services.AddScoped<TransferOfficer>();
        services.AddScoped<DismissOfficer>();
        services.AddScoped<SealPhones>();
        services.AddScoped<EraseOfficer>();
        services.AddScoped<GrantRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<NameDeputy>();
        services.AddScoped<EndDeputy>();

        services.AddScoped<SignInNotes>();
        services.AddScoped<OpenAccount>();
        services.AddScoped<IssueLink>();
        services.AddScoped<UnlockAccount>();
        services.AddScoped<EndSessions>();
        services.AddScoped<AddAdministrator>();
        services.AddScoped<IssueToken>();
        services.AddScoped<RevokeToken>();
        services.AddScoped<TokenDoor>();
        return services;
    }
}
