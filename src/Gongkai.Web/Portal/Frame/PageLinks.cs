namespace Gongkai.Web.Portal.Frame;

/// <summary>翻页: the pages of a list, and the address of each.</summary>
public sealed record PageLinks(int Number, int Pages, Func<int, string> Address)
{
    /// <summary>First and last, and those near this one; 0 stands for a gap.</summary>
    public IEnumerable<int> Near
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Number) <= 2))
            {
                if (page > last + 1)
                    yield return 0;
                yield return last = page;
            }
        }
    }
}
