using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Text;

namespace Diapason.Consultations.Invitations;

/// <summary>The words of a mail before they are a person's.</summary>
internal sealed record MailWords(MailKind Kind, LocalizedText Subject, LocalizedText Body);

/// <summary>To whom, and the two addresses that are theirs.</summary>
internal sealed record Addressee(string Email, string? Name, string Language, string Link, string Unsubscribe);

/// <summary>Writes the mail of one person: the council's words with their places filled, then what every mail of the house says, which no council can leave out.</summary>
internal static class InvitationMail
{
    /// <summary>What may stand in the words, in French and in English.</summary>
    private static readonly (string French, string English)[] Places = [("{lien}", "{link}"), ("{titre}", "{title}"), ("{jour}", "{day}"), ("{nom}", "{name}")];

    /// <summary>The places as one writes them in a language.</summary>
    public static IReadOnlyList<string> PlacesIn(string language) => [.. Places.Select(place => language == Languages.French ? place.French : place.English)];

    public static bool HasLink(string body) => body.Contains(Places[0].French, StringComparison.Ordinal) || body.Contains(Places[0].English, StringComparison.Ordinal);

    /// <summary>The house's own words for a campaign whose council has written none.</summary>
    public static MailWords Default(MailKind kind, IEnumerable<string> languages)
    {
        var all = languages.ToList();
        var key = kind.ToString().ToLowerInvariant();
        return new(kind, LocalizedText.Of(all.Select(language => (language, (string?)Placed($"mail.{key}.subject", language)))), LocalizedText.Of(all.Select(language => (language, (string?)Placed($"mail.{key}.body", language)))));
    }

    /// <summary>The house writes its places in one way, a council in its language's.</summary>
    private static string Placed(string key, string language) => Places.Aggregate(Say(key, language), (text, place) => text.Replace($"%{place.English.Trim('{', '}')}%", language == Languages.French ? place.French : place.English, StringComparison.Ordinal));

    public static Letter Write(MailWords words, CampaignFacts campaign, Council council, Addressee to)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Languages.Use(to.Language);
        try
        {
            var title = campaign.Title.In(to.Language);
            var day = campaign.ClosesAt is { } closes ? LocalDates.LastDay(closes) : Say("manage.no_end", to.Language);
            string Fill(string text) => Places.Zip([to.Link, title, day, to.Name ?? ""]).Aggregate(to.Name is null ? Unnamed(text) : text, (filled, place) =>
                filled.Replace(place.First.French, place.Second, StringComparison.Ordinal).Replace(place.First.English, place.Second, StringComparison.Ordinal));
            var subject = string.Join(' ', Fill(words.Subject.In(to.Language)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return new Letter(to.Email, subject, Fill(words.Body.In(to.Language).Trim()) + "\n\n" + Foot(words.Kind, campaign, council, to)) { Unsubscribe = to.Unsubscribe };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }

    /// <summary>« Bonjour {nom}, » to somebody whose name is not known says « Bonjour, ».</summary>
    private static string Unnamed(string text) => new[] { " ", "\u00A0", "\u202F", "" }.Aggregate(text, (said, space) =>
        said.Replace(space + Places[^1].French, "", StringComparison.Ordinal).Replace(space + Places[^1].English, "", StringComparison.Ordinal));

    private static string Foot(MailKind kind, CampaignFacts campaign, Council council, Addressee to)
    {
        var promise = campaign.Anonymity == Anonymity.Nominative ? "nominative" : "confidential";
        List<string> lines = ["--", string.Format(CultureInfo.CurrentCulture, Say("mail.from", to.Language), council.Name.In(to.Language)), Say($"mail.{promise}", to.Language)];
        if (kind == MailKind.Reminder && campaign.Anonymity == Anonymity.Confidential) lines.Add(Say("mail.already", to.Language));
        lines.Add(string.Format(CultureInfo.CurrentCulture, Say("mail.unsubscribe", to.Language), to.Unsubscribe));
        return string.Join('\n', lines);
    }

    private static string Say(string key, string language) => TextCatalog.Of(typeof(ConsultationsModule).Assembly).Find(key, language) ?? TextCatalog.Of(typeof(ConsultationsModule).Assembly).Find(key, Languages.French)!;
}
