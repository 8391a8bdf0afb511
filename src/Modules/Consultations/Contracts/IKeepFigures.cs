namespace Diapason.Consultations.Contracts;

/// <summary>Implemented by a module that publishes figures made of a campaign's answers: it is asked to keep them just before the answers are destroyed.</summary>
public interface IKeepFigures
{
    /// <summary>Keeps what is published, in the council of the scope; false when it is not known yet, and the answers then wait for another time.</summary>
    Task<bool> KeepAsync(CampaignFacts campaign, CancellationToken cancel);

    /// <summary>What is published of the campaign is closed, and the secret that protects it destroyed: an answer that came now would be in no figure, ever.</summary>
    Task<bool> AreFinalAsync(CampaignFacts campaign, CancellationToken cancel);
}
