using Gongkai.Data.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gongkai.Data;

/// <summary>Composition of the database.</summary>
public static class DataServices
{
    public const string MigrationsTable = "migrations_applied";

    public static IServiceCollection AddGongkaiData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DataFolder.Of(configuration));
        services.AddSingleton<ModuleNames>();
        services.AddSingleton<WriteQueue>();
        services.AddDbContextPool<GongkaiDb>((application, options) => Use(application, options));
        services.AddSingleton<ReadCommands>();
        services.AddSingleton<RowShapes>();
        services.AddSingleton<Migrator>();
        services.AddProtection(configuration);
        services.AddOutbox(configuration);
        services.AddFiles();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section))
            .Validate(mail => mail.Port is >= 1 and <= 65535 && (mail.From is null || Mailer.AddressOrNull(mail.From) is not null) && (mail.SiteAddress is null || Uri.TryCreate(mail.SiteAddress, UriKind.Absolute, out _)), $"{MailOptions.Section}: Port 应当在1和65535之间，From 应当是电子邮箱，SiteAddress 应当是完整的网址").ValidateOnStart();
        services.AddSingleton<Mailer>();
        return services;
    }

    private static void AddProtection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProtectionOptions>().Bind(configuration.GetSection(ProtectionOptions.Section));
        services.AddSingleton<MasterKeys>();
        services.AddScoped<FieldProtection>();
        services.AddScoped<PlainFields>();
    }

    private static void AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section));
        services.AddScoped<Outbox>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IAfterCommit>(application => application.GetRequiredService<OutboxSignal>());
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<IFileStore, FolderFileStore>();
        services.AddScoped<FileCleanUp>();
    }

    /// <summary>What runs by itself: delivery and housekeeping. A composition that only reads (the command line) leaves it out.</summary>
    public static IServiceCollection AddGongkaiWorkers(this IServiceCollection services) => services.AddHostedService<OutboxWorker>().AddHostedService<Housekeeping>();

    /// <summary>A module's tables.</summary>
    public static IServiceCollection AddTables<T>(this IServiceCollection services)
        where T : class, ITables
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITables, T>());
        return services;
    }

    private static void Use(IServiceProvider application, DbContextOptionsBuilder options)
    {
        var database = application.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var address = AddressOf(database, application.GetRequiredService<DataFolder>());
        if (database.Provider == DatabaseProvider.PostgreSql)
            options.UseNpgsql(address, postgres => postgres.MigrationsHistoryTable(MigrationsTable));
        else
            options.UseSqlite(address, sqlite => sqlite.MigrationsHistoryTable(MigrationsTable)).AddInterceptors(new SqliteConnections());

        options
            .ReplaceService<IValueConverterSelector, StoredAs>()
            .ReplaceService<IModelCacheKeyFactory, ModelPerModules>()
            // Migrations are written by hand; tests hold them to the model (docs/adr).
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Where the database is.</summary>
    internal static string AddressOf(DatabaseOptions database, DataFolder folder)
    {
        if (database.Provider == DatabaseProvider.PostgreSql || database.ConnectionString is { Length: > 0 })
            return database.ConnectionString!;
        folder.Create();
        return new SqliteConnectionStringBuilder { DataSource = folder.Database }.ToString();
    }
}
