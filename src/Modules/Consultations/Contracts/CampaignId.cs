namespace Diapason.Consultations.Contracts;

/// <summary>The id of a campaign.</summary>
public readonly record struct CampaignId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
