using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Tests.Office;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Api;

/// <summary>程序: calls the interface with a token of somebody of the sample world.</summary>
internal sealed class Caller(HttpClient http) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Http => http;

    public static async Task<Caller> Of(YunzeSite yunze, string login, params string[] scopes)
    {
        var officer = await yunze.OfficerOf(login);
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var (db, today) = (scope.ServiceProvider.GetRequiredService<GongkaiDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().Today());
        var (_, secret) = await scope.ServiceProvider.GetRequiredService<IssueToken>().Run(
            "测试程序", scopes.Length > 0 ? scopes : [.. PermissionMatrix.Standard.Rows.Select(row => row.Key)], today.AddDays(1), (await db.FindOfficer(officer, today, Cancel))!, Cancel);
        return With(yunze, secret);
    }

    public static Caller With(YunzeSite yunze, string secret)
    {
        var visitor = yunze.Visitor();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new Caller(visitor);
    }

    public async Task<(HttpResponseMessage Answer, JsonElement Json)> Send(string method, string address, object? body = null, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{address}") { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        var answer = await http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return (answer, text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>The same where only success will do.</summary>
    public async Task<JsonElement> Do(string method, string address, object? body = null)
    {
        var (answer, json) = await Send(method, address, body);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {address}: {answer.StatusCode} {json}");
        return json;
    }

    public async Task<(HttpStatusCode Status, JsonElement Problem)> Refused(string method, string address, object? body = null, string? ifMatch = null)
    {
        var (answer, json) = await Send(method, address, body, ifMatch);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, json);
    }

    public void Dispose() => http.Dispose();
}
