using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;

namespace Diapason.Consultations.Interests;

/// <summary>The two mails somebody who wants results gets: one to confirm, one when they are published.</summary>
internal static class InterestMail
{
    public static Letter Confirm(CampaignFacts campaign, Council council, AskedInterest asked, string link) =>
        new(asked.Email, Say("results.mail.confirm_subject", asked.Language, campaign.Title.In(asked.Language)), Say("results.mail.confirm", asked.Language, campaign.Title.In(asked.Language), link, council.Name.In(asked.Language)));

    public static Letter Tell(CampaignFacts campaign, Council council, Interest person, (string Results, string Unsubscribe) links) =>
        new(person.Email, Say("results.mail.tell_subject", person.Language, campaign.Title.In(person.Language)), Say("results.mail.tell", person.Language, campaign.Title.In(person.Language), links.Results, council.Name.In(person.Language), links.Unsubscribe, Interest.DaysOnceTold))
        {
            Unsubscribe = links.Unsubscribe,
        };

    private static string Say(string key, string language, params object[] facts)
    {
        var words = TextCatalog.Of(typeof(ConsultationsModule).Assembly);
        return string.Format(Languages.Culture(language), words.Find(key, language) ?? words.Find(key, Languages.French)!, facts);
    }
}
