namespace Gongkai.Cli.Tests;

/// <summary>gongkai admin, body, seed: on a data folder of their own.</summary>
[Collection("the data folder of the environment")]
public sealed class AdminTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("GONGKAI__DATADIRECTORY");
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-cli-").FullName;

    public AdminTests() => Environment.SetEnvironmentVariable("GONGKAI__DATADIRECTORY", _folder);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("GONGKAI__DATADIRECTORY", _before);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_first_administrator_gets_a_link_and_a_second_is_refused()
    {
        var first = await CliRun.Of("admin", "add", "root1", "--url", "https://gongkai.example/");
        var second = await CliRun.Of("admin", "add", "root2");

        Assert.StartsWith("https://gongkai.example/office/sign-in/link/", Assert.Single(first.Lines), StringComparison.Ordinal);
        Assert.Equal((0, 2), (first.Code, second.Code));
        Assert.Contains("已经有系统管理员", second.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_created_once_and_not_under_a_reserved_word()
    {
        var made = await CliRun.Of("body", "add", "kjj", "--name", "云泽市科学技术局", "--kind", "department");
        var again = await CliRun.Of("body", "add", "kjj", "--name", "云泽市科学技术局", "--kind", "department");
        var reserved = await CliRun.Of("body", "add", "office", "--name", "云泽市某局", "--kind", "department");

        Assert.Equal("已新建云泽市科学技术局（kjj）", Assert.Single(made.Lines));
        Assert.Equal((0, 2, 2), (made.Code, again.Code, reserved.Code));
    }

    [Fact]
    public async Task The_sample_world_comes_only_into_an_empty_folder_and_its_chain_holds()
    {
        var seeded = await CliRun.Of("seed");
        var again = await CliRun.Of("seed");
        var verified = await CliRun.Of("verify");

        Assert.Equal((0, 2, 0), (seeded.Code, again.Code, verified.Code));
    }
}
