using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Shell;

/// <summary>限流: how often one address may ask for work, how much the site does at once, and how long a request may live.</summary>
public static class Gates
{
    /// <summary>Policy of every address that reads what a visitor sends.</summary>
    public const string Work = "work";

    /// <summary>Policy of the addresses that give everything public to programs.</summary>
    public const string OpenData = "open-data";

    /// <summary>Policy of searching, by people and by programs.</summary>
    public const string Search = "search";

    /// <summary>Policy of the addresses that print.</summary>
    public const string Print = "print";

    private static readonly TimeSpan s_wholeRequest = TimeSpan.FromMinutes(5);

    public static void AddGates(this IServiceCollection services)
    {
        services.AddRequestTimeouts(timeouts => timeouts.AddPolicy(Work, new RequestTimeoutPolicy
        {
            Timeout = s_wholeRequest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        }));
        services.AddSingleton<Workbench>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (refused, _) =>
            {
                var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                refused.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Work, http => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                ? RateLimitPartition.GetNoLimiter("read")
                : PerMinute(http, limits => limits.ChecksPerMinute));
            limiter.AddPolicy(Search, http => PerMinute(http, limits => limits.SearchesPerMinute));
            limiter.AddPolicy(Print, http => PerMinute(http, limits => limits.PrintsPerMinute));
            limiter.AddPolicy(OpenData, http => PerMinute(http, limits => limits.OpenDataPerMinute));
        });
    }

    /// <summary>限额 in the header of an answer, so that nobody has to run into it to know it.</summary>
    public static void Tell(HttpContext http, string policy, Func<SiteOptions, int> limit) =>
        http.Response.Headers["RateLimit-Policy"] = $"\"{policy}\";q={limit(http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value)};w=60";

    private static RateLimitPartition<string> PerMinute(HttpContext http, Func<SiteOptions, int> limit) => RateLimitPartition.GetFixedWindowLimiter(Visitor(http), _ => new FixedWindowRateLimiterOptions
    {
        PermitLimit = limit(http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value),
        Window = TimeSpan.FromMinutes(1),
    });

    private static string Visitor(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";
}
