using Gongkai.Host;
using Gongkai.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserSite))]

namespace Gongkai.Web.Tests.Browser;

/// <summary>Browser tests run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InTurn
{
    public const string Name = "browser";
}

/// <summary>浏览器: the site on a real port and one Chromium for all browser tests; nothing starts when Chromium is not installed.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly SemaphoreSlim _once = new(1, 1);
    private Site? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A page of its own in a fresh profile.</summary>
    public async Task<IPage> Open(string path = "/", int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light, bool scripts = true, params (string Name, string Value)[] cookies)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed");
        await Start();
        // One test at a time, one profile at a time: pages left open eat the memory and the processor of the next.
        foreach (var left in _browser!.Contexts.ToList())
            await left.CloseAsync();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            BaseURL = _site!.ClientOptions.BaseAddress.ToString(),
            Locale = "zh-CN",
        });
        await context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = _site.ClientOptions.BaseAddress.ToString() }));
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        _once.Dispose();
    }

    private async Task Start()
    {
        await _once.WaitAsync();
        try
        {
            if (_browser is { IsConnected: true })
                return;

            // A browser that has ended is started again for the next test; the test in which it ended has failed.
            if (_site is null)
            {
                _site = Site.With(("Gongkai:SignIn:SecondFactor", "Nobody"), ("Gongkai:SignIn:AttemptsPerMinute", "100000"));
                _site.UseKestrel(0);
                _site.StartServer();
                await using var scope = _site.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SampleWorld>().Load(CancellationToken.None);
            }

            _playwright ??= await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                Headless = true,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _once.Release();
        }
    }
}
