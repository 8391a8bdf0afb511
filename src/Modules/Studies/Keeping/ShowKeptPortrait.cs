using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Coverage;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Keeping;

/// <summary>Lays out the portrait of a campaign whose answers are destroyed: its closing edition, or what was kept before there were editions.</summary>
internal static class ShowKeptPortrait
{
    public static async Task RunAsync(DiapasonDb db, StudyShelf shelf, (CampaignFacts Facts, Publication Published) campaign, bool isCurrent, CancellationToken cancel)
    {
        var facts = campaign.Facts;
        if (shelf.Find(facts.Id) is { IsFinal: true } shown && shown.Campaign == facts)
        {
            if (isCurrent) shelf.MakeCurrent(facts.Id);
            return;
        }

        if (await FindAsync(db, campaign, cancel) is { } state) shelf.Put(state, isCurrent);
        else shelf.Remove(facts.Id);
    }

    private static async Task<StudyState?> FindAsync(DiapasonDb db, (CampaignFacts Facts, Publication Published) campaign, CancellationToken cancel)
    {
        var (facts, published) = campaign;
        if (published.Portrait is { } last) return new StudyState(facts, published.Received, last, FieldCoverage.None) { Editions = published.Editions, IsClosed = published.IsClosed };
        var kept = await db.EveryCouncil<KeptPortrait>().AsNoTracking().FirstOrDefaultAsync(p => p.CampaignId == facts.Id.Value && p.CouncilId == facts.CouncilId, cancel);
        return kept is null ? null : new StudyState(facts, kept.Received, EarlierPortrait.Read(kept.Content), FieldCoverage.None) { IsClosed = true };
    }
}
