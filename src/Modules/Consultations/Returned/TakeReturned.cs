using System.Text;
using System.Text.RegularExpressions;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Returned;

/// <summary>What a notice changed.</summary>
internal enum ReturnedResult
{
    /// <summary>Nobody writes to this address any more.</summary>
    Refused,

    /// <summary>The next sending takes this person again.</summary>
    ToSendAgain,

    /// <summary>The server still tries, or it arrived: nothing changes.</summary>
    Waiting,

    /// <summary>It was read before, or its person has answered, refused or been written to since.</summary>
    Known,

    /// <summary>It speaks of no mail of this council, or of somebody whose address is gone.</summary>
    Elsewhere,
}

/// <summary>
/// Reads one notice that a mail came back. The mail it brings back holds a seal that only the council could make, by which the person is known whatever became of the
/// address on the way; where the seal is missing, the address is believed from a member of staff alone.
/// </summary>
internal sealed partial class TakeReturned(IDbContextFactory<DiapasonDb> databases, AddressHashes hashes, CampaignDirectory campaigns, TimeProvider clock)
{
    /// <summary>After so many mails that came back for a reason that may pass, it does not.</summary>
    public const int MostReturns = 3;

    /// <summary>Clocks of two servers agree to this.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <param name="council">Whose.</param>
    /// <param name="asked">The campaign of the page where a member of staff brought it; null for one that came by itself.</param>
    /// <param name="notice">The whole notice, and what it says.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ReturnedResult> RunAsync(Guid council, CampaignFacts? asked, (byte[] Bytes, DeliveryReport Report) notice, CancellationToken cancel)
    {
        var report = notice.Report;
        var seals = await hashes.OfAsync(council, cancel);
        await using var ours = await databases.OfCouncilAsync(council, cancel);
        if (await FindAsync(ours, (council, asked, seals), report, cancel) is not var (person, fate)) return ReturnedResult.Elsewhere;
        var today = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        await using var transaction = await ours.Database.BeginTransactionAsync(cancel);
        var hash = seals.HashOf(notice.Bytes);
        ours.Add(new ReturnedMail { CouncilId = council, Hash = hash, ReadOn = today });
        try
        {
            await ours.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(cancel);
            if (!await ours.Set<ReturnedMail>().AnyAsync(m => m.Hash == hash, cancel)) throw;
            return ReturnedResult.Known;
        }

        var result = fate is DeliveryFate.Failed or DeliveryFate.GivenUp ? await ChangeOnceAsync(ours, person, new ReturnedMail { CouncilId = council, Hash = seals.HashOf(Encoding.UTF8.GetBytes($"{person.Id:N} {person.Wave}")), ReadOn = today }, (report, fate), cancel)
            : ReturnedResult.Waiting;
        await transaction.CommitAsync(cancel);
        return result;
    }

    private async Task<(Invitation Person, DeliveryFate Fate)?> FindAsync(DiapasonDb ours, (Guid Council, CampaignFacts? Asked, AddressHasher Seals) of, DeliveryReport report, CancellationToken cancel)
    {
        var people = ours.Set<Invitation>().AsNoTracking();
        if (report.Unsubscribe is { } address && Sealed().Match(address) is { Success: true } read && of.Seals.Open(read.Groups["seal"].Value) is { } hash)
        {
            if (await campaigns.FindAsync(of.Council, read.Groups["slug"].Value, cancel) is not { } campaign) return null;
            return await people.SingleOrDefaultAsync(i => i.CampaignId == campaign.Facts.Id.Value && i.AddressHash == hash, cancel) is { } one ? (one, report.People[0].Fate) : null;
        }

        if (of.Asked is not { } asked) return null;
        foreach (var reported in report.People)
        {
            foreach (var own in reported.Addresses.Select(of.Seals.Hash))
                if (await people.SingleOrDefaultAsync(i => i.CampaignId == asked.Id.Value && i.AddressHash == own, cancel) is { } one) return (one, reported.Fate);
        }

        return null;
    }

    /// <summary>One mail that came back changes something once, in whatever form its notice is copied, saved or pasted.</summary>
    private static async Task<ReturnedResult> ChangeOnceAsync(DiapasonDb ours, Invitation person, ReturnedMail once, (DeliveryReport Report, DeliveryFate Fate) said, CancellationToken cancel)
    {
        if (await ours.Set<ReturnedMail>().AnyAsync(m => m.Hash == once.Hash, cancel)) return ReturnedResult.Known;
        var result = await ChangeAsync(ours, person, said, cancel);
        if (result == ReturnedResult.Known) return result;
        ours.Add(once);
        await ours.SaveChangesAsync(cancel);
        return result;
    }

    private static async Task<ReturnedResult> ChangeAsync(DiapasonDb ours, Invitation person, (DeliveryReport Report, DeliveryFate Fate) said, CancellationToken cancel)
    {
        // A notice about a mail of before the last one: that one may have arrived.
        if (person.State != InvitationState.Sent || (said.Report.Arrived is { } arrived && CampaignDays.DayOf((arrived + Slack).UtcDateTime) < person.SentOn)) return ReturnedResult.Known;
        var wave = ours.Set<InvitationWave>().Where(w => w.CampaignId == person.CampaignId && w.Number == person.Wave);
        var kind = await wave.Select(w => w.Kind).SingleOrDefaultAsync(cancel);
        var returns = person.Returns + 1;
        var isOver = said.Fate == DeliveryFate.Failed || returns >= MostReturns;
        // Who had a reminder is taken by the next one, who had an invitation is invited again.
        var state = isOver ? InvitationState.Bounced : kind == MailKind.Reminder ? InvitationState.Sent : InvitationState.ToSend;
        var changed = await ours.Set<Invitation>().Where(i => i.Id == person.Id && i.State == InvitationState.Sent && i.Wave == person.Wave)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, state).SetProperty(i => i.Returns, returns).SetProperty(i => i.NextAttemptAt, (DateTime?)null), cancel);
        if (changed == 0) return ReturnedResult.Known;
        var again = isOver ? 0 : 1;
        await wave.ExecuteUpdateAsync(set => set.SetProperty(w => w.Returned, w => w.Returned + 1).SetProperty(w => w.ToSendAgain, w => w.ToSendAgain + again), cancel);
        return isOver ? ReturnedResult.Refused : ReturnedResult.ToSendAgain;
    }

    [GeneratedRegex("/consultation/(?<slug>[a-z0-9-]{1,100})/unsubscribe/(?<seal>[0-9a-f]{96})$", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Sealed();
}
