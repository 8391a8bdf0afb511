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
    private const string Link = "link", Title = "title", Day = "day", Name = "name";

    /// <summary>What may stand in the words.</summary>
    private static readonly string[] Places = [Link, Title, Day, Name];

    /// <summary>The places as one writes them in a language: <c>{lien}</c>, <c>{link}</c>.</summary>
    public static IReadOnlyList<string> PlacesIn(string language) => [.. Places.Select(place => PlaceIn(place, language))];

    /// <summary>Whoever writes in one language may copy the place of another.</summary>
    public static bool HasLink(LocalizedText body, string language) => body.Has(language) && Written(Link, body).Any(place => body.In(language).Contains(place, StringComparison.Ordinal));

    /// <summary>The house's own words for a campaign whose council has written none.</summary>
    public static MailWords Default(MailKind kind, IEnumerable<string> languages)
    {
        var all = languages.ToList();
        var key = kind.ToString().ToLowerInvariant();
        return new(kind, LocalizedText.Of(all.Select(language => (language, (string?)Placed($"mail.{key}.subject", language)))), LocalizedText.Of(all.Select(language => (language, (string?)Placed($"mail.{key}.body", language)))));
    }

    /// <summary>The house writes its places in one way, a council in its language's.</summary>
    private static string Placed(string key, string language) => Places.Aggregate(Say(key, language), (text, place) => text.Replace($"%{place}%", PlaceIn(place, language), StringComparison.Ordinal));

    private static string PlaceIn(string place, string language) => $"{{{Say("mail.place." + place, language)}}}";

    /// <summary>A place in each language in which a council may have written it.</summary>
    private static IEnumerable<string> Written(string place, LocalizedText words) => Languages.OfTheHouse.Union(words.Languages).Select(language => PlaceIn(place, language)).Distinct(StringComparer.Ordinal);

    public static Letter Write(MailWords words, CampaignFacts campaign, Council council, Addressee to)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Languages.Use(to.Language);
        try
        {
            string Fill(LocalizedText words) => Filled(words, campaign, to);
            var subject = string.Join(' ', Fill(words.Subject).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return new Letter(to.Email, subject, Fill(words.Body).Trim() + "\n\n" + Foot(words.Kind, campaign, council, to)) { Unsubscribe = to.Unsubscribe };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }

    private static string Filled(LocalizedText words, CampaignFacts campaign, Addressee to)
    {
        var text = words.In(to.Language);
        // The day is said as the words around it are: a language the house is not written in, once a council has written in it.
        var said = text == words.In(Languages.French) ? Languages.French : to.Language;
        var day = campaign.ClosesAt is { } closes ? LocalDates.LastDayIn(said, closes) : Say("manage.no_end", to.Language);
        if (to.Name is null) text = Unnamed(text, words);
        return Places.Zip([to.Link, campaign.Title.In(to.Language), day, to.Name ?? ""])
            .Aggregate(text, (filled, place) => Written(place.First, words).Aggregate(filled, (so, written) => so.Replace(written, place.Second, StringComparison.Ordinal)));
    }

    /// <summary>« Bonjour {nom}, » to somebody whose name is not known says « Bonjour, ».</summary>
    private static string Unnamed(string text, LocalizedText words) => Written(Name, words)
        .SelectMany(place => new[] { " ", "\u00A0", "\u202F", "" }.Select(space => space + place)).Aggregate(text, (said, place) => said.Replace(place, "", StringComparison.Ordinal));

    private static string Foot(MailKind kind, CampaignFacts campaign, Council council, Addressee to)
    {
        var promise = campaign.Anonymity == Anonymity.Nominative ? "nominative" : "confidential";
        List<string> lines = ["--", string.Format(CultureInfo.CurrentCulture, Say("mail.from", to.Language), council.Name.In(to.Language)), Say($"mail.{promise}", to.Language)];
        if (kind == MailKind.Reminder && campaign.Anonymity == Anonymity.Confidential) lines.Add(Say("mail.already", to.Language));
        lines.Add(string.Format(CultureInfo.CurrentCulture, Say("mail.unsubscribe", to.Language), to.Unsubscribe));
        return string.Join('\n', lines);
    }

    private static string Say(string key, string language) => TextCatalog.Of(typeof(ConsultationsModule).Assembly).Find(key, language)!;
}
