using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongkai.Search.Native;

/// <summary>
/// 相邻字分词: `gongkai 2` makes of every two neighbouring characters a token, whatever they are, so that a run of at least two is found exactly where it stands and nowhere else;
/// `gongkai 1` makes one of every character. A token's number is the place of its first character. Text comes folded.
/// </summary>
internal static unsafe class Grams
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Create(void* context, byte** arguments, int count, void** tokenizer)
    {
        // What SQLite keeps as the tokenizer is the number itself.
        *tokenizer = (void*)(nint)(count > 0 && arguments[0][0] == (byte)'1' ? 1 : 2);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Delete(void* tokenizer)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Tokenize(void* tokenizer, void* context, int flags, byte* text, int length, delegate* unmanaged[Cdecl]<void*, int, byte*, int, int, int, int> take)
    {
        var at = 0;
        var one = Length(text, 0, length);
        while (at < length)
        {
            var next = at + one;
            var two = Length(text, next, length);
            var end = (nint)tokenizer == 1 ? next : next + two;
            if ((nint)tokenizer != 1 && two == 0)
                break;
            var result = take(context, 0, text + at, end - at, at, end);
            if (result != 0)
                return result;
            (at, one) = (next, two);
        }

        return 0;
    }

    /// <summary>Bytes of the character that begins there; nought at the end.</summary>
    private static int Length(byte* text, int at, int length)
    {
        if (at >= length)
            return 0;
        var wanted = text[at] switch { < 0x80 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
        return Math.Min(wanted, length - at);
    }
}
