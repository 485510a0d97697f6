using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gongkai.Web.Office.SignIn;

/// <summary>动态口令 (RFC 6238): six digits, a step of 30 seconds, HMAC-SHA1, as every authenticator program understands it.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The step a code belongs to, the one before and the one after allowed for clocks that differ; null when it is wrong.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
                return step;
        }

        return null;
    }

    public static string CodeAt(byte[] key, DateTimeOffset instant) => CodeAt(key, instant.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>The key as people type it.</summary>
    public static string Base32(byte[] key)
    {
        var text = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var part in key)
        {
            (bits, count) = ((bits << 8) | part, count + 8);
            while (count >= 5)
            {
                count -= 5;
                text.Append(Letters[(bits >> count) & 31]);
            }
        }

        if (count > 0)
            text.Append(Letters[(bits << (5 - count)) & 31]);
        return text.ToString();
    }

    private static string CodeAt(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // The RFC's hash; every authenticator program expects it.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return $"{number % 1_000_000:000000}";
    }
}
