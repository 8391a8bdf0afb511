namespace Diapason.Consultations.Contracts;

/// <summary>Says a number of answers to those who may not see counts. Given by the module that publishes figures, when it is installed: small numbers are held back in one place.</summary>
public interface ISayCounts
{
    /// <summary>A band or a rounded number; null under what the council needs before anything is published of a group.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="answers">The true number.</param>
    ToldCount? Of(CampaignFacts campaign, int answers);
}

/// <summary>A number as it may be told.</summary>
/// <param name="Least">Its lower end.</param>
/// <param name="Most">Its upper end; null where a rounded number is told instead of a band.</param>
public sealed record ToldCount(int Least, int? Most);
