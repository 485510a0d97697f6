using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Gongkai.Search.Native;

/// <summary>FTS5的两个扩展点: a tokenizer and a function, registered with a connection through the interface that SQLite documents for them (https://sqlite.org/fts5.html, section 7).</summary>
internal static unsafe partial class Fts5
{
    private const string Library = "e_sqlite3";
    private const int Ok = 0;
    private const int Row = 100;

    /// <summary>Makes `tokenize='gongkai N'` and `gongkai(table)` known to a connection; the function hands every match to the taker.</summary>
    public static void Register(SqliteConnection connection, MatchTaker taker)
    {
        var api = Find(connection.Handle!.DangerousGetHandle());
        fixed (byte* name = "gongkai"u8)
        {
            var tokenizer = new Tokenizer { Create = &Grams.Create, Delete = &Grams.Delete, Tokenize = &Grams.Tokenize };
            Check(api->CreateTokenizer(api, name, null, &tokenizer, null));
            Check(api->CreateFunction(api, name, (void*)GCHandle.ToIntPtr(taker.Handle), &MatchTaker.Take, null));
        }
    }

    private static Api* Find(nint connection)
    {
        Api* api = null;
        nint statement;
        fixed (byte* sql = "select fts5(?1)"u8)
            Check(Prepare(connection, sql, -1, &statement, null));
        fixed (byte* type = "fts5_api_ptr"u8)
        {
            Check(BindPointer(statement, 1, &api, type, null));
            var stepped = Step(statement);
            _ = FinalizeStatement(statement);
            return stepped == Row && api is not null ? api : throw new InvalidOperationException("This SQLite has no FTS5.");
        }
    }

    private static void Check(int result)
    {
        if (result != Ok)
            throw new InvalidOperationException($"FTS5 answers {result}.");
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2")]
    private static partial int Prepare(nint connection, byte* sql, int length, nint* statement, byte** rest);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    private static partial int BindPointer(nint statement, int at, void* pointer, byte* type, void* destroy);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    private static partial int FinalizeStatement(nint statement);

    /// <summary>fts5_api.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Api
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<Api*, byte*, void*, Tokenizer*, void*, int> CreateTokenizer;
        public void* FindTokenizer;
        public delegate* unmanaged[Cdecl]<Api*, byte*, void*, delegate* unmanaged[Cdecl]<Extension*, void*, void*, int, void**, void>, void*, int> CreateFunction;
    }

    /// <summary>fts5_tokenizer.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Tokenizer
    {
        public delegate* unmanaged[Cdecl]<void*, byte**, int, void**, int> Create;
        public delegate* unmanaged[Cdecl]<void*, void> Delete;
        public delegate* unmanaged[Cdecl]<void*, void*, int, byte*, int, delegate* unmanaged[Cdecl]<void*, int, byte*, int, int, int, int>, int> Tokenize;
    }

    /// <summary>Fts5ExtensionApi as far as it is used.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Extension
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<void*, void*> UserData;
        public void* ColumnCount;
        public void* RowCount;
        public void* ColumnTotalSize;
        public void* TokenizeText;
        public delegate* unmanaged[Cdecl]<void*, int> PhraseCount;
        public void* PhraseSize;
        public void* InstanceCount;
        public void* Instance;
        public delegate* unmanaged[Cdecl]<void*, long> Rowid;
        public void* ColumnText;
        public void* ColumnSize;
        public void* QueryPhrase;
        public void* SetAuxiliary;
        public void* GetAuxiliary;
        public delegate* unmanaged[Cdecl]<void*, int, PhraseIterator*, int*, int*, int> PhraseFirst;
        public delegate* unmanaged[Cdecl]<void*, PhraseIterator*, int*, int*, void> PhraseNext;
    }

    /// <summary>Fts5PhraseIter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PhraseIterator
    {
        public byte* At;
        public byte* End;
    }
}
