using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Paths;

/// <summary>
/// The steps proposed, with those the person added and in the order they chose. What everything else stands on stays first, whatever the order; what they did not place comes after, as it was proposed. Pure.
/// </summary>
internal static class ArrangeSteps
{
    public static ProposedSteps Of(ProposedSteps proposed, PathState state, NeedsReference reference, DateOnly today)
    {
        var added = state.Added.Select(reference.Offer.Entry).OfType<OfferEntry>()
            .Where(e => !e.IsWithdrawn && proposed.Steps.All(s => s.Entry.Code != e.Code))
            .Select(e => new NextStep(e, null, [new Reason.Added()], e.IsExpired(today)));
        var places = state.Order.Index().ToDictionary(place => place.Item, place => place.Index, StringComparer.Ordinal);
        List<NextStep> steps =
        [
            .. proposed.Steps.Concat(added).OrderByDescending(s => IsPrerequisite(s, reference)).ThenBy(s => places.GetValueOrDefault(s.Entry.Code, int.MaxValue)),
        ];
        return proposed with { Steps = steps, Needs = FirstAnswered(proposed.Needs, steps), LeftOut = [.. proposed.LeftOut.Where(l => !state.Added.Contains(l.Entry.Code))] };
    }

    /// <summary>The same path with one step one place up or down; as it was when it has nowhere to go.</summary>
    public static PathState Move(PathState state, IReadOnlyList<NextStep> steps, string entry, bool isUp, NeedsReference reference)
    {
        var codes = steps.Select(s => s.Entry.Code).ToList();
        var at = codes.IndexOf(entry);
        if (at < 0 || !(isUp ? CanRise(steps, at, reference) : CanSink(steps, at, reference))) return state;
        var other = isUp ? at - 1 : at + 1;
        (codes[at], codes[other]) = (codes[other], codes[at]);
        return state with { Order = codes };
    }

    public static bool CanRise(IReadOnlyList<NextStep> steps, int at, NeedsReference reference) => at > 0 && IsPrerequisite(steps[at - 1], reference) == IsPrerequisite(steps[at], reference);

    public static bool CanSink(IReadOnlyList<NextStep> steps, int at, NeedsReference reference) => at < steps.Count - 1 && CanRise(steps, at + 1, reference);

    private static bool IsPrerequisite(NextStep step, NeedsReference reference) =>
        step.Answers is { FromLevel: 0 } need && reference.Framework.Competency(need.Competency)?.IsPrerequisite == true;

    private static IReadOnlyList<WeighedNeed> FirstAnswered(IReadOnlyList<WeighedNeed> needs, List<NextStep> steps) =>
        steps is [{ Answers: { } answered }, ..] && needs.FirstOrDefault(n => n.Need == answered) is { } first ? [first, .. needs.Where(n => n != first)] : needs;
}
