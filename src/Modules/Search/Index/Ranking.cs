using Gongkai.Publishing;

namespace Gongkai.Search.Index;

/// <summary>
/// 排序: BM25 over title, text, attachments and particulars as one document, the title counting most; a title that is little else than what was asked comes before one that only
/// names it; what is no longer in force comes after what is.
/// </summary>
internal sealed class Ranking(LaneValues lanes, RowFilter filter)
{
    public const int Title = 0;
    public const int Text = 1;
    public const int Files = 2;
    public const int Particulars = 3;

    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;
    private const float Covering = 1.5f;
    private const float Ended = 0.35f;
    private const float Explaining = 0.85f;

    /// <summary>A place counts no more after this many.</summary>
    public const int MostPlaces = 64;

    private static readonly float[] s_weights = [8, 1, 0.7f, 4];

    public static float Weight(int column) => s_weights[column];

    /// <summary>What so many weighed places are worth in a document of this length.</summary>
    public float Worth(int row, float places) =>
        places * (Saturation + 1) / (places + (Saturation * (1 - LengthShare + (LengthShare * lanes.Length[row] / lanes.AverageLength))));

    /// <summary>How much of the title is what was asked.</summary>
    public float Covered(int row, int characters) => Covering * Math.Min(1f, characters / (float)Math.Max((ushort)1, lanes.TitleLength[row]));

    /// <summary>What has ended comes after what holds, and what explains a document after the document.</summary>
    public float InForce(int row, float score) => (filter.HasEnded(row) ? score * Ended : score) * (lanes.Kind[row] == (byte)DocumentKind.Interpretation ? Explaining : 1);

    /// <summary>Longer words are rarer ones; asking how rare would cost as much as the search itself.</summary>
    public static float WeightOf(WantedWord word) => 1 + (0.25f * Math.Min(8, word.Forms.Max(form => form.Length)));
}
