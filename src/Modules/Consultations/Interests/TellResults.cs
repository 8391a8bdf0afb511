using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Mail;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Interests;

/// <summary>Once the last figures of a campaign are published, writes to those who wanted them, a few at each run and each once: a person is taken before their mail is handed over.</summary>
internal sealed class TellResults(DiapasonDb db, IDbContextFactory<DiapasonDb> databases, CampaignDirectory campaigns, CouncilDirectory councils, InvitationAddresses addresses, AddressHashes hashes, WaitingInterests waiting, ModuleCatalog modules, Mailer mailer, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int Most = 60;

    public string Name => "consultations.tell-results";

    public string TextKey => "job.tell_results";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var id in await db.EveryCouncil<Data.Campaign>().Where(c => c.ClosedAt != null).Select(c => c.Id).ToListAsync(cancel))
        {
            // What waited for ten waits no longer once nobody answers.
            if (await campaigns.FindLiveAsync(new CampaignId(id), cancel) is { } closed) await waiting.WriteAsync(closed.Facts, 1, cancel);
        }

        foreach (var id in await db.EveryCouncil<Interest>().Where(i => i.ToldOn == null).Select(i => i.CampaignId).Distinct().ToListAsync(cancel))
            if (await campaigns.FindLiveAsync(new CampaignId(id), cancel) is { } campaign && await AreFinalAsync(campaign.Facts, cancel)) await TellAsync(campaign.Facts, cancel);
    }

    private async Task<bool> AreFinalAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(await councils.FindAsync(campaign.CouncilId, cancel));
        return await OpenCampaign.AreFinalAsync(scope.ServiceProvider.GetServices<IKeepFigures>(), campaign, cancel);
    }

    private async Task TellAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        if (await councils.FindAsync(campaign.CouncilId, cancel) is not { } council || !mailer.CanSend) return;
        await using var ours = await databases.OfCouncilAsync(campaign.CouncilId, cancel);
        var seals = await hashes.OfAsync(campaign.CouncilId, cancel);
        var results = modules.Door(Door.Portrait)?.With("campaign", campaign.Slug) ?? ConsultationsLinks.Start(campaign.Slug);
        var today = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        foreach (var person in await ours.Set<Interest>().AsNoTracking().Where(i => i.CampaignId == campaign.Id.Value && i.ToldOn == null).OrderBy(i => i.Id).Take(Most).ToListAsync(cancel))
        {
            if (await ours.Set<Interest>().Where(i => i.Id == person.Id && i.ToldOn == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.ToldOn, today), cancel) == 0) continue;
            var unsubscribe = addresses.Unsubscribe(person.Head, person.Language, campaign.Slug, seals.Seal(person.AddressHash));
            var fate = await mailer.TryAsync(InterestMail.Tell(campaign, council, person, (addresses.Of(person.Head, person.Language, results), unsubscribe)), CancellationToken.None);
            if (fate is not (MailFate.Later or MailFate.Away)) continue;
            await ours.Set<Interest>().Where(i => i.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.ToldOn, (DateOnly?)null), CancellationToken.None);
            if (fate == MailFate.Away) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
        }
    }
}
