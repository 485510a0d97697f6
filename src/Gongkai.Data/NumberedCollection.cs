namespace Gongkai.Data;

/// <summary>
/// 按号排列: a list that stays in the order of its numbers however the database hands its rows over; without it the last step of a history would be whichever row came last.
/// </summary>
public sealed class NumberedCollection<T>(Func<T, int> number) : List<T>, ICollection<T>
{
    /// <summary>What is read takes its place; what is added by hand comes at the end as ever, having the next number.</summary>
    void ICollection<T>.Add(T item)
    {
        var at = Count;
        while (at > 0 && number(this[at - 1]) > number(item))
            at--;
        Insert(at, item);
    }
}
