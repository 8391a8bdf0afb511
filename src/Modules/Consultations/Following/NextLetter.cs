using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;

namespace Diapason.Consultations.Following;

/// <summary>A group to be heard more, and the associations that reach it: whom to write to, the most urgent first.</summary>
/// <param name="Group">The group.</param>
/// <param name="Links">Live links that say they reach it; none when nobody is known to.</param>
internal sealed record NextLetter(FieldGroup Group, IReadOnlyList<AssociationLink> Links)
{
    /// <summary>More would be a list, and nobody's first act.</summary>
    private const int Most = 5;

    public static IReadOnlyList<NextLetter> Of(FieldReport report)
    {
        var behind = report.Groups.Where(group => group.Missing > 0).OrderBy(group => group.Share - group.Expected);
        // Where no population is published, a group that an association reaches and of which almost nobody has answered.
        var silent = report.Groups.Where(group => group.Expected is null && group.Answered < Exports.NamedSources.Least && report.Links.Any(link => Reaches(link.Link, group))).OrderBy(group => group.Answered);
        return [.. behind.Concat(silent).Take(Most).Select(group => new NextLetter(group, [.. report.Links.Select(link => link.Link).Where(link => Reaches(link, group))]))];
    }

    private static bool Reaches(AssociationLink link, FieldGroup group) => !link.IsRetired && link.Reaches.Split(' ').Contains(group.Code);
}
