using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>One entry of the offer put before a person, with one or two reasons.</summary>
/// <param name="Answers">The need it answers first; null when only the task called for it.</param>
internal sealed record NextStep(OfferEntry Entry, Need? Answers, IReadOnlyList<Reason> Reasons, bool IsExpired);

/// <summary>What a person is shown.</summary>
/// <param name="Needs">The one the first step answers, then the heaviest first, at most <see cref="NameNeeds.Most"/>.</param>
/// <param name="Steps">In the order to take them, at most <see cref="ChooseNextSteps.Most"/>.</param>
internal sealed record ProposedSteps(IReadOnlyList<WeighedNeed> Needs, IReadOnlyList<NextStep> Steps)
{
    /// <summary>What would have been proposed to somebody without these limits, the heaviest first.</summary>
    public IReadOnlyList<LeftOutEntry> LeftOut { get; init; } = [];
}

/// <summary>An entry that concerns the person and does not keep to their limits, with every reason.</summary>
internal sealed record LeftOutEntry(OfferEntry Entry, IReadOnlyList<Breach> Breaches);
