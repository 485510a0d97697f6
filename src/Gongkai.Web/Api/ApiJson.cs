using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gongkai.Web.Api;

/// <summary>JSON as people can read it: Chinese stays Chinese.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
}
