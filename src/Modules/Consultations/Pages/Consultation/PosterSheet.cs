using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>A poster as it is printed: what is asked, by whom, and the address that leads there.</summary>
/// <param name="Facts">The campaign.</param>
/// <param name="Council">Who asks.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="Address">What a telephone reads: without a language, so that each person meets their own.</param>
/// <param name="Via">What the association it is for is called; null for everyone's.</param>
/// <param name="IsA4">On A4 paper rather than letter.</param>
internal sealed record PosterSheet(CampaignFacts Facts, Council Council, CouncilContact Contact, string Address, string? Via, bool IsA4)
{
    /// <summary>One of many on a page, which has a title of its own.</summary>
    public string? Among { get; init; }
}
