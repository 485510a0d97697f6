using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>机关的读写: what the operations on bodies have in common.</summary>
internal static class BodyRows
{
    extension(GongkaiDb db)
    {
        public async Task<Body> Body(BodyId id, uint? seen, CancellationToken cancel)
        {
            var body = await db.Bodies.SingleOrDefaultAsync(body => body.Id == id, cancel) ?? throw new RefusedException("没有这个机关。");
            ChangedMeanwhileException.Demand(body, body.Version, seen);
            return body;
        }

        public async Task<Section> Section(SectionId id, uint? seen, CancellationToken cancel)
        {
            var section = await db.Sections.SingleOrDefaultAsync(section => section.Id == id, cancel) ?? throw new RefusedException("没有这个科室。");
            ChangedMeanwhileException.Demand(section, section.Version, seen);
            return section;
        }

        public async Task<Officer> Officer(OfficerId id, uint? seen, CancellationToken cancel)
        {
            var officer = await db.Officers.SingleOrDefaultAsync(officer => officer.Id == id, cancel) ?? throw new RefusedException("没有这名人员。");
            ChangedMeanwhileException.Demand(officer, officer.Version, seen);
            return officer;
        }

        /// <summary>The bodies below one that ends are below its successor from now on.</summary>
        public async Task MoveDependants(Body ended, BodyId successor, Ledger ledger, IActor by, CancellationToken cancel)
        {
            foreach (var below in await db.Bodies.Where(body => body.Parent == ended.Id || body.GuidedBy == ended.Id || body.CompetentOffice == ended.Id).ToListAsync(cancel))
            {
                if (below.Id == ended.Id || !below.IsActive)
                    continue;
                BodyId? Moved(BodyId? above) => above != ended.Id ? above : below.Id == successor ? null : successor;
                below.Place(Moved(below.Parent), Moved(below.GuidedBy), Moved(below.CompetentOffice));
                ledger.Record(Act.PlaceBody, by, below, new { because = ended.Key });
            }
        }

        /// <summary>Saves; that somebody else was quicker by a moment is said as if it had been by an hour.</summary>
        public async Task SaveSeen(IRecordable what, CancellationToken cancel)
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
