using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Data.Tests;

/// <summary>Settings: where the data lie and in which database.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void The_data_folder_is_the_one_of_the_setting_else_beside_the_solution()
    {
        Assert.Equal("/srv/gongkai", DataFolder.Of(Configuration(("Gongkai:DataDirectory", "/srv/gongkai"))).Path);

        var folder = DataFolder.Of(Configuration());
        Assert.Equal("App_Data", Path.GetFileName(folder.Path));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(folder.Path)!, "Gongkai.slnx")));
    }

    [Fact]
    public void Postgresql_without_a_connection_string_is_refused_in_words()
    {
        using var services = new ServiceCollection().AddGongkaiData(Configuration(("Gongkai:Database:Provider", "postgresql"))).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DatabaseOptions>>().Value);

        Assert.Contains("Gongkai:Database:ConnectionString", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite", DatabaseProvider.Sqlite)]
    [InlineData("postgresql", DatabaseProvider.PostgreSql)]
    [InlineData("PostgreSql", DatabaseProvider.PostgreSql)]
    public void The_provider_is_named_in_any_case(string name, DatabaseProvider expected)
    {
        using var services = new ServiceCollection().AddGongkaiData(Configuration(("Gongkai:Database:Provider", name), ("Gongkai:Database:ConnectionString", "Host=x"))).BuildServiceProvider();

        Assert.Equal(expected, services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
