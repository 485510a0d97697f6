using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Data;
using Gongkai.Host;
using Gongkai.Publishing;
using Gongkai.Search;
using Gongkai.Web.Office;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Web.Shell;

/// <summary>外壳: what surrounds every page: limits, headers, errors, layout, health.</summary>
public static class SiteShell
{
    /// <summary>健康: the word programs wait for, and where something is the matter the sentence for people.</summary>
    private static readonly HealthCheckOptions s_health = new()
    {
        ResponseWriter = (http, report) =>
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync(string.Join('\n', report.Entries.Values.Select(entry => entry.Description).OfType<string>().Prepend($"{report.Status}")), http.RequestAborted);
        },
    };

    public static void AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SiteOptions>().BindConfiguration("Gongkai:Site").ValidateDataAnnotations().ValidateOnStart();
        services.AddGongkai(builder.Configuration);

        // The site's address is said once; what goes out by letter and by push begins with it too.
        services.AddOptions<WebhookOptions>().PostConfigure<IOptions<SiteOptions>>((webhooks, site) => webhooks.SiteAddress ??= site.Value.PublicAddress);
        services.AddOptions<MailOptions>().PostConfigure<IOptions<SiteOptions>>((mail, site) => mail.SiteAddress ??= site.Value.PublicAddress);
        services.AddGongkaiWorkers();
        services.AddPublishingWorkers();
        services.AddSearchWorkers();
        services.AddHostedService<StartUp>();

        // Chinese stays Chinese in the page: half the bytes, and readable in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages().WithRazorPagesAtContentRoot();
        services.AddProblemDetails(Problems.Describe);
        services.AddGates();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/jsonl", "image/svg+xml"];
        });
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddDataProtection();
        // Style sheets are found from a checkout in every environment, not only in Development.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseWhen(Problems.IsForProgram, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(http => !Problems.IsForProgram(http), pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
        // Behind the cache of pages, so that a page is compressed once; pages of the office hold secrets beside what others wrote and are sent as they are.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/office", StringComparison.OrdinalIgnoreCase), open => open.UseResponseCompression());
        app.UseRouting();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseOffice();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/healthz", s_health);
        app.MapHealthChecks("/healthz/ready", s_health);
        app.MapDisplay();
    }
}
