using Diapason.Forms;
using Diapason.Text;

namespace Diapason.Consultations.Contracts;

/// <summary>Where a campaign is in its life.</summary>
public enum CampaignState
{
    Planned,
    Open,
    Closed,
}

/// <summary>What can tie an answer to a person, weakest tie first. Fixed before a campaign opens, never loosened after.</summary>
public enum Anonymity
{
    /// <summary>No name, no address, no invitation: only the resume code its author holds.</summary>
    Anonymous,

    /// <summary>The council knows who was invited, and not who answered what.</summary>
    Confidential,

    /// <summary>The council knows who answered what.</summary>
    Nominative,
}

/// <summary>A campaign as other modules see it. The questionnaire is one shared instance per version.</summary>
public sealed record CampaignFacts
{
    public required CampaignId Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Its name in addresses, unique in its council.</summary>
    public required string Slug { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>Who asks, and what for, in a sentence or two.</summary>
    public required LocalizedText Purpose { get; init; }

    public required Questionnaire Questionnaire { get; init; }

    /// <summary>The words of its questionnaire that were corrected since people answer it, in order.</summary>
    public IReadOnlyList<CorrectedWords> Corrections { get; init; } = [];

    /// <summary>Null until an administrator opens it.</summary>
    public DateTime? OpensAt { get; init; }

    /// <summary>The first moment at which it is closed; null for a campaign without an end.</summary>
    public DateTime? ClosesAt { get; init; }

    public DateTime? ClosedAt { get; init; }

    /// <summary>It holds a survey that was collected elsewhere, by another program, and nobody could answer it here: the day its answers were brought. Null for every other.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>When its answers were destroyed, as promised; null while they are kept.</summary>
    public DateTime? DestroyedAt { get; init; }

    /// <summary>How many months answers are kept after its end, by what was promised; null when no period is settled.</summary>
    public int? KeptMonths { get; init; }

    public required Anonymity Anonymity { get; init; }

    /// <summary>Nobody answers without an invitation.</summary>
    public bool ByInvitationOnly { get; init; }

    /// <summary>Its answers were invented, and every page that shows them says so.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Its place among those that are open, as the council chose: the smallest first.</summary>
    public int Place { get; init; }

    /// <summary>In the order the council chose, then what ends first.</summary>
    public static IReadOnlyList<CampaignFacts> InOrder(IEnumerable<CampaignFacts> campaigns) => [.. campaigns.OrderBy(c => c.Place).ThenBy(c => c.ClosesAt ?? DateTime.MaxValue)];

    public CampaignState StateAt(DateTime utc) =>
        OpensAt is null || utc < OpensAt ? CampaignState.Planned
        : ClosedAt is not null || utc >= ClosesAt ? CampaignState.Closed
        : CampaignState.Open;
}
