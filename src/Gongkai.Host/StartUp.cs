using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Data.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Host;

/// <summary>启动: the database is brought to this version before anybody is served; the sample world comes only into an empty folder of a developer.</summary>
public sealed class StartUp(Migrator migrator, IServiceScopeFactory scopes, IHostEnvironment environment, ILogger<StartUp> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var applied = await migrator.Run(cancellationToken);
        if (applied.Count > 0)
            log.LogInformation("数据库已升级：{Migrations}", string.Join("、", applied));

        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SealPhones>().Run(cancellationToken) is var phones and > 0)
            log.LogInformation("已为{Count}名人员的办公电话补加密", phones);
        if (!await SampleWorld.IsEmpty(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), cancellationToken))
            return;
        if (environment.IsDevelopment())
        {
            await scope.ServiceProvider.GetRequiredService<SampleWorld>().Load(cancellationToken);
            log.LogInformation("已载入示例：云泽市及其机关、人员");
        }
        else
        {
            log.LogInformation("还没有管理员。请在服务器上运行：gongkai admin add 登录名");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
