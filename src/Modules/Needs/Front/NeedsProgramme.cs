using System.Collections.Concurrent;
using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Needs.Front;

/// <summary>The way from a need to its next steps, for a council that has an offer.</summary>
internal sealed class NeedsProgramme(ReferenceLibrary library, KnownCouncils known, CurrentCouncil council, Texts<NeedsModule> texts) : IProgramme
{
    public async ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel)
    {
        // An offer is replaced, never taken away: once seen, it is not asked for at each page.
        if (!known.WithOffer.ContainsKey(council.Id))
        {
            if (await library.FindAsync(council.Id, cancel) is null) return [];
            known.WithOffer[council.Id] = true;
        }

        return
        [
            new ProgrammeLine
            {
                Door = PublicDoor.Advance,
                Title = texts["programme.title"],
                Text = council.Settings.Words.NextSteps.Or(texts["programme.text"]),
                Link = NeedsLinks.Start,
                When = texts["programme.when"],
                Poster = new ProgrammePoster(PosterTone.Training, texts["programme.poster"], texts["programme.poster_text"], texts["programme.poster_when"]),
            },
        ];
    }
}

/// <summary>The councils known to have an offer.</summary>
internal sealed class KnownCouncils
{
    public ConcurrentDictionary<Guid, bool> WithOffer { get; } = new();
}
