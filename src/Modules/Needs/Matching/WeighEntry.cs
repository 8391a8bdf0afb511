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
        var served = needs.Where(n => entry.Develops.Any(d => d.Serves(n.Need.Competency, n.Need.FromLevel))).ToList();
        var withoutAi = entry.Kind == OfferKind.NoAi && (task is not null || WantsNoAi(profile));
        if (served.Count == 0 && !withoutAi && !EasesWhatWasSaid(entry, profile, task)) return null;
        var weight = (served.Count > 0 ? served[0].Weight + (served.Skip(1).Sum(n => n.Weight) / OtherNeedsShare) : 0)
            + (task is null ? 0 : MadeForTask)
            + (entry.Answers.Contains(profile.Obstacle ?? "") ? EasesObstacle : 0)
            + (IsMadeForSegment(entry.Suits, profile) ? MadeForSegment : 0)
            + (!withoutAi ? 0 : WantsNoAi(profile) || IsKeptAtHand(task, profile) ? WithoutAiIsTrue : WithoutAiMayDo)
            + ForTimeAndMoney(entry, profile)
            + ForWords(entry, profile)
            - PhaseCost(entry, needs);
        return new Candidate(entry, served.Count > 0 ? served[0] : null, task, withoutAi, weight);
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

    /// <summary>Of those that answer a person's own words, the one that speaks most of what they speak of, for one of the two competencies these call for first; failing which, the heaviest for the first.</summary>
    public static Candidate? LeadOfWords(IReadOnlyCollection<Candidate> candidates, Profile profile) =>
        profile.Answering.Select(code => candidates.FirstOrDefault(c => c.Entry.Code == code)).OfType<Candidate>().FirstOrDefault(c => c.Entry.Develops.Any(d => profile.Called.Take(2).Contains(d.Competency)))
        ?? candidates.Where(c => c.Need is not null && profile.Called is [var first, ..] && c.Need.Need.Competency == first).OrderByDescending(c => c.Weight).ThenBy(c => c.Entry.Code, StringComparer.Ordinal).FirstOrDefault();

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
    /// Status and region must agree, and nobody alone is sent to gather a team; of the link, the role, the task and the goal, one is enough. Tasks and
    /// goals are never guessed.
    /// </summary>
    private bool Suits(OfferEntry entry, Profile profile, string? task)
    {
        var suits = entry.Suits;
        if (suits.Statuses.Count > 0 && !AgreesOrUnknown(suits.Statuses, profile.Status)) return false;
        if (suits.Regions.Count > 0 && !AgreesOrUnknown(suits.Regions, profile.Region)) return false;
        if (entry.IsForUsers && profile.NeverUses) return false;
        if (entry.IsForTeam && reference.Framework.IsAlone(profile.Status)) return false;
        return suits.IsForEveryone
            || task is not null || suits.Goals.Contains(profile.Goal ?? "")
            || AgreesOrUnknown(suits.Links, profile.Link) || AgreesOrUnknown(suits.Roles, profile.Role);
    }

    private static bool AgreesOrUnknown(IReadOnlyList<string> wanted, string? said) => wanted.Count > 0 && (said is null || wanted.Contains(said));

    private static bool IsMadeForSegment(Audience suits, Profile profile) =>
        suits.Statuses.Contains(profile.Status ?? "") || suits.Links.Contains(profile.Link ?? "") || suits.Roles.Contains(profile.Role ?? "");

    /// <summary>It is the task at hand, and the field keeps it among people.</summary>
    private bool IsKeptAtHand(string? task, Profile profile) => task is not null && task == profile.Task && reference.Quick.Task.Option(task)?.Pile is TaskPile.Keep or TaskPile.Human;

    private bool WantsNoAi(Profile profile) => reference.Quick.Goal.Option(profile.Goal)?.WithoutAi == true;

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
    public bool IsPrerequisite => Need is { Competency.IsPrerequisite: true, Need.FromLevel: 0 };
}
