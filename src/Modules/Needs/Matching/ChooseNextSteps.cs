using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>
/// From needs to at most five steps. Pure and deterministic: entries are weighed, picked one at a time so that kinds and needs vary, then put
/// in the order of the plan's phases, the prerequisite first, then what eases the obstacle the person named, and what is past its dates last. What
/// leads nowhere is never picked.
/// </summary>
internal sealed class ChooseNextSteps(NeedsReference reference)
{
    public const int Most = 5;

    /// <summary>Of one kind, or for one need, unless nothing else is left.</summary>
    private const int MostAlike = 2;

    private readonly NameNeeds _needs = new(reference);
    private readonly WeighEntry _weigh = new(reference);

    public ProposedSteps For(Profile profile, IReadOnlyCollection<string> dismissed, DateOnly today)
    {
        var needs = _needs.From(profile);
        var shown = needs.Take(NameNeeds.Most).ToList();
        var concerned = Concerned(profile, dismissed, today, needs).ToLookup(c => KeepToLimits.Of(c.Entry, profile, reference.Offer).Count == 0);
        var candidates = concerned[true].ToLookup(c => c.Entry.IsExpired(today));
        var chosen = new List<Candidate>(Most);
        var isInWords = profile.Heard == NeedOrigin.OwnWords;
        var lead = isInWords ? WeighEntry.LeadOfWords([.. candidates[false].Where(c => !c.IsBeside)], profile) : _weigh.Lead(candidates[false], profile);
        if (lead is not null) chosen.Add(lead);
        Pick(chosen, candidates[false].Where(c => c != lead && IsCalledFor(c, shown)), shown);
        if (chosen.Count < Most && Horizon(candidates[false].Where(c => !chosen.Contains(c)), profile, shown) is { } horizon) chosen.Add(horizon);
        // What is overdue for review only fills the places left.
        Pick(chosen, candidates[true].Where(c => IsCalledFor(c, shown)), shown);
        var ordered = chosen
            .OrderBy(c => c.Entry.IsExpired(today))
            .ThenBy(c => c.IsHorizon)
            .ThenByDescending(c => c.IsPrerequisite)
            .ThenByDescending(c => c == lead)
            .ThenBy(c => c.Entry.Phase)
            .ThenByDescending(c => c.Weight)
            .ThenBy(c => c.Entry.Code, StringComparer.Ordinal);
        var steps = new List<NextStep>(Most);
        foreach (var candidate in ordered)
        {
            var said = steps.SelectMany(s => s.Reasons).ToList();
            var reasons = candidate == lead && !isInWords ? GiveReasons.ForLead(candidate, profile, reference, said) : GiveReasons.For(candidate, profile, reference, said);
            steps.Add(new NextStep(candidate.Entry, candidate.Need?.Need, reasons, candidate.Entry.IsExpired(today)));
        }

        return new ProposedSteps(FirstAnswered(shown, ordered.FirstOrDefault()?.Need), steps) { LeftOut = LeftOut(concerned[false], profile) };
    }

    /// <summary>Everything that concerns the person, wherever they are and whatever they can give.</summary>
    private IEnumerable<Candidate> Concerned(Profile profile, IReadOnlyCollection<string> dismissed, DateOnly today, IReadOnlyList<WeighedNeed> needs)
    {
        var anywhere = profile with { Region = null, Discipline = null };
        return reference.Offer.Entries.Where(e => e.CanBeDone(today) && !dismissed.Contains(e.Code)).Select(e => _weigh.Candidate(e, anywhere, needs)).OfType<Candidate>();
    }

    private List<LeftOutEntry> LeftOut(IEnumerable<Candidate> broken, Profile profile) =>
    [
        .. broken.OrderByDescending(c => c.Weight).ThenBy(c => c.Entry.Code, StringComparer.Ordinal).Select(c => new LeftOutEntry(c.Entry, KeepToLimits.Of(c.Entry, profile, reference.Offer))),
    ];

    /// <summary>One of the needs the page names, the task, the obstacle or what was said calls for it.</summary>
    private static bool IsCalledFor(Candidate candidate, List<WeighedNeed> shown) => !candidate.IsBeside && (candidate.Need is null || candidate.Task is not null || shown.Contains(candidate.Need));

    /// <summary>One step at most that nothing the page names calls for: close to what was said in one's own words, or for a need that comes after those named.</summary>
    private static Candidate? Horizon(IEnumerable<Candidate> left, Profile profile, List<WeighedNeed> shown) => left
        .Where(c => !IsCalledFor(c, shown) && !c.Entry.IsForTeam)
        .OrderBy(c => profile.Answering.TakeWhile(code => code != c.Entry.Code).Count())
        .ThenByDescending(c => c.Weight)
        .ThenBy(c => c.Entry.Code, StringComparer.Ordinal)
        .Select(c => c with { IsHorizon = true })
        .FirstOrDefault();

    /// <summary>The need that the first step answers is the one the page is about.</summary>
    private static List<WeighedNeed> FirstAnswered(List<WeighedNeed> shown, WeighedNeed? answered) =>
        answered is null ? shown : [answered, .. shown.Where(n => n != answered).Take(NameNeeds.Most - 1)];

    private static void Pick(List<Candidate> chosen, IEnumerable<Candidate> candidates, List<WeighedNeed> shown)
    {
        var left = candidates.ToList();
        while (chosen.Count < Most && left.Count > 0)
        {
            var best = left
                .OrderBy(c => (IsOneTooMany(c, chosen) ? 1 : 0) + (c.Need is null || shown.Contains(c.Need) ? 0 : 1))
                .ThenByDescending(c => c.Weight - Sameness(c, chosen))
                .ThenBy(c => c.Entry.Code, StringComparer.Ordinal)
                .First();
            left.Remove(best);
            chosen.Add(best);
        }
    }

    private static bool IsOneTooMany(Candidate candidate, List<Candidate> chosen) =>
        chosen.Count(c => c.Entry.Kind == candidate.Entry.Kind) >= MostAlike || chosen.Count(c => candidate.Need is not null && c.Need == candidate.Need) >= MostAlike;

    /// <summary>What a candidate loses for resembling those already chosen: five guides on one need would help nobody.</summary>
    private static int Sameness(Candidate candidate, List<Candidate> chosen) =>
        chosen.Sum(c => (c.Entry.Kind == candidate.Entry.Kind ? 25 : 0) + (c.Need is not null && c.Need == candidate.Need ? 20 : 0));
}
