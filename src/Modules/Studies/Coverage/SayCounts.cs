using Diapason.Consultations.Contracts;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;

namespace Diapason.Studies.Coverage;

/// <summary>The number of people beside a figure, for any module: the bands of publication, and nothing under the study's own threshold.</summary>
internal sealed class SayCounts(StudyShelf shelf) : ISayCounts
{
    public ToldCount? Of(CampaignFacts campaign, int answers)
    {
        if (shelf.Find(campaign.Id) is not { } state || answers < state.Portrait.Threshold) return null;
        var told = RoundedBase.Of(answers);
        // A threshold inside a band would be read in its lower end.
        return told.IsBand ? new ToldCount(Math.Max(told.Least, state.Portrait.Threshold), told.Most) : new ToldCount(told.Value, null);
    }
}
