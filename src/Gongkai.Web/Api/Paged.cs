using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>分页: a part of a list, with how many there are in all.</summary>
internal sealed record Paged<T>(int Total, int Page, int Size, IReadOnlyList<T> Items)
{
    public Paged<TOther> Select<TOther>(Func<T, TOther> show) => new(Total, Page, Size, [.. Items.Select(show)]);
}

internal static class Paging
{
    private const int Most = 200;
    private const int LastPage = 1_000_000;

    public static async Task<Paged<T>> Page<T>(this IQueryable<T> ordered, int page, int size, CancellationToken cancel)
    {
        (page, size) = Within(page, size);
        return new Paged<T>(await ordered.CountAsync(cancel), page, size, await ordered.Skip((page - 1) * size).Take(size).ToListAsync(cancel));
    }

    public static Paged<T> Page<T>(this IReadOnlyList<T> ordered, int page, int size)
    {
        (page, size) = Within(page, size);
        return new Paged<T>(ordered.Count, page, size, [.. ordered.Skip((page - 1) * size).Take(size)]);
    }

    public static (int Page, int Size) Within(int page, int size) => (Math.Clamp(page, 1, LastPage), Math.Clamp(size, 1, Most));
}
