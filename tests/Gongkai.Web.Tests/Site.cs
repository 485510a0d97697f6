using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Gongkai.Web.Tests.Site))]

namespace Gongkai.Web.Tests;

/// <summary>站点 in memory: one for all tests, and others where a test needs its own settings.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-site-").FullName;
    private (string Key, string Value)[] _settings = [];

    public static Site With(params (string Key, string Value)[] settings) => new() { _settings = settings };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("Gongkai:Site:ChecksPerMinute", "100000");
        builder.UseSetting("Gongkai:Site:SearchesPerMinute", "100000");
        builder.UseSetting("Gongkai:Site:PrintsPerMinute", "100000");
        builder.UseSetting("Gongkai:Site:OpenDataPerMinute", "100000");
        builder.UseSetting("Gongkai:DataDirectory", _folder);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>A visitor without scripts or cookies, who does not follow redirects.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>What the upload form sends.</summary>
    public static MultipartFormDataContent FormWith(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "files", name);
        }

        return form;
    }

    public static MultipartFormDataContent FormWith(string name, string text) => FormWith((name, Encoding.UTF8.GetBytes(text)));

    /// <summary>Posts to /check as a browser without scripts does.</summary>
    public static async Task<(HttpResponseMessage Answer, string Page)> Check(HttpClient visitor, HttpContent form)
    {
        var answer = await visitor.PostAsync(new Uri("/check", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
