using System.Collections.Frozen;

namespace Gongkai.Data;

/// <summary>状态词: an enum's members as the words the database keeps (`AwaitingSupplement` is `awaiting_supplement`).</summary>
public static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Both<T>.Word.TryGetValue(value, out var word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, $"no member of {typeof(T).Name}");

    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Both<T>.Value.TryGetValue(word, out var value) ? value : throw new FormatException($"“{word}” is no word of {typeof(T).Name}");

    private static class Both<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Word = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => SnakeCaseNames.Snake(value.ToString()));
        public static readonly FrozenDictionary<string, T> Value = Word.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
