using Diapason.Consultations.Contracts;

namespace Diapason.Consultations.Invitations;

/// <summary>What the text of consent says of anonymity, as far as a word tells: it is the council's own, and must not promise more than the campaign does.</summary>
internal static class ConsentWords
{
    /// <summary>The stem of the word in the languages of the house, and in most others.</summary>
    private const string Stem = "anonym";

    /// <summary>It speaks of anonymity, and the campaign is not anonymous.</summary>
    public static bool SayTooMuch(CampaignFacts campaign) =>
        campaign.Anonymity != Anonymity.Anonymous && campaign.Questionnaire.Consent.Text.All.Any(text => text.Value.Contains(Stem, StringComparison.OrdinalIgnoreCase));
}
