using Diapason.Consultations.Contracts;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;

namespace Diapason.Studies.Watching;

/// <summary>The groups of a campaign that figures are published of, and those which stand far above the population.</summary>
/// <param name="From">What they were read from, so that the same is not read again.</param>
/// <param name="Variables">By which figures are broken down.</param>
internal sealed record WatchedGroups(StudyState? From, IReadOnlyList<string> Variables, IReadOnlyList<SendingGroup> AboveFrame)
{
    public static readonly WatchedGroups None = new(null, [], []);

    public static WatchedGroups Of(StudyState? state, WatchedGroups known)
    {
        // Just after a start nothing is counted yet: what was known stands.
        if (state is null || ReferenceEquals(state, known.From)) return known;
        return new WatchedGroups(state, [.. state.Portrait.Definition.Breakdowns.Select(breakdown => breakdown.Variable)], [.. Above(state)]);
    }

    private static IEnumerable<SendingGroup> Above(StudyState state)
    {
        foreach (var margin in state.Coverage.Margins)
        {
            var known = margin.Categories.Sum(category => category.Fill.Respondents);
            foreach (var category in margin.Categories.Select(category => category.Fill).Where(fill => fill.Category.Share > 0 && QuarantineGroup.AboveFrame(fill.Respondents, known, Math.Min(1, fill.Category.Share / 100))))
                foreach (var option in category.Category.Answers) yield return new SendingGroup(margin.Margin.Variable, option);
        }
    }
}
