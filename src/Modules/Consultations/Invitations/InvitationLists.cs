using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>What a campaign's list holds, counted.</summary>
internal sealed record InvitationCounts(int ToSend, int Sent, int Bounced, int Unsubscribed, int Answered)
{
    public int All { get; init; }

    /// <summary>Who got a mail and has not answered, as far as the number of answers says.</summary>
    public int Left => Math.Max(0, Sent - Answered);
}

/// <summary>Reads the list of a campaign.</summary>
internal static class InvitationLists
{
    public static async Task<InvitationList> EnsureAsync(DiapasonDb db, Guid campaignId, Guid councilId, CancellationToken cancel)
    {
        if (await db.Set<InvitationList>().SingleOrDefaultAsync(l => l.CampaignId == campaignId, cancel) is { } known) return known;
        var list = new InvitationList { CampaignId = campaignId, CouncilId = councilId };
        db.Add(list);
        return list;
    }

    /// <summary>Answered is the number of links that have served: to the ten below in a confidential campaign, where a number that moves by one tells when somebody answered.</summary>
    public static async Task<InvitationCounts> CountAsync(DiapasonDb db, CampaignFacts campaign, CancellationToken cancel)
    {
        var campaignId = campaign.Id.Value;
        var states = await db.Set<Invitation>().Where(i => i.CampaignId == campaignId).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        int Of(InvitationState state) => states.GetValueOrDefault(state);
        var answered = await db.Set<SpentLink>().CountAsync(s => s.CampaignId == campaignId, cancel);
        if (campaign.Anonymity == Anonymity.Confidential) answered = answered / Tray.Least * Tray.Least;
        return new(Of(InvitationState.ToSend), Of(InvitationState.Sent) + Of(InvitationState.Used), Of(InvitationState.Bounced), Of(InvitationState.Unsubscribed), answered) { All = states.Values.Sum() };
    }

    /// <summary>Mails of the wave under way that have not left.</summary>
    public static async Task<int> UnderWayAsync(DiapasonDb db, Guid campaignId, CancellationToken cancel)
    {
        var left = 0;
        foreach (var wave in await db.Set<InvitationWave>().AsNoTracking().Where(w => w.CampaignId == campaignId && !w.IsDone).ToListAsync(cancel))
            left += await For(db.Set<Invitation>(), campaignId, wave.Kind).CountAsync(i => i.Wave < wave.Number, cancel);
        return left;
    }

    /// <summary>Those a wave of this kind would write to.</summary>
    public static IQueryable<Invitation> For(IQueryable<Invitation> invitations, Guid campaignId, MailKind kind) => kind == MailKind.Invitation
        ? invitations.Where(i => i.CampaignId == campaignId && i.State == InvitationState.ToSend)
        : invitations.Where(i => i.CampaignId == campaignId && i.State == InvitationState.Sent);
}
