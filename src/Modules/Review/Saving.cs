using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>保存: of two people who change one thing the second is told, whether he was slower by an hour or by a moment.</summary>
public static class Saving
{
    extension(GongkaiDb db)
    {
        /// <exception cref="ChangedMeanwhileException">Somebody else changed it between reading and saving.</exception>
        public async Task SaveUnlessChanged(IRecordable what, CancellationToken cancel)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new ChangedMeanwhileException(what);
            }
        }
    }
}
