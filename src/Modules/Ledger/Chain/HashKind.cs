namespace Gongkai.Ledgers.Chain;

/// <summary>杂凑算法: what a link is made with.</summary>
public enum HashKind
{
    Sha256,

    /// <summary>GB/T 32905-2016, through the system's OpenSSL 3.</summary>
    Sm3,
}
