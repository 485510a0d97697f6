namespace Gongkai.Web.Portal.Frame;

/// <summary>The paper on which a page is drawn before it is sent; what is too long for it is passed on as it comes.</summary>
internal sealed class PageSheet(Stream open, int most) : Stream
{
    private readonly MemoryStream _drawn = new();

    /// <summary>It was too long to be held.</summary>
    public bool IsPassedOn { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public byte[] ToArray() => _drawn.ToArray();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsPassedOn || _drawn.Length + buffer.Length > most)
            throw new NotSupportedException("long answers are written asynchronously");
        _drawn.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsPassedOn && _drawn.Length + buffer.Length <= most)
        {
            _drawn.Write(buffer.Span);
            return;
        }

        if (!IsPassedOn)
        {
            IsPassedOn = true;
            await open.WriteAsync(_drawn.GetBuffer().AsMemory(0, (int)_drawn.Length), cancellationToken);
            _drawn.SetLength(0);
        }

        await open.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => IsPassedOn ? open.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
