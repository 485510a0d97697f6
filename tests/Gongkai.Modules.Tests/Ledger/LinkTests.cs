using System.Security.Cryptography;
using System.Text;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>The bytes of a link, written out once more by the words of docs/ledger.md: what outsiders compute must stay what we compute.</summary>
public sealed class LinkTests
{
    [Fact]
    public void An_entry_hashes_to_what_the_document_says()
    {
        var entry = new LedgerEntry
        {
            Number = 7,
            At = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero).AddMicroseconds(5),
            ActorId = "o-1",
            ActorName = "张三",
            BodyId = "b-1",
            BodyName = "云泽市档案局",
            Act = "test.write_note",
            Kind = "note",
            Key = "42",
            DetailsDigest = [1, 2, 3],
        };
        byte[] bytes =
        [
            .. Text("gongkai.ledger.entry/1"), .. Text("sha256"), .. Number(7), .. Number(1772413200000005), .. Text("o-1"), .. Text("张三"), .. Text("b-1"),
            .. Text("云泽市档案局"), .. Text("test.write_note"), .. Text("note"), .. Text("42"), 0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 32, .. new byte[32],
        ];

        var hash = Link.HashOf(entry, Link.Beginning);

        Assert.Equal(SHA256.HashData(bytes), hash);
        Assert.Equal("4eacb6f4b05502b63d2b5fb168b3ec63958c51c6ae11c0beb5d08cfbf0634336", Convert.ToHexStringLower(hash));
    }

    [Fact]
    public void Details_are_committed_to_with_their_salt()
    {
        byte[] salt = [9, 8, 7];

        Assert.Equal(
            SHA256.HashData([.. Text("gongkai.ledger.details/1"), 0, 0, 0, 3, 9, 8, 7, .. Text("{\"note\":\"是\"}")]),
            Link.DigestOf(HashKind.Sha256, salt, "{\"note\":\"是\"}"));
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [0, 0, 0, (byte)bytes.Length, .. bytes];
    }

    private static byte[] Number(long number) => [0, 0, 0, 8, .. BitConverter.GetBytes(number).Reverse()];
}
