using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>补加密办公电话: of officers who were there before telephones were sealed; with every start, and nothing to do after the first.</summary>
public sealed class SealPhones(PlainFields fields, Ledger ledger)
{
    private static readonly Actor s_platform = Actor.System("upgrade", "平台升级");

    /// <returns>How many were sealed.</returns>
    public Task<int> Run(CancellationToken cancel) => fields.Seal("officers", "phone", officers => ledger.Record(Act.SealPhones, s_platform, new Thing("officer", "phones"), new { officers }), cancel);
}
