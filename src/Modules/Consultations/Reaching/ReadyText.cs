using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Reaching;

/// <summary>The message that makes a consultation known, ready to be passed on, in a language that may not be the page's.</summary>
internal static class ReadyText
{
    public static string Of(CampaignFacts campaign, string language, string address) => In(language, say =>
    {
        var until = campaign.ClosesAt is { } closes ? say("share.until", [LocalDates.LastDay(closes)]) : null;
        string?[] lines = [campaign.Title.In(language), campaign.Purpose.In(language), say(campaign.Questionnaire.Minutes == 1 ? "share.text_one" : "share.text", [campaign.Questionnaire.Minutes]), until, address];
        return string.Join("\n\n", lines.Where(line => line is not null));
    });

    /// <summary>The letter that asks an association to write to the people it reaches.</summary>
    /// <param name="letter">Whom it asks for, if anybody in particular, and the address to pass on.</param>
    public static (string Subject, string Body) Letter(CampaignFacts campaign, string language, ReadyLetter letter) => In(language, say =>
    {
        var groups = string.Join(say("letter.separator", []), letter.Groups);
        string[] lines = [say("letter.hello", []), say(groups.Length > 0 ? "letter.missing" : "letter.ask", [campaign.Title.In(language), groups]), say("letter.pass", []), Of(campaign, language, letter.Address), say("letter.thanks", [letter.Council])];
        return (say("letter.subject", [campaign.Title.In(language)]), string.Join("\n\n", lines));
    });

    private static T In<T>(string language, Func<Func<string, object[], string>, T> write)
    {
        var words = TextCatalog.Of(typeof(ConsultationsModule).Assembly);
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Languages.Use(language);
        try
        {
            return write((key, arguments) => string.Format(CultureInfo.CurrentCulture, words.Find(key, language) ?? key, arguments));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}

/// <param name="Groups">What the missing groups are called; none when nobody in particular is missing.</param>
/// <param name="Address">The association's own.</param>
/// <param name="Council">Who signs.</param>
internal sealed record ReadyLetter(IReadOnlyList<string> Groups, string Address, string Council)
{
    /// <summary>An address that opens a letter in the reader's own mail program.</summary>
    public static string Mailto(string email, (string Subject, string Body) letter) =>
        $"mailto:{Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString(letter.Subject)}&body={Uri.EscapeDataString(letter.Body.ReplaceLineEndings("\r\n"))}";
}
