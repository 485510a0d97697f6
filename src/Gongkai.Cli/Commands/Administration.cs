using System.Data.Common;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Data.Migrations;
using Gongkai.Host;
using Gongkai.Law;
using Gongkai.Ledgers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Cli.Commands;

/// <summary>What `gongkai admin`, `body` and `seed` do: the operations of the office, by whoever runs the machine.</summary>
internal static class Administration
{
    public static Task<int> AddAdministrator(Terminal terminal, Speech speech, string login, string role, string? name, string url, CancellationToken cancel) => Run(terminal, speech, async (services, by) =>
    {
        var secret = await services.GetRequiredService<AddAdministrator>().Run(login, Words.Parse<Role>(role), name ?? login, by, cancel);
        terminal.Text.WriteLine($"{url.TrimEnd('/')}/office/sign-in/link/{secret}");
        terminal.Messages.WriteLine(speech.Say("这个链接24小时内有效，只能使用一次：打开它设置口令。", "The link is good for 24 hours and once: open it and choose a password."));
    }, cancel);

    public static Task<int> AddBody(Terminal terminal, Speech speech, string key, string name, string kind, string level, string? parent, CancellationToken cancel) => Run(terminal, speech, async (services, by) =>
    {
        BodyId? above = null;
        if (parent is not null)
            above = (await services.GetRequiredService<Authority>().Now(cancel)).Tree.Find(parent)?.Id ?? throw new RefusedException($"没有网址名是“{parent}”的机关。");
        var today = services.GetRequiredService<TimeProvider>().Today();
        var body = await services.GetRequiredService<CreateBody>().Run(new NewBody(key, name, "", Words.Parse<BodyKind>(kind), Words.Parse<Level>(level), today) { Parent = above }, by, cancel);
        terminal.Text.WriteLine(speech.Say($"已新建{body.Name}（{body.Key}）", $"Created {body.Name} ({body.Key})"));
    }, cancel);

    public static Task<int> Seed(Terminal terminal, Speech speech, CancellationToken cancel) => Run(terminal, speech, async (services, _) =>
    {
        await services.GetRequiredService<SampleWorld>().Load(cancel);
        terminal.Text.WriteLine(speech.Say($"已载入示例世界，示例账号的口令是 {SampleWorld.Password}，请勿用于正式工作", $"The sample world is loaded; the password of its accounts is {SampleWorld.Password}. Not for real work"));
    }, cancel);

    public static async Task<int> Run(Terminal terminal, Speech speech, Func<IServiceProvider, IActor, Task> work, CancellationToken cancel)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            await using var services = new ServiceCollection().AddLogging().AddGongkai(configuration).BuildServiceProvider();
            await services.GetRequiredService<Migrator>().Run(cancel);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SealPhones>().Run(cancel);
            await work(scope.ServiceProvider, Actor.System("cli", $"命令行（{Environment.UserName}）"));
            return ExitCode.Fine;
        }
        catch (Exception refused) when (refused is RefusedException or NotAllowedException or NotLawfulException)
        {
            terminal.Messages.WriteLine(refused.Message);
        }
        catch (Exception trouble) when (StorageTrouble.SentenceFor(trouble) is { } sentence)
        {
            terminal.Messages.WriteLine(speech.Say(sentence, $"{sentence} ({trouble.GetBaseException().Message})"));
        }
        catch (Exception problem) when (problem is DbException or OptionsValidationException or UnauthorizedAccessException)
        {
            terminal.Messages.WriteLine(speech.Say($"数据库打不开：{problem.Message}", $"The database cannot be opened: {problem.Message}"));
        }

        return ExitCode.Unreadable;
    }
}
