using System.IO.Compression;
using System.Text;
using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>一堆文件: a folder, or a zip file from anybody. Nothing of a zip file is ever written under its own name, so a name can do no harm; bytes are counted as they come out.</summary>
public abstract class FilePile : IDisposable
{
    /// <summary>A folder or a zip file.</summary>
    /// <exception cref="RefusedException">It is neither.</exception>
    public static FilePile Open(string path) => Directory.Exists(path) ? new Folder(path)
        : File.Exists(path) ? Zip(File.OpenRead(path))
        : throw new RefusedException($"没有目录或者压缩包“{path}”。", "files");

    /// <summary>A zip file that was uploaded; it is closed with the pile.</summary>
    /// <exception cref="RefusedException">It is damaged or no zip file.</exception>
    public static FilePile Zip(Stream content) => new Archive(content);

    /// <exception cref="RefusedException">There is no such file, or not exactly one, or it may not be opened.</exception>
    public abstract Stream Open(string name, out string fileName);

    /// <summary>Every file under its own path in a folder of ours; what names nothing inside is left out.</summary>
    /// <exception cref="RefusedException">It is damaged, or grows beyond measure.</exception>
    public abstract void UnpackTo(string folder, CancellationToken cancel);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class Folder(string path) : FilePile
    {
        private readonly SourceFolder _folder = new(path);

        public override Stream Open(string name, out string fileName)
        {
            fileName = name;
            return _folder.Open(name);
        }

        public override void UnpackTo(string folder, CancellationToken cancel) => throw new NotSupportedException("A folder is unpacked already.");
    }

    private sealed class Archive : FilePile
    {
        private const int MostEntries = 20_000;
        private const long MostBytes = 4L << 30;

        private readonly ZipArchive _zip;
        private readonly Dictionary<string, List<ZipArchiveEntry>> _byName = new(StringComparer.OrdinalIgnoreCase);
        private long _left = MostBytes;

        public Archive(Stream content)
        {
            try
            {
                _zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: false, ZipNames.Instance);
                if (_zip.Entries.Count > MostEntries)
                    throw new RefusedException($"压缩包里的文件超过{MostEntries}个，请分成几个。", "files");
            }
            catch (InvalidDataException)
            {
                content.Dispose();
                throw new RefusedException("这不是完整的zip压缩包，请重新打包。", "files");
            }

            foreach (var entry in _zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\')))
            {
                // A name that leads out of the archive names nothing in it.
                if (Safe(entry.FullName) is not { } name)
                    continue;
                if (!_byName.TryGetValue(name, out var same))
                    _byName[name] = same = [];
                same.Add(entry);
            }
        }

        public override Stream Open(string name, out string fileName)
        {
            var wanted = Safe(name) ?? throw new RefusedException($"“{name}”不是压缩包之内的相对路径。", "files");
            var found = _byName.GetValueOrDefault(wanted) ?? [.. _byName.Where(pair => pair.Key.EndsWith($"/{wanted}", StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value)];
            fileName = wanted;
            return found.Count switch
            {
                0 => throw new RefusedException($"压缩包里没有“{name}”。", "files"),
                1 => Content(found[0]),
                _ => throw new RefusedException($"压缩包里有{found.Count}个“{name}”，不知道是哪一个。", "files"),
            };
        }

        public override void UnpackTo(string folder, CancellationToken cancel)
        {
            foreach (var (name, entries) in _byName)
            {
                cancel.ThrowIfCancellationRequested();
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);

                // Of two that differ by case alone, or not at all, nobody could say which is meant: neither is there.
                if (entries.Count > 1)
                    continue;
                using var content = Content(entries[0]);
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                content.CopyTo(file);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _zip.Dispose();
            base.Dispose(disposing);
        }

        private Counted Content(ZipArchiveEntry entry)
        {
            try
            {
                return new Counted(entry.Open(), entry, bytes => (_left -= bytes) >= 0);
            }
            catch (InvalidDataException)
            {
                throw new RefusedException($"压缩包里的“{entry.Name}”已损坏或者加了密。", "files");
            }
        }

        private static string? Safe(string name)
        {
            var plain = name.Replace('\\', '/').Normalize();
            var parts = plain.Split('/');
            return plain.Length == 0 || plain[0] == '/' || plain.Contains(':', StringComparison.Ordinal) || plain.Contains('\0', StringComparison.Ordinal) || parts.Any(part => part is ".." or "")
                ? null
                : string.Join('/', parts.Where(part => part != "."));
        }
    }

    /// <summary>Counts what really comes out: what an archive says of its sizes is its own word.</summary>
    private sealed class Counted(Stream inner, ZipArchiveEntry entry, Func<int, bool> mayGoOn) : Stream
    {
        private const long Small = 4 << 20;
        private const int HighestRatio = 300;
        private long _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(Guarded(() => inner.Read(buffer, offset, count)));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return Count(await inner.ReadAsync(buffer, cancellationToken));
            }
            catch (InvalidDataException)
            {
                throw Damaged();
            }
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private int Guarded(Func<int> read)
        {
            try
            {
                return read();
            }
            catch (InvalidDataException)
            {
                throw Damaged();
            }
        }

        private int Count(int read)
        {
            _given += read;
            if (!mayGoOn(read))
                throw new RefusedException("压缩包解开后超过4GB，请分成几个。", "files");
            if (_given > Small && _given / Math.Max(1, entry.CompressedLength) > HighestRatio)
                throw new RefusedException($"压缩包里的“{entry.Name}”解开后大得反常，没有读取。", "files");
            return read;
        }

        private RefusedException Damaged() => new($"压缩包里的“{entry.Name}”已损坏。", "files");
    }
}

/// <summary>压缩包里的文件名: UTF-8 where it is that, else GB 18030, which Windows writes without saying so.</summary>
internal sealed class ZipNames : Encoding
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding s_chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static ZipNames Instance { get; } = new();

    public override int GetByteCount(char[] chars, int index, int count) => s_strict.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => s_strict.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => Decoded(bytes, index, count).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Decoded(bytes, byteIndex, byteCount);
        text.CopyTo(0, chars, charIndex, text.Length);
        return text.Length;
    }

    public override int GetMaxByteCount(int charCount) => s_strict.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    private static string Decoded(byte[] bytes, int index, int count)
    {
        try
        {
            return s_strict.GetString(bytes, index, count);
        }
        catch (DecoderFallbackException)
        {
            return s_chinese.GetString(bytes, index, count);
        }
    }
}
