using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;

namespace Diapason.Consultations.Retention;

/// <summary>Until when the answers of a campaign are kept.</summary>
internal static class RetentionDays
{
    /// <summary>The last day on which the answers of a campaign that closed at a moment are kept; past it, they are destroyed.</summary>
    public static DateOnly LastOf(DateTime closed, int months) => CampaignDays.DayOf(closed.AddTicks(-1)).AddMonths(months);

    /// <summary>The same; what was collected elsewhere is kept from the day it was brought here.</summary>
    public static DateOnly LastOf((DateTime Closed, DateOnly? Held) end, int months) => end.Held?.AddMonths(months) ?? LastOf(end.Closed, months);

    /// <summary>Null while the campaign has no end, or no period is promised yet.</summary>
    public static DateOnly? LastOf(CampaignFacts campaign, int? months) => (campaign.ClosedAt ?? campaign.ClosesAt) is { } end && months is { } promised ? LastOf((end, campaign.HeldOn), promised) : null;

    /// <summary>What is promised for a campaign: the shorter of what was said while people answered and of what the council says now.</summary>
    public static int? Months(KeptAnswers? kept, int? now) => kept is null ? now : now is { } said && said < kept.Months ? said : kept.Months;
}
