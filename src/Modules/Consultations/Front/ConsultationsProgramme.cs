using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Consultations.Front;

/// <summary>The consultations one can answer now.</summary>
internal sealed class ConsultationsProgramme(ICampaigns campaigns, CurrentCouncil council, Texts<ConsultationsModule> texts, TimeProvider clock) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. (await campaigns.AllAsync(council.Id, cancel)).Where(c => c.StateAt(now) == CampaignState.Open).Select(Line)];
    }

    private ProgrammeLine Line(CampaignFacts campaign)
    {
        var when = campaign.ClosesAt is { } closes ? texts["programme.until", LocalDates.LastDay(closes)] : texts["programme.open"];
        return new ProgrammeLine
        {
            Door = PublicDoor.Participate,
            Title = campaign.Title.Here,
            Text = campaign.Purpose.Here,
            Link = ConsultationsLinks.Start(campaign.Slug),
            When = when,
            Until = campaign.ClosesAt,
            Place = campaign.Place,
            Poster = new ProgrammePoster(PosterTone.Consultation, campaign.Title.Here, council.Settings.Words.Invitation.Or(texts["programme.invitation"]), when),
        };
    }
}
