using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>停用目录条目: no duty from today on.</summary>
public sealed class RetireLine(CatalogueDesk desk)
{
    public async Task Run(CatalogueLineId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var line = await desk.Open(id, by, seen, cancel);
        line.Retire(desk.Today);
        await desk.Sign(line.Body, by, cancel);
        await desk.Close(line, Act.RetireLine, by, cancel);
    }
}
