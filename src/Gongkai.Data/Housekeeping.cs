using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongkai.Data;

/// <summary>打扫: once an hour what nobody needs any more: uploads that belong to nothing, messages delivered long ago, keys under an old master key.</summary>
internal sealed class Housekeeping(IServiceScopeFactory scopes, IOptions<OutboxOptions> outbox, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private const int KeysAtOnce = 500;

    public async Task Run(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FileCleanUp>().Run(cancel);
        await scope.ServiceProvider.GetRequiredService<Outbox>().CleanUp(outbox.Value.Keep, cancel);
        while (await scope.ServiceProvider.GetRequiredService<FieldProtection>().Rewrap(KeysAtOnce, cancel) > 0)
            cancel.ThrowIfCancellationRequested();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Housekeeping failed and is tried again in an hour");
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }
}
