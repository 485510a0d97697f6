namespace Gongkai.Search.Index;

/// <summary>最佳若干: keeps the best so many of a stream, in order at the end.</summary>
internal sealed class Best(int most)
{
    private Hit[] _hits = new Hit[Math.Min(Math.Max(most * 2, 64), 4096)];
    private int _count;
    private bool _hasWorst;
    private Hit _worst;

    /// <summary>Whether something of this score may still come in.</summary>
    public bool Wants(float score) => !_hasWorst || score >= _worst.Score;

    public void Add(in Hit hit)
    {
        if (most == 0 || (_hasWorst && Hit.Compare(hit, _worst) >= 0))
            return;
        if (_count == _hits.Length)
            Trim();
        _hits[_count++] = hit;
    }

    public ReadOnlySpan<Hit> InOrder()
    {
        Array.Sort(_hits, 0, _count, Comparer<Hit>.Create(Hit.Compare));
        return _hits.AsSpan(0, Math.Min(_count, most));
    }

    private void Trim()
    {
        if (_count < most * 2L)
        {
            Array.Resize(ref _hits, (int)Math.Min(_hits.Length * 2L, Math.Max(most * 2L, 64)));
            return;
        }

        Array.Sort(_hits, 0, _count, Comparer<Hit>.Create(Hit.Compare));
        (_count, _worst, _hasWorst) = (most, _hits[most - 1], true);
    }
}
