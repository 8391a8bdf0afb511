using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;
using Diapason.Text;

namespace Diapason.Platform.Councils;

/// <summary>Refuses settings that a page could not show or that would weaken a promise; a page and a kit are told the same. A problem's field is where it
/// would be in a kit: <c>contact.email</c>, <c>study.figures.0.percent</c>, <c>words.heading.en</c> for a text that lacks a language.</summary>
internal static partial class CheckSettings
{
    public const int LongestText = 400;
    public const int MostLanguages = 8;
    public const int MostFigures = 4;
    public const int MostHelp = 6;
    private const int LongestMark = 4;

    public static IReadOnlyList<Problem> Of(CouncilChange wanted)
    {
        var problems = new List<Problem>();
        var settings = wanted.Settings;
        Languages(settings.Languages, problems);
        if (problems.Count > 0) return problems;
        var texts = new Texts(settings.Languages, problems);
        texts.Required("name", wanted.Name);
        texts.Required("purpose", wanted.Purpose);
        Numbers(settings, problems);
        Contact(settings.Contact, texts, problems);
        Words(settings.Words, texts, problems);
        if (settings.Look.Mark.Length > LongestMark || !settings.Look.Mark.All(char.IsLetterOrDigit)) problems.Add(Problem.Invalid("settings.bad_mark", "look.mark", ("most", LongestMark)));
        if (settings.Study is { } study) Study(study, texts, problems);
        return problems;
    }

    private static void Languages(IReadOnlyList<string> languages, List<Problem> problems)
    {
        if (languages.Count == 0) problems.Add(Problem.Invalid("settings.language_missing", "languages"));
        if (languages.Count > MostLanguages) problems.Add(Problem.Invalid("settings.too_many", "languages", ("most", MostLanguages)));
        foreach (var code in languages.Where(code => !Platform.Language.Languages.IsCode(code))) problems.Add(Problem.Invalid("settings.bad_language", "languages", ("value", code)));
        foreach (var twice in languages.GroupBy(code => code).Where(g => g.Count() > 1)) problems.Add(Problem.Invalid("settings.language_twice", "languages", ("value", twice.Key)));
    }

    private static void Numbers(CouncilSettings settings, List<Problem> problems)
    {
        if (settings.RowThreshold is < CouncilSettings.LowestRowThreshold or > CouncilSettings.HighestRowThreshold)
            problems.Add(Problem.Invalid("settings.bad_threshold", "threshold", ("least", CouncilSettings.LowestRowThreshold), ("most", CouncilSettings.HighestRowThreshold)));
        if (settings.RetentionMonths is < 1 or > CouncilSettings.LongestRetentionMonths)
            problems.Add(Problem.Invalid("settings.bad_retention", "retention_months", ("most", CouncilSettings.LongestRetentionMonths)));
    }

    private static void Contact(CouncilContact contact, Texts texts, List<Problem> problems)
    {
        texts.Optional("contact.name", contact.Name);
        texts.Optional("contact.officer", contact.Officer);
        foreach (var (field, email) in new[] { ("contact.email", contact.Email), ("contact.officer_email", contact.OfficerEmail) })
            if (email.Length > 0 && !MailboxAddress.IsComplete(email)) problems.Add(Problem.Invalid("settings.bad_email", field));
        if (contact.Phone.Length > 0 && !Phone().IsMatch(contact.Phone)) problems.Add(Problem.Invalid("settings.bad_phone", "contact.phone"));
    }

    private static void Words(CouncilWords words, Texts texts, List<Problem> problems)
    {
        texts.Optional("words.heading", words.Heading);
        texts.Optional("words.promise", words.Promise);
        texts.Optional("words.description", words.Description);
        texts.Optional("words.invitation", words.Invitation);
        texts.Optional("words.next_steps", words.NextSteps);
        if (words.Help.Count > MostHelp) problems.Add(Problem.Invalid("settings.too_many", "words.help", ("most", MostHelp)));
        for (var i = 0; i < words.Help.Count; i++)
        {
            texts.Required($"words.help.{i}.question", words.Help[i].Question);
            texts.Required($"words.help.{i}.answer", words.Help[i].Answer);
        }
    }

    private static void Study(PublishedStudy study, Texts texts, List<Problem> problems)
    {
        texts.Required("study.lead", study.Lead);
        texts.Required("study.source", study.Source);
        if (study.Date == default) problems.Add(Problem.Invalid("settings.study_date_missing", "study.date"));
        if (study.Link.Length > 0 && !IsLink(study.Link)) problems.Add(Problem.Invalid("settings.bad_link", "study.link"));
        if (study.Figures.Count is 0 or > MostFigures) problems.Add(Problem.Invalid("settings.bad_figures", "study.figures", ("most", MostFigures)));
        for (var i = 0; i < study.Figures.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"study.figures.{i}");
            if (study.Figures[i].Percent is not (>= 0 and <= 100)) problems.Add(Problem.Invalid("settings.bad_percent", field + ".percent"));
            texts.Required(field + ".says", study.Figures[i].Says);
        }
    }

    private static bool IsLink(string text) => text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^\+?[0-9(][0-9 ().\-\u00a0]{6,30}( (poste|ext\.?) [0-9]{1,6})?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Phone();

    /// <summary>Texts are whole or absent: said in each language of the council, or in none.</summary>
    private sealed class Texts(IReadOnlyList<string> languages, List<Problem> problems)
    {
        public void Required(string field, LocalizedText text)
        {
            foreach (var language in languages)
                if (!text.Has(language)) problems.Add(Problem.Invalid("settings.text_missing", $"{field}.{language}", ("language", language)));
                else if (text.In(language).Length > LongestText) problems.Add(Problem.Invalid("settings.text_too_long", $"{field}.{language}", ("most", LongestText)));
        }

        public void Optional(string field, LocalizedText text)
        {
            if (!text.IsEmpty) Required(field, text);
        }
    }
}
