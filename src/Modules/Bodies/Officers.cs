using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>人员的读取: officers as those who act, with their body's name and the roles of those they stand in for.</summary>
public static class Officers
{
    extension(GongkaiDb db)
    {
        /// <summary>The officer as one who acts today; null where there is none.</summary>
        public async Task<Officer?> FindOfficer(OfficerId id, DateOnly today, CancellationToken cancel)
        {
            if (await db.Officers.SingleOrDefaultAsync(officer => officer.Id == id, cancel) is not { } officer)
                return null;
            officer.BodyName = await db.Bodies.Where(body => body.Id == officer.Body).Select(body => body.ShortName).SingleAsync(cancel);
            officer.ActsFor(await db.Officers.Where(absent => absent.Deputies.Any(deputy => deputy.Officer == id && deputy.From <= today && today <= deputy.Until)).ToListAsync(cancel));
            return officer;
        }
    }
}
