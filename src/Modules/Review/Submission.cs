using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>送审: one content of a thing, as it is handed in.</summary>
/// <param name="Kind">The kind of thing, as its entries in the ledger name it.</param>
/// <param name="Key">Which one.</param>
/// <param name="Version">Which of its versions.</param>
/// <param name="Digest">Exactly which content.</param>
/// <param name="ForPublication">Whether it is to be public; else it is the withholding that is reviewed (article 17).</param>
/// <param name="Body">Whose it is.</param>
/// <param name="Section">The section that answers for it.</param>
/// <param name="By">Who hands it in; no officer where the machine's owner moves an old site in.</param>
/// <param name="Authors">Everybody who wrote at it.</param>
/// <param name="Findings">What the pre-checks found.</param>
public sealed record Submission(
    string Kind, string Key, int Version, ContentDigest Digest, bool ForPublication, BodyId Body, SectionId? Section, IActor By, IReadOnlyCollection<OfficerId> Authors, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of a migration only.</summary>
    public MigrationEvidence? Evidence { get; init; }
}
