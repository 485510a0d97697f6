using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Web.Office.People;

/// <summary>查阅登记: who looked at another person's particulars; nobody is recorded for looking at his own.</summary>
public static class Readings
{
    public static async Task ReadBy(this Officer shown, Officer reader, GongkaiDb db, Ledger ledger, CancellationToken cancel)
    {
        if (shown.Id == reader.Id)
            return;
        ledger.Record(Act.ReadPersonalData, reader, shown);
        await db.SaveChangesAsync(cancel);
    }
}
