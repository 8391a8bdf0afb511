using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Publishing;

/// <summary>What a night leaves behind, besides its editions.</summary>
internal sealed record KeptNight(AnsweredPeople People, NightCall Call);

/// <summary>Editions and what they need, in the database: who is at work, what was decided, what was published.</summary>
internal sealed class PublicationStore(DiapasonDb db, NoiseSecrets secrets, TimeProvider clock)
{
    /// <summary>Longer than any night takes; a machine that dies loses it by itself.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The campaign's publication, begun if it is new.</summary>
    public async Task<StoredPublication> EnsureAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        if (await FindAsync(campaign, cancel) is { } known) return known;
        db.Add(new StoredPublication { CampaignId = campaign.Id.Value, CouncilId = campaign.CouncilId, Secret = secrets.New(campaign), RowStates = "[]" });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another machine began it.
            db.ChangeTracker.Clear();
        }

        return await FindAsync(campaign, cancel) ?? throw new InvalidOperationException("A publication just begun is not there.");
    }

    /// <summary>One conditional update is the whole lock; what was read before is read again under it.</summary>
    public async Task<bool> TakeAsync(StoredPublication publication, CancellationToken cancel)
    {
        var (now, until) = (Now, Now + Lease);
        // Later than anybody could hold it: written while the clock was wrong.
        var never = until + Lease;
        var taken = await Rows(publication).Where(p => p.HeldUntil == null || p.HeldUntil < now || p.HeldUntil > never)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.HeldUntil, until), cancel);
        await db.Entry(publication).ReloadAsync(cancel);
        return taken == 1;
    }

    public Task GiveBackAsync(StoredPublication publication) =>
        Rows(publication).ExecuteUpdateAsync(set => set.SetProperty(p => p.HeldUntil, (DateTime?)null), CancellationToken.None);

    public Task FailAsync(StoredPublication publication) =>
        Rows(publication).ExecuteUpdateAsync(set => set.SetProperty(p => p.HasFailed, true).SetProperty(p => p.Stamp, p => p.Stamp + 1), CancellationToken.None);

    public async Task<Portrait?> LatestAsync(StoredPublication publication, CancellationToken cancel)
    {
        var content = await Editions(publication).Where(e => e.Number == publication.Number).Select(e => e.Content).FirstOrDefaultAsync(cancel);
        return content is null ? null : PortraitJson.Read(content);
    }

    /// <summary>Editions and memory in one transaction. With the closing edition the secret goes: nobody draws or undoes the noise after.</summary>
    public async Task KeepAsync(StoredPublication publication, PublicationNights nights, KeptNight night, CancellationToken cancel)
    {
        foreach (var (portrait, spent) in nights.Made.Zip(nights.Spent))
            db.Add(new StoredEdition { CampaignId = publication.CampaignId, CouncilId = publication.CouncilId, Number = portrait.Edition, Day = portrait.Day, Content = PortraitJson.Write(portrait), Spent = StudiesJson.Write(spent) });
        (publication.Number, publication.RowStates, publication.HasFailed) = (nights.Number, StudiesJson.Write(nights.Rows), false);
        publication.Excess = nights.Excess.Count == 0 ? null : StudiesJson.Write(nights.Excess);
        publication.Stamp++;
        if (night.Call.Call != PublicationCall.Asked || publication.LastNight is null)
        {
            (publication.Nights, publication.ClosedNights, publication.LastNight) = (nights.Nights, nights.ClosedNights, night.Call.Today);
            publication.Received = night.People.All.Rows;
        }

        if (nights.IsClosed) (publication.IsClosed, publication.Secret) = (true, null);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Forgets the editions of invented answers that a kit replaced.</summary>
    public async Task StartAgainAsync(StoredPublication publication, CancellationToken cancel)
    {
        await Editions(publication).ExecuteDeleteAsync(cancel);
        (publication.Number, publication.Nights, publication.LastNight, publication.ClosedNights, publication.RowStates) = (0, 0, null, 0, "[]");
        await db.SaveChangesAsync(cancel);
    }

    public Task<StoredPublication?> FindAsync(CampaignFacts campaign, CancellationToken cancel) =>
        db.EveryCouncil<StoredPublication>().FirstOrDefaultAsync(p => p.CampaignId == campaign.Id.Value && p.CouncilId == campaign.CouncilId, cancel);

    private IQueryable<StoredPublication> Rows(StoredPublication publication) =>
        db.EveryCouncil<StoredPublication>().Where(p => p.CampaignId == publication.CampaignId && p.CouncilId == publication.CouncilId);

    private IQueryable<StoredEdition> Editions(StoredPublication publication) =>
        db.EveryCouncil<StoredEdition>().Where(e => e.CampaignId == publication.CampaignId && e.CouncilId == publication.CouncilId);
}
