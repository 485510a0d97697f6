using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench.Goals;

/// <summary>The peer: bare Kestrel; `/bytes` from memory, `/read` by one prepared read from SQLite joined into the page around it.</summary>
internal static class Peer
{
    public static void Run(string page, string database, string id)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var bytes = File.ReadAllBytes(page);
        var whole = File.ReadAllText(page);
        using var connections = new BlockingCollection<SqliteConnection>();
        for (var i = 0; i < 16; i++)
        {
            var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
            connection.Open();
            connections.Add(connection);
        }

        app.MapGet("/healthz", () => "ok");
        app.MapGet("/bytes", (HttpContext http) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        });
        app.MapGet("/read", async (HttpContext http) =>
        {
            var connection = connections.Take();
            string title, html;
            try
            {
                using var ask = connection.CreateCommand();
                ask.CommandText = "select v.title, v.html from documents d join document_versions v on v.document_id = d.id and v.number = d.shown_version where d.id = @id";
                ask.Parameters.AddWithValue("@id", Guid.Parse(id));
                using var row = ask.ExecuteReader();
                row.Read();
                (title, html) = (row.GetString(0), row.GetString(1));
            }
            finally
            {
                connections.Add(connection);
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(string.Concat(whole.AsSpan(0, whole.Length / 2), title, html, whole.AsSpan(Math.Min(whole.Length, whole.Length / 2 + title.Length + html.Length))));
        });
        app.Run();
    }
}
