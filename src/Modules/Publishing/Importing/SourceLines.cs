using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>逐行读取: the lines of a file that may be packed by gzip, with their numbers; empty ones are left out.</summary>
internal static class SourceLines
{
    private const int LongestLine = 64 << 20;

    /// <exception cref="RefusedException">It is no text of lines.</exception>
    public static async IAsyncEnumerable<(int Number, string Text)> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel)
    {
        var head = new byte[2];
        var read = await file.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancel);
        await using var whole = new HeadedStream(head[..read], file);
        await using var plain = read == 2 && head is [0x1f, 0x8b] ? new GZipStream(whole, CompressionMode.Decompress) : (Stream)whole;
        using var reader = new StreamReader(plain, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        for (var number = 1; ; number++)
        {
            if (await Next(reader, number, cancel) is not { } line)
                yield break;
            if (line.Length > LongestLine)
                throw new RefusedException($"第{number}行超过{LongestLine >> 20}MB，不像是一条一行的文件。", "file");
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line);
        }
    }

    private static async Task<string?> Next(StreamReader reader, int number, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadLineAsync(cancel);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException($"第{number}行附近不是UTF-8编码，请先转换编码。", "file");
        }
        catch (InvalidDataException)
        {
            throw new RefusedException($"压缩文件在第{number}行附近损坏，之前的各行已经处理。", "file");
        }
    }

    /// <summary>What was read to look at it, and then the rest.</summary>
    private sealed class HeadedStream(byte[] head, Stream rest) : Stream
    {
        private int _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => FromHead(buffer.AsSpan(offset, count)) is var given and > 0 ? given : rest.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            FromHead(buffer.Span) is var given and > 0 ? ValueTask.FromResult(given) : rest.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int FromHead(Span<byte> into)
        {
            var given = Math.Min(into.Length, head.Length - _given);
            head.AsSpan(_given, given).CopyTo(into);
            _given += given;
            return given;
        }
    }
}
