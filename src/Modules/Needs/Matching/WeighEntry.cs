using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>Decides whether an entry concerns a person, and how much.</summary>
internal sealed class WeighEntry(NeedsReference reference)
{
    private const int LongMinutes = 240;

    // On one scale with the weights of needs.
    private const int OtherNeedsShare = 4;
    private const int MadeForTask = 18;
    private const int EasesObstacle = 12;
    private const int EasesAtHand = 20;
    private const int LevelUnsaid = 10;
    private const int MadeForSegment = 4;
    private const int WithoutAiIsTrue = 60;
    private const int WithoutAiMayDo = 25;
    private const int PerPhase = 8;
    private const int PerPhaseWithoutBasics = 40;
    private const int TimeOrMoney = 10;
    private static readonly int[] SpeaksOfIt = [36, 24, 16, 8];

    /// <summary>Null when the entry is not for this person.</summary>
    public Candidate? Candidate(OfferEntry entry, Profile profile, IReadOnlyList<WeighedNeed> needs)
    {
        var task = TaskOf(entry, profile);
        if (!Suits(entry, profile, task)) return null;
        var served = needs.Where(n => entry.Develops.Any(d => d.Competency == n.Need.Competency && IsAtLevel(d, entry, profile))).ToList();
        var withoutAi = entry.Kind == OfferKind.NoAi && (task is not null || WantsNoAi(profile));
        var isCalledFor = served.Count > 0 || withoutAi || EasesWhatWasSaid(entry, profile, task) || IsAskedFor(entry, profile);
        if (!isCalledFor && !profile.Answering.Contains(entry.Code)) return null;
        var weight = (served.Count > 0 ? served[0].Weight + (served.Skip(1).Sum(n => n.Weight) / OtherNeedsShare) : 0)
            + (task is null ? 0 : MadeForTask)
            + (entry.Answers.Contains(profile.Obstacle ?? "") ? EasesObstacle : 0)
            + (IsMadeForSegment(entry.Suits, profile) ? MadeForSegment : 0)
            + (!withoutAi ? 0 : WantsNoAi(profile) || IsKeptAtHand(task, profile) ? WithoutAiIsTrue : WithoutAiMayDo)
            + (isCalledFor && served.Count == 0 && !withoutAi && task is not null ? EasesAtHand : 0)
            - (served.Count > 0 && profile.Positions[served[0].Need.Competency].IsUnsaid && !entry.Develops.Any(d => d.Competency == served[0].Need.Competency && d.From == 0) ? LevelUnsaid : 0)
            + ForTimeAndMoney(entry, profile)
            + ForWords(entry, profile)
            - PhaseCost(entry, needs);
        return new Candidate(entry, served.Count > 0 ? served[0] : null, task, withoutAi, weight) { IsBeside = !isCalledFor };
    }

