namespace Diapason.Consultations.Contracts;

/// <summary>
/// Admits answers in an edition. Whoever makes an edition asks this first and reads afterwards: it is computed of those whose <see cref="AnswerStanding.AdmittedIn"/>
/// is its number or less, so that an edition that was interrupted is made again with the same number, and nobody is admitted in one that does not count them.
/// </summary>
public interface IAdmitAnswers
{
    /// <summary>
    /// All answers counted and not withdrawn, not in quarantine, with something answered, and in no edition yet, are admitted in this one. One statement; asking again
    /// admits those who came meanwhile, and moves nobody.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="edition">Its number, from 1: one more than that of the last edition that was stored.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many were admitted.</returns>
    Task<int> AdmitAsync(CampaignFacts campaign, int edition, CancellationToken cancel);

    /// <summary>The same, of those counted before a day of Montréal, in a campaign of invented answers only: its nights are played after the fact.</summary>
    Task<int> AdmitPlayedAsync(CampaignFacts campaign, int edition, DateOnly before, CancellationToken cancel);

    /// <summary>Forgets in which editions the answers of a campaign of invented answers were admitted: a kit replaced them, and its editions are made again.</summary>
    Task ForgetPlayedAsync(CampaignFacts campaign, CancellationToken cancel);
}
