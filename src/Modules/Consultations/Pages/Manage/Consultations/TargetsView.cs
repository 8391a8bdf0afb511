using Diapason.Consultations.Contracts;
using Diapason.Consultations.Targets;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>The targets of a campaign on the page that follows its field.</summary>
internal sealed record TargetsView(CampaignFacts Facts, IReadOnlyList<TargetStanding> Targets, bool IsOpen);
