using System.Globalization;

namespace Gongkai.Ledgers.Chain;

/// <summary>验链: takes the rows of a chain one by one and knows at the end where it first breaks, if it does. Needs no database.</summary>
/// <param name="withDetails">False for an export that leaves the details out: then only the chain itself is checked.</param>
/// <param name="head">A hash that was published; the chain must contain it.</param>
public sealed class ChainCheck(bool withDetails, byte[]? head = null)
{
    private readonly SortedDictionary<long, long> _withoutDetails = [];
    private byte[] _previous = Link.Beginning;
    private DateTimeOffset _at = DateTimeOffset.MinValue;
    private BrokenLink? _broken;
    private long _number;
    private long _erased;
    private bool _headSeen;

    /// <summary>Takes the next row. After the first break only the search for erased details goes on.</summary>
    public void Take(ChainRow row)
    {
        if (_broken is not null)
        {
            Remember(row.Entry);
            return;
        }

        _broken = Break(row);
        _number = row.Number;
        if (row.Entry is not { } entry)
            return;
        _previous = entry.Hash;
        _at = entry.At;
        _headSeen |= head is not null && entry.Hash.AsSpan().SequenceEqual(head);
        Remember(entry);
    }

    /// <summary>What was found, when there are no more rows.</summary>
    public Verification Finish()
    {
        // Details may be gone only where a later entry says that they were erased.
        var lost = _withoutDetails.FirstOrDefault(pair => pair.Value == 0).Key;
        if (lost > 0 && (_broken is null || lost < _broken.Number))
            _broken = new BrokenLink(lost, LinkFault.DigestMismatch, "明细不见了，而台账里没有删除明细的记录");
        return new Verification(_number, Convert.ToHexStringLower(_previous), _broken, _erased, _headSeen);
    }

    private BrokenLink? Break(ChainRow row)
    {
        if (row.Number > _number + 1)
            return new BrokenLink(_number + 1, LinkFault.Missing, row.Number == _number + 2 ? $"缺少第{_number + 1}条" : $"缺少第{_number + 1}条至第{row.Number - 1}条");
        if (row.Number <= _number)
            return new BrokenLink(row.Number, LinkFault.WrongOrder, $"第{row.Number}条排在第{_number}条之后");
        if (row.Entry is not { } entry)
            return new BrokenLink(row.Number, LinkFault.Changed, row.Unreadable!);

        var hash = Link.HashOf(entry, _previous);
        if (!hash.AsSpan().SequenceEqual(entry.Hash) || !entry.Previous.AsSpan().SequenceEqual(_previous))
            return Unlinked(entry, hash);
        if (entry.At < _at)
            return new BrokenLink(entry.Number, LinkFault.WrongOrder, string.Create(CultureInfo.InvariantCulture, $"时间 {entry.At:yyyy-MM-dd HH:mm:ss} 早于前一条"));
        return withDetails ? Mismatch(entry, row.Details) : null;
    }

    private static BrokenLink Unlinked(LedgerEntry entry, byte[] hash)
    {
        if (hash.AsSpan().SequenceEqual(entry.Hash))
            return new BrokenLink(entry.Number, LinkFault.Changed, "所记的前一条杂凑值被改动");

        // Its own hash is right for what it says came before: then what came before is no longer what it was.
        return Link.HashOf(entry, entry.Previous).AsSpan().SequenceEqual(entry.Hash)
            ? new BrokenLink(Math.Max(1, entry.Number - 1), LinkFault.Replaced, entry.Number == 1 ? "第一条之前还有别的条目，已被去掉" : $"第{entry.Number - 1}条被换成了另一条：第{entry.Number}条接的不是它")
            : new BrokenLink(entry.Number, LinkFault.Changed, "内容与杂凑值不符，有字段被改动");
    }

    private BrokenLink? Mismatch(LedgerEntry entry, LedgerDetails? details)
    {
        if (details is null)
        {
            if (entry.DetailsDigest.Length > 0)
                _withoutDetails[entry.Number] = 0;
            return null;
        }

        return Link.DigestOf(entry.Algorithm, details.Salt, details.Body).AsSpan().SequenceEqual(entry.DetailsDigest)
            ? null
            : new BrokenLink(entry.Number, LinkFault.DigestMismatch, "明细与摘要不符，明细被改动");
    }

    private void Remember(LedgerEntry? entry)
    {
        if (entry?.Act == Act.EraseDetails.Word && long.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _withoutDetails.TryGetValue(number, out var by) && by == 0)
        {
            _withoutDetails[number] = entry.Number;
            _erased++;
        }
    }
}

/// <summary>验链结果.</summary>
/// <param name="Entries">Number of the last entry seen.</param>
/// <param name="Head">Its hash; compare it with what was published.</param>
/// <param name="FirstBroken">Where the chain first breaks; null when it holds.</param>
/// <param name="Erased">How many entries have had their details erased, as later entries say.</param>
/// <param name="HeadSeen">Whether the published hash that was given is one of the chain's.</param>
public sealed record Verification(long Entries, string Head, BrokenLink? FirstBroken, long Erased, bool HeadSeen)
{
    public bool Holds => FirstBroken is null;
}

/// <summary>断链处.</summary>
public sealed record BrokenLink(long Number, LinkFault Fault, string What);

/// <summary>断链的种类.</summary>
public enum LinkFault
{
    /// <summary>内容被改.</summary>
    Changed,

    /// <summary>整条被换: the entry is whole in itself, but the next one followed another.</summary>
    Replaced,

    /// <summary>缺条.</summary>
    Missing,

    /// <summary>次序不对.</summary>
    WrongOrder,

    /// <summary>明细不符.</summary>
    DigestMismatch,
}
