using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Diapason.Consultations.Invitations;

/// <summary>
/// Sends the mails of waves under way, a few at each run. A person is taken by one conditional update before their mail is handed over: whoever stops in between, or
/// runs beside, sends nothing twice. A mail that was perhaps taken counts as sent, since two reminders anger where a missing one is mended by the next wave.
/// </summary>
internal sealed class SendInvitations(DiapasonDb db, IDbContextFactory<DiapasonDb> databases, CampaignDirectory campaigns, CouncilDirectory councils, InvitationAddresses addresses, AddressHashes hashes, Mailer mailer, IConfiguration configuration, TimeProvider clock) : IJob
{
    private const int RunsInAMinute = 6;
    private const int DefaultPerMinute = 120;

    /// <summary>After so many « later », the address is taken as one that no mail reaches.</summary>
    internal const int MostAttempts = 6;

    public string Name => "consultations.send-invitations";

    public string TextKey => "job.send_invitations";

    public TimeSpan Every => TimeSpan.FromMinutes(1) / RunsInAMinute;

    public async Task RunAsync(CancellationToken cancel)
    {
        var perMinute = int.TryParse(configuration["Diapason:Mail:PerMinute"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set > 0 ? set : DefaultPerMinute;
        var left = Math.Max(1, perMinute / RunsInAMinute);
        var waves = await db.EveryCouncil<InvitationWave>().AsNoTracking().Where(w => !w.IsDone).OrderBy(w => w.StartedOn).ToListAsync(cancel);
        foreach (var wave in waves)
        {
            if (left == 0) break;
            await using var ours = await databases.OfCouncilAsync(wave.CouncilId, cancel);
            left -= await SendAsync(ours, wave, left, cancel);
        }
    }

    private async Task<int> SendAsync(DiapasonDb ours, InvitationWave wave, int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var campaign = await campaigns.FindAsync(wave.CouncilId, new CampaignId(wave.CampaignId), cancel);
        var council = await councils.FindAsync(wave.CouncilId, cancel);
        var people = InvitationLists.For(ours.Set<Invitation>().AsNoTracking(), wave.CampaignId, wave.Kind).Where(i => i.Wave < wave.Number);
        var isOver = campaign is null || council is null || campaign.StateAt(now) == CampaignState.Closed;
        List<Invitation> due = isOver || campaign!.StateAt(now) != CampaignState.Open ? [] : await people.Where(i => i.NextAttemptAt == null || i.NextAttemptAt <= now).OrderBy(i => i.Id).Take(most).ToListAsync(cancel);
        var seals = await hashes.OfAsync(wave.CouncilId, cancel);
        foreach (var person in due) await SendAsync(ours, (wave, campaign!, council!, seals), person, cancel);
        if (isOver || !await people.AnyAsync(cancel))
            await ours.Set<InvitationWave>().Where(w => w.CampaignId == wave.CampaignId && w.Number == wave.Number).ExecuteUpdateAsync(set => set.SetProperty(w => w.IsDone, true), cancel);
        return due.Count;
    }

    private async Task SendAsync(DiapasonDb ours, (InvitationWave Wave, CampaignFacts Campaign, Council Council, AddressHasher Seals) of, Invitation person, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var token = InvitationToken.New();
        if (!await TakeAsync(ours, of.Wave, person, token, cancel)) return;
        var link = addresses.Link(of.Wave.Address, person.Language, of.Campaign.Slug, token);
        var unsubscribe = addresses.Unsubscribe(of.Wave.Address, person.Language, of.Campaign.Slug, of.Seals.Seal(person.AddressHash));
        var letter = InvitationMail.Write(new(of.Wave.Kind, of.Wave.Subject, of.Wave.Body), of.Campaign, of.Council, new(person.Email, person.Name, person.Language, link, unsubscribe));
        // What is taken is ended, even when the program stops meanwhile.
        var fate = await mailer.TryAsync(letter, CancellationToken.None);
        if (fate is MailFate.Later or MailFate.Away) await GiveBackAsync(ours, of.Wave, person, (token, fate == MailFate.Later), CancellationToken.None);
        if (fate == MailFate.Refused) await RefuseAsync(ours, of.Wave, person, CancellationToken.None);
        if (fate is MailFate.Away or MailFate.Unknown) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
    }

    /// <summary>False when somebody else has it, or when they have answered or refused since.</summary>
    private async Task<bool> TakeAsync(DiapasonDb ours, InvitationWave wave, Invitation person, string token, CancellationToken cancel)
    {
        var today = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        await using var transaction = await ours.Database.BeginTransactionAsync(cancel);
        var taken = await ours.Set<Invitation>().Where(i => i.Id == person.Id && i.State == person.State && i.Wave == person.Wave)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.Sent).SetProperty(i => i.Wave, wave.Number).SetProperty(i => i.SentOn, today).SetProperty(i => i.NextAttemptAt, (DateTime?)null), cancel);
        if (taken == 0) return false;
        ours.Add(new InvitationLink { Hash = InvitationToken.Hash(token), CouncilId = person.CouncilId, InvitationId = person.Id });
        await ours.SaveChangesAsync(cancel);
        await Row(ours, wave).ExecuteUpdateAsync(set => set.SetProperty(w => w.Sent, w => w.Sent + 1), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static IQueryable<InvitationWave> Row(DiapasonDb ours, InvitationWave wave) => ours.Set<InvitationWave>().Where(w => w.CampaignId == wave.CampaignId && w.Number == wave.Number);

    private static async Task RefuseAsync(DiapasonDb ours, InvitationWave wave, Invitation person, CancellationToken cancel)
    {
        await using var transaction = await ours.Database.BeginTransactionAsync(cancel);
        await ours.Set<Invitation>().Where(i => i.Id == person.Id && i.State == InvitationState.Sent).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.Bounced), cancel);
        await Row(ours, wave).ExecuteUpdateAsync(set => set.SetProperty(w => w.Sent, w => w.Sent - 1).SetProperty(w => w.Refused, w => w.Refused + 1), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>As it was before, to be tried again: after 2, 4, 8… minutes when the server said so, at once when there was none.</summary>
    private async Task GiveBackAsync(DiapasonDb ours, InvitationWave wave, Invitation person, (string Token, bool IsCounted) of, CancellationToken cancel)
    {
        var (token, isCounted) = of;
        await using var transaction = await ours.Database.BeginTransactionAsync(cancel);
        var hash = InvitationToken.Hash(token);
        await ours.Set<InvitationLink>().Where(l => l.Hash == hash).ExecuteDeleteAsync(cancel);
        var attempts = person.Attempts + (isCounted ? 1 : 0);
        var next = isCounted ? clock.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1 << attempts) : (DateTime?)null;
        var state = attempts >= MostAttempts ? InvitationState.Bounced : person.State;
        await ours.Set<Invitation>().Where(i => i.Id == person.Id && i.State == InvitationState.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, state).SetProperty(i => i.Wave, person.Wave).SetProperty(i => i.SentOn, person.SentOn).SetProperty(i => i.Attempts, attempts).SetProperty(i => i.NextAttemptAt, next), cancel);
        var isRefused = state == InvitationState.Bounced ? 1 : 0;
        await Row(ours, wave).ExecuteUpdateAsync(set => set.SetProperty(w => w.Sent, w => w.Sent - 1).SetProperty(w => w.Refused, w => w.Refused + isRefused), cancel);
        await transaction.CommitAsync(cancel);
    }
}
