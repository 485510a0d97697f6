namespace Gongkai.Data;

/// <summary>
/// 文件库: keeps what people upload, each content once, under its hash. What a file was called is the business of who uses it and never part of a path.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps a content; durable when this returns. The same content again is the same file.</summary>
    /// <exception cref="FileTooLargeException">It has more bytes than allowed; nothing is kept.</exception>
    Task<StoredFile> Keep(Stream content, long atMost, CancellationToken cancel);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    Stream Open(FileHash file);

    bool Has(FileHash file);

    /// <summary>Whether the content still is what its name says.</summary>
    Task<bool> IsIntact(FileHash file, CancellationToken cancel);

    /// <summary>Every file that has lain untouched since before then.</summary>
    IEnumerable<FileHash> OlderThan(DateTimeOffset instant);

    /// <summary>Removes a file unless somebody kept the same content after that instant.</summary>
    /// <returns>Whether it is gone.</returns>
    bool Remove(FileHash file, DateTimeOffset unlessKeptAfter);
}

/// <summary>存入的文件.</summary>
public readonly record struct StoredFile(FileHash Hash, long Length);

/// <summary>文件过大.</summary>
public sealed class FileTooLargeException(long atMost) : Exception($"文件超过 {atMost} 字节")
{
    public long AtMost { get; } = atMost;
}
