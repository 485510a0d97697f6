using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongkai.Search.Native;

/// <summary>接收命中: stands between a connection and whoever asks it now; FTS5 calls it for every match in the order of row ids.</summary>
internal sealed unsafe class MatchTaker : IDisposable
{
    public MatchTaker() => Handle = GCHandle.Alloc(this);

    public GCHandle Handle { get; }

    public IMatches? Current { get; set; }

    /// <summary>What went wrong while taking; an exception must not pass through SQLite.</summary>
    public Exception? Problem { get; set; }

    public void Dispose() => Handle.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Take(Fts5.Extension* api, void* context, void* result, int count, void** values)
    {
        var taker = (MatchTaker)GCHandle.FromIntPtr((nint)api->UserData(context)).Target!;
        try
        {
            taker.Current?.Take(new Match(api, context));
        }
        catch (Exception problem)
        {
            taker.Problem ??= problem;
        }
    }
}

/// <summary>Who looks at matches.</summary>
internal interface IMatches
{
    void Take(Match match);
}

/// <summary>命中: a row that matches, as FTS5 shows it during the call.</summary>
internal readonly unsafe ref struct Match(Fts5.Extension* api, void* context)
{
    private readonly Fts5.Extension* _api = api;
    private readonly void* _context = context;

    public int Row => (int)_api->Rowid(_context);

    public int Phrases => _api->PhraseCount(_context);

    /// <summary>Where a phrase stands, place by place.</summary>
    public Places Of(int phrase) => new(_api, _context, phrase);

    /// <summary>出现之处.</summary>
    internal ref struct Places
    {
        private readonly Fts5.Extension* _api;
        private readonly void* _context;
        private readonly int _phrase;
        private Fts5.PhraseIterator _iterator;
        private bool _begun;
        private int _column;
        private int _offset;

        public Places(Fts5.Extension* api, void* context, int phrase)
        {
            // A tuple cannot hold pointers.
            _api = api;
            _context = context;
            _phrase = phrase;
        }

        public readonly int Column => _column;

        public readonly int Offset => _offset;

        public bool Next()
        {
            fixed (Fts5.PhraseIterator* iterator = &_iterator)
            fixed (int* column = &_column, offset = &_offset)
            {
                if (_begun)
                    _api->PhraseNext(_context, iterator, column, offset);
                else if (_api->PhraseFirst(_context, _phrase, iterator, column, offset) != 0)
                    return false;
            }

            _begun = true;
            return _column >= 0;
        }
    }
}
