using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;

namespace Diapason.Consultations.Campaigns;

/// <summary>A campaign ready to be answered: its facts, and its questions drawn up once in each language.</summary>
internal sealed record LiveCampaign(CampaignFacts Facts, Screens French, Screens English)
{
    /// <summary>The cookie that holds the resume code of this campaign.</summary>
    public string CookieName { get; } = "diapason.answers." + Facts.Id.Value.ToString("N", CultureInfo.InvariantCulture);

    public Screens In(string language) => language == Platform.Language.Languages.English ? English : French;
}
