using Diapason.Platform.Audit;

namespace Diapason.Studies.Publishing;

/// <summary>What staff do to what is published, as the trail keeps it.</summary>
internal static class StudyActs
{
    /// <summary>An edition was asked for between two nights.</summary>
    /// <param name="Subject">The campaign.</param>
    /// <param name="Edition">The one that was published; null when no row was due.</param>
    [Recorded("campaign.edition_asked", "campaign")]
    internal sealed record EditionAsked(Guid Subject, int? Edition) : Act(Subject);

    /// <summary>The groups by which a campaign is followed were chosen.</summary>
    /// <param name="Subject">The campaign.</param>
    /// <param name="Groups">By how many questions.</param>
    [Recorded("campaign.groups_chosen", "campaign")]
    internal sealed record GroupsChosen(Guid Subject, int Groups) : Act(Subject);
}
