using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Gongkai.Testing.PostgresCluster.Ending))]

namespace Gongkai.Testing;

/// <summary>A PostgreSQL of our own for one run of the tests: in a temporary folder, on a free port, gone with the process whatever happens to it.</summary>
public static class PostgresCluster
{
    private static readonly Lazy<string?> s_programs = new(FindPrograms);
    private static readonly Lazy<Task<string>> s_started = new(Start);
    private static Process? s_server;
    private static string? s_folder;

    public static bool IsInstalled => s_programs.Value is not null;

    /// <summary>Makes a database, empty or as a copy, and gives its connection string.</summary>
    public static async Task<string> Database(string name, string? copyOf = null)
    {
        var server = await s_started.Value;
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = copyOf is null ? $"create database {name}" : $"create database {name} template {copyOf}";
        await command.ExecuteNonQueryAsync();
        return $"{server};Database={name};Maximum Pool Size=20";
    }

    private static async Task<string> Start()
    {
        s_folder = Directory.CreateTempSubdirectory("gongkai-postgres-").FullName;
        var data = Path.Combine(s_folder, "data");
        var port = FreePort();

        // initdb refuses root, and what runs as postgres must own its folder.
        string[] runAs = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] : [];
        if (runAs.Length > 0)
            await Run("chown", "postgres", s_folder);
        await Run([.. runAs, Program("initdb"), "-D", data, "-A", "trust", "-U", "gongkai", "--locale=C.UTF-8", "--no-sync"]);

        // The shell waits for its standard input to end, which it does with this process, and then stops the server.
        s_server = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1 & server=$!; read _; kill -INT $server; wait $server", "sh",
            .. runAs, Program("postgres"), "-D", data, "-p", $"{port}", "-h", "127.0.0.1", "-k", s_folder,
            "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200", "-c", "shared_buffers=64MB"])
        { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = s_folder })!;

        var server = $"Host=127.0.0.1;Port={port};Username=gongkai";
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
                await connection.OpenAsync();
                return server;
            }
            catch (NpgsqlException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)}: {errors}{await output}");
    }

    private static string Program(string name) => Path.Combine(s_programs.Value!, name);

    private static string? FindPrograms() =>
        new[] { "/usr/lib/postgresql" }.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .OrderByDescending(version => double.TryParse(Path.GetFileName(version), out var number) ? number : 0).Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stops the server when the last test has run.</summary>
    public sealed class Ending : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (s_server is null)
                return;
            NpgsqlConnection.ClearAllPools();
            s_server.StandardInput.Close();
            await s_server.WaitForExitAsync();
            s_server.Dispose();
            Directory.Delete(s_folder!, recursive: true);
        }
    }
}
