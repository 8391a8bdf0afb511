using System.Collections.Frozen;
using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;

namespace Diapason.Consultations.Campaigns;

/// <summary>A campaign ready to be answered: its facts, and its questions drawn up once in each language of the questionnaire.</summary>
/// <param name="Screens">By language.</param>
internal sealed record LiveCampaign(CampaignFacts Facts, FrozenDictionary<string, Screens> Screens)
{
    /// <summary>The cookie that holds the resume code of this campaign.</summary>
    public const string CookiePrefix = "diapason.answers.";

    public string CookieName { get; init; } = CookiePrefix + Facts.Id.Value.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>In a language, or in the questionnaire's first one.</summary>
    public Screens In(string language) => Screens.GetValueOrDefault(language) ?? Screens[Facts.Questionnaire.Heading.Languages[0]];
}