    /// <summary>
    /// Of those that ease the obstacle the person named, the one that does it best: made for such a person, then for the task at hand, then for a need,
    /// then naming this obstacle before others.
    /// Null when they named none; lack of time or money is eased by short or free steps, not by one of them.
    /// </summary>
    public Candidate? Lead(IEnumerable<Candidate> candidates, Profile profile) =>
        reference.Framework.Obstacle(profile.Obstacle) is not { Means: ObstacleMeaning.Other, Code: var obstacle } ? null : candidates
            .Where(c => c.Entry.Answers.Contains(obstacle))
            .OrderByDescending(c => IsMadeForSegment(c.Entry.Suits, profile))
            .ThenByDescending(c => c.Task is not null && c.Task == profile.Task)
            .ThenByDescending(c => c.Need is not null)
            .ThenBy(c => c.Entry.Answers.TakeWhile(code => code != obstacle).Count())
            .ThenByDescending(c => c.Weight)
            .ThenBy(c => c.Entry.Code, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>
    /// Of those that answer a person's own words: for who wants to go on without, what is made for that; else what they ask for; else, among those that speak of it and develop one of the two competencies it calls
    /// for first, the heaviest; failing which, the heaviest for the first.
    /// </summary>
    public static Candidate? LeadOfWords(IReadOnlyCollection<Candidate> candidates, Profile profile)
    {
        var heaviest = candidates.OrderByDescending(c => c.Weight).ThenBy(c => c.Entry.Code, StringComparer.Ordinal).ToList();
        return (profile.WantsWithout ? heaviest.Find(c => c.IsWithoutAi) : null)
            ?? heaviest.Find(c => !c.IsWithoutAi && IsAskedFor(c.Entry, profile))
            ?? heaviest.Find(c => !c.IsWithoutAi && profile.Answering.Contains(c.Entry.Code) && c.Entry.Develops.Any(d => profile.Called.Take(2).Contains(d.Competency)))
            ?? heaviest.Find(c => !c.IsWithoutAi && c.Need is not null && profile.Called is [var first, ..] && c.Need.Need.Competency == first);
    }

    /// <summary>
    /// It is closer to what was said than any other, and serves one of the two competencies that calls for first: it answers the sentence, whatever the person is, and wherever they stand.
    /// </summary>
    private static bool IsAskedFor(OfferEntry entry, Profile profile) =>
        profile.Asked == entry.Code && !entry.IsForTeam && entry.Develops.Any(d => profile.Called.Take(2).Contains(d.Competency));

    /// <summary>Who did not say where they stand is led to what starts from nothing, or speaks of what they said.</summary>
    private static bool IsAtLevel(Development development, OfferEntry entry, Profile profile)
    {
        if (IsAskedFor(entry, profile)) return true;
        var position = profile.Positions[development.Competency];
        return position.IsUnsaid
            ? development.From == 0 || (development.From <= position.Level && profile.Answering.Contains(entry.Code))
            : development.Serves(development.Competency, position.Level);
    }

    private static int ForWords(OfferEntry entry, Profile profile)
    {
        for (var i = 0; i < SpeaksOfIt.Length && i < profile.Answering.Count; i++)
            if (profile.Answering[i] == entry.Code) return SpeaksOfIt[i];
        return 0;
    }

    /// <summary>The task of the person that the entry is made for: the one at hand, or one they sorted in the pile that calls for such an entry.</summary>
    private static string? TaskOf(OfferEntry entry, Profile profile) =>
        entry.Tasks.FirstOrDefault(t => t == profile.Task)
        ?? entry.Tasks.FirstOrDefault(t => profile.Piles.TryGetValue(t, out var pile)
            && (entry.Kind == OfferKind.NoAi ? pile is TaskPile.Keep or TaskPile.Human : pile == TaskPile.Hand))
        ?? entry.Tasks.FirstOrDefault(t => entry.Kind != OfferKind.NoAi && profile.Does.Contains(t) && !profile.Piles.ContainsKey(t));

    /// <summary>
    /// What holds a person back is answered even when it leads to no level they were found to lack: by what is made for the task at hand, or by what
    /// is about competencies they were not asked about.
    /// </summary>
    private bool EasesWhatWasSaid(OfferEntry entry, Profile profile, string? task) =>
        entry.Kind != OfferKind.NoAi && entry.Answers.Contains(profile.Obstacle ?? "") && reference.Framework.IsHeldBackBy(ObstacleMeaning.Other, profile.Obstacle)
        && ((task is not null && task == profile.Task) || !entry.Develops.Any(d => profile.Positions.ContainsKey(d.Competency)));

    /// <summary>
    /// Status, region and discipline must agree, and nobody alone, nor who said nothing of it in their own words, is sent to gather a team; of the link, the role, the task and the goal, one is enough. Tasks and
    /// goals are never guessed.
    /// </summary>
    private bool Suits(OfferEntry entry, Profile profile, string? task)
    {
        var suits = entry.Suits;
        if (suits.Statuses.Count > 0 && !AgreesOrUnknown(suits.Statuses, profile.Status) && !IsAskedFor(entry, profile)) return false;
        if (suits.Regions.Count > 0 && !AgreesOrUnknown(suits.Regions, profile.Region)) return false;
        if (suits.Disciplines.Count > 0 && !AgreesOrUnknown(suits.Disciplines, profile.Discipline)) return false;
        if (entry.IsForUsers && profile.NeverUses) return false;
        if (entry.IsForTeam && (reference.Framework.IsAlone(profile.Status) || (profile.Status is null && profile.Heard == NeedOrigin.OwnWords))) return false;
        return suits.IsForEveryone || task is not null || suits.Goals.Contains(profile.Goal ?? "") || IsTheirWork(entry, profile);
    }

    /// <summary>Their link or their role is among those it is made for. Who said neither may be; in one's own words, only when it speaks of what they said.</summary>
    private static bool IsTheirWork(OfferEntry entry, Profile profile)
    {
        var suits = entry.Suits;
        if (suits.Links.Contains(profile.Link ?? "") || suits.Roles.Contains(profile.Role ?? "")) return true;
        if (suits.Links.Count + suits.Roles.Count == 0 || (suits.Links.Count > 0 && profile.Link is not null) || (suits.Roles.Count > 0 && profile.Role is not null)) return false;
        return profile.Heard != NeedOrigin.OwnWords || profile.Answering.Contains(entry.Code);
    }

    private static bool AgreesOrUnknown(IReadOnlyList<string> wanted, string? said) => wanted.Count > 0 && (said is null || wanted.Contains(said));

    private static bool IsMadeForSegment(Audience suits, Profile profile) =>
        suits.Statuses.Contains(profile.Status ?? "") || suits.Links.Contains(profile.Link ?? "") || suits.Roles.Contains(profile.Role ?? "");

    /// <summary>It is the task at hand, and the field keeps it among people.</summary>
    private bool IsKeptAtHand(string? task, Profile profile) => task is not null && task == profile.Task && reference.Quick.Task.Option(task)?.Pile is TaskPile.Keep or TaskPile.Human;

    private bool WantsNoAi(Profile profile) => profile.WantsWithout || reference.Quick.Goal.Option(profile.Goal)?.WithoutAi == true;

    private int ForTimeAndMoney(OfferEntry entry, Profile profile) => reference.Framework.Obstacle(profile.Obstacle)?.Means switch
    {
        ObstacleMeaning.Time when entry.Minutes <= GiveReasons.ShortMinutes => TimeOrMoney,
        ObstacleMeaning.Time when entry.Minutes >= LongMinutes => -TimeOrMoney,
        ObstacleMeaning.Money when reference.Offer.IsFree(entry) => TimeOrMoney,
        ObstacleMeaning.Money when reference.Offer.IsAtFullPrice(entry) => -TimeOrMoney,
        _ => 0,
    };

    /// <summary>Earlier phases first; without the basics, what comes later waits.</summary>
    private static int PhaseCost(OfferEntry entry, IReadOnlyList<WeighedNeed> needs)
    {
        var withoutBasics = needs.Any(n => n.Competency.IsPrerequisite && n.Need.FromLevel == 0);
        return (entry.Phase - 1) * (withoutBasics ? PerPhaseWithoutBasics : PerPhase);
    }
}

/// <summary>An entry that concerns the person: the heaviest need it answers, the task of theirs it is made for, and its weight.</summary>
/// <param name="IsWithoutAi">An entry that says "no AI needed", and it is true here.</param>
internal sealed record Candidate(OfferEntry Entry, WeighedNeed? Need, string? Task, bool IsWithoutAi, int Weight)
{
    /// <summary>It speaks of what the person said in their own words, and develops something else than what they call for.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Something they might not have thought of.</summary>
    public bool IsHorizon { get; init; }

    public bool IsPrerequisite => Need is { Competency.IsPrerequisite: true, Need.FromLevel: 0 };
}
