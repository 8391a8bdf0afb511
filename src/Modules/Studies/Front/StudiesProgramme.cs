using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;
using Diapason.Studies.Following;

namespace Diapason.Studies.Front;

/// <summary>The portrait of the consultation under way, or of the last one, and where the older ones are. It never waits for a computation: the masthead asks for it.</summary>
internal sealed class StudiesProgramme(StudyShelf shelf, ICampaigns campaigns, CurrentCouncil council, Texts<StudiesModule> texts) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel)
    {
        if (await campaigns.LatestAsync(council.Id, cancel) is not { } campaign) return [];
        var current = Current(campaign);
        var all = shelf.All(council.Id).Count;
        return all > 1 ? [current, All(all)] : [current];
    }

    private ProgrammeLine Current(CampaignFacts campaign) => new()
    {
        Door = PublicDoor.Understand,
        Title = texts["programme.title"],
        Text = texts["programme.text", campaign.Title.Here],
        Link = StudiesLinks.Portrait,
        When = texts["programme.when"],
        Poster = new ProgrammePoster(PosterTone.Encounter, texts["programme.poster"], texts["programme.poster_text"], texts["programme.poster_when"]),
    };

    private ProgrammeLine All(int portraits) => new()
    {
        Door = PublicDoor.Understand,
        Title = texts["portraits.title"],
        Text = texts["portraits.intro"],
        Link = StudiesLinks.Portraits,
        When = texts["programme.all_when", portraits],
    };
}
