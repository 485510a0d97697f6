namespace Gongkai.Reviews;

/// <summary>批注处的变化: whether what a remark speaks of still stands as it stood then.</summary>
public enum RemarkedPlace
{
    /// <summary>The whole line is as it was.</summary>
    Unchanged,

    /// <summary>The words are there, what stands around them has changed.</summary>
    Around,

    /// <summary>The words are no longer there.</summary>
    Changed,
}

public static class RemarkedPlaces
{
    extension(RemarkedPlace place)
    {
        public string Name => place switch
        {
            RemarkedPlace.Unchanged => "原文未改动",
            RemarkedPlace.Around => "所在段落已修改",
            RemarkedPlace.Changed => "原文已修改",
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };

        /// <param name="comment">The remark.</param>
        /// <param name="before">The text it was made in, a line per paragraph.</param>
        /// <param name="now">The text as it is now.</param>
        /// <returns>Null for a remark on the whole.</returns>
        public static RemarkedPlace? Of(ReviewComment comment, string before, string now)
        {
            if (comment.Quote.Length == 0)
                return null;
            var lines = now.Split('\n');
            var at = comment.Offset >= 0 && comment.Offset + comment.Quote.Length <= before.Length && string.CompareOrdinal(before, comment.Offset, comment.Quote, 0, comment.Quote.Length) == 0
                ? comment.Offset
                : before.IndexOf(comment.Quote, StringComparison.Ordinal);

            // Words that go over the end of a paragraph, or that the author typed otherwise, stand in no line.
            if (at < 0 || comment.Quote.Contains('\n', StringComparison.Ordinal))
                return now.Contains(comment.Quote, StringComparison.Ordinal) ? RemarkedPlace.Unchanged : RemarkedPlace.Changed;
            var start = before.LastIndexOf('\n', Math.Max(0, at - 1)) is var earlier && earlier >= 0 && earlier < at ? earlier + 1 : 0;
            var end = before.IndexOf('\n', at) is var later and >= 0 ? later : before.Length;
            return lines.Contains(before[start..end], StringComparer.Ordinal) ? RemarkedPlace.Unchanged
                : Array.Exists(lines, line => line.Contains(comment.Quote, StringComparison.Ordinal)) ? RemarkedPlace.Around
                : RemarkedPlace.Changed;
        }
    }
}
