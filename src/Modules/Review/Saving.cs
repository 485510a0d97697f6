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

        /// <summary>The same for what is there once only: of two who make it in one moment the second is told too.</summary>
        /// <exception cref="ChangedMeanwhileException">Somebody else changed or made it between reading and saving.</exception>
        public async Task SaveUnlessMade(IRecordable what, CancellationToken cancel)
        {
            try
            {
                await db.SaveUnlessChanged(what, cancel);
            }
            catch (DbUpdateException failed) when (failed.IsTaken)
            {
                throw new ChangedMeanwhileException(what);
            }
        }
    }

    /// <param name="what">The thing as it is stored now.</param>
    /// <param name="version">Its version now; 0 while nobody has made it.</param>
    /// <param name="seen">The version the person saw; null when none was (command line, import).</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it after it was seen.</exception>
    public static void MustBeSeen(IRecordable what, uint version, uint? seen)
    {
        if (seen is { } was && was != version)
            throw new ChangedMeanwhileException(what);
    }
}
