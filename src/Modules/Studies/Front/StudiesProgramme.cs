using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;

namespace Diapason.Studies.Front;

/// <summary>The portrait of the consultation under way, or of the last one. It never waits for a computation: the masthead asks for it.</summary>
internal sealed class StudiesProgramme(ICampaigns campaigns, CurrentCouncil council, Texts<StudiesModule> texts) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel) =>
        await campaigns.LatestAsync(council.Id, cancel) is not { } campaign ? [] :
        [
            new ProgrammeLine
            {
                Door = PublicDoor.Understand,
                Title = texts["programme.title"],
                Text = texts["programme.text", campaign.Title.Here],
                Link = StudiesLinks.Portrait,
                When = texts["programme.when"],
                Poster = new ProgrammePoster(PosterTone.Encounter, texts["programme.poster"], texts["programme.poster_text"], texts["programme.poster_when"]),
            },
        ];
}
