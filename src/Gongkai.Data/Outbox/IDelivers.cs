using System.Text.Json;

namespace Gongkai.Data;

/// <summary>投递: does what messages of one topic ask for. May be called again for the same message (the number tells), so it is done so that twice is as good as once.</summary>
public interface IDelivers
{
    string Topic { get; }

    Task Deliver(Delivery message, CancellationToken cancel);
}

/// <summary>One attempt to deliver.</summary>
/// <param name="Number">The message.</param>
/// <param name="About">What it is about.</param>
/// <param name="Attempt">The how-manieth attempt, from 1.</param>
/// <param name="Body">As it was added.</param>
public sealed record Delivery(long Number, string About, int Attempt, string Body)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, s_json) ?? throw new FormatException($"message {Number} is empty");
}
