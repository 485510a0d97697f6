using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gongkai.Web.Shell;

/// <summary>数据库是否应答: asked with a query, because an open connection proves little, and of a table of ours, because an exchanged file answers too.</summary>
internal sealed class DatabaseHealth(GongkaiDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"select number from ledger_entries limit 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (System.Data.Common.DbException problem)
        {
            return HealthCheckResult.Unhealthy(StorageTrouble.SentenceFor(problem) ?? "数据库没有应答。", problem);
        }
    }
}
