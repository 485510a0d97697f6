using Gongkai.Ledgers;

namespace Gongkai.Search;

/// <summary>行为 of the search, in the words of the ledger.</summary>
public static class SearchActs
{
    private static readonly Act s_setSynonym = new("search.set_synonym", "维护检索同义词");

    extension(Act)
    {
        public static Act SetSynonym => s_setSynonym;
    }
}
