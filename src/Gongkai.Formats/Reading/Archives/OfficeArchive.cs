using System.IO.Compression;
using System.Xml;

namespace Gongkai.Formats.Reading.Archives;

/// <summary>压缩文档: the parts of a docx, xlsx, e-book or similar archive, unpacked under a limit of bytes and of packing ratio.</summary>
internal sealed class OfficeArchive : IDisposable
{
    private const int MostParts = 4000;
    private const long LargestPart = 32L << 20;
    private readonly ZipArchive _zip;
    private readonly ReadingLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    public OfficeArchive(byte[] content, ReadingLimits limits)
        : this(new MemoryStream(content, writable: false), ZipDirectory.CountEntries(content, MostParts), limits)
    {
    }

    /// <summary>From a file that is too large to be held for one part of it; the archive closes it.</summary>
    public OfficeArchive(Stream content, ReadingLimits limits)
        : this(content, ZipDirectory.CountEntries(content, MostParts), limits)
    {
    }

    private OfficeArchive(Stream content, int entries, ReadingLimits limits)
    {
        if (entries > MostParts)
            throw new UnreadableFileException("压缩文档内的部件过多，不像正常的文档；请重新另存后再读取");
        _limits = limits;
        _zip = new ZipArchive(content, ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public IEnumerable<string> Parts => _parts.Keys;

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A part as a stream that refuses to unpack too much; null when there is no such part.</summary>
    public Stream? Open(string part) =>
        _parts.TryGetValue(part, out var entry) ? new UnpackingStream(entry.Open(), entry.CompressedLength, this) : null;

    /// <summary>A part as XML: no document type, no outside entity, no more than a sensible length.</summary>
    public XmlReader? Xml(string part) => Open(part) is { } stream ? Xml(stream) : null;

    /// <summary>XML from outside, read with the same care.</summary>
    public static XmlReader Xml(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestPart,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    });

    public void Dispose() => _zip.Dispose();

    private void Count(int bytes, long ofPart, long packed)
    {
        _unpacked += bytes;
        if (_unpacked > _limits.UnpackedBytes || ofPart > LargestPart || (ofPart > 2 << 20 && ofPart > packed * _limits.PackingRatio))
            throw new UnreadableFileException("文件解压后异常庞大，可能是压缩炸弹，已停止读取；请用原来的软件打开后另存再读取");
    }

    /// <summary>Counts what comes out of one part.</summary>
    private sealed class UnpackingStream(Stream inner, long packed, OfficeArchive archive) : Stream
    {
        private long _length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _length += read;
            archive.Count(read, _length, packed);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
