using System.Globalization;
using Diapason.Platform.Language;

namespace Diapason.Accounts.Settings;

/// <summary>Names the fields of the council's page as they are labelled on it.</summary>
internal static class SettingsLabels
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["contact.name"] = "settings.contact_name",
        ["contact.email"] = "settings.contact_email",
        ["contact.phone"] = "settings.contact_phone",
        ["contact.officer"] = "settings.officer",
        ["contact.officer_email"] = "settings.officer_email",
        ["retention_months"] = "settings.retention",
        ["threshold"] = "settings.threshold",
        ["four_eyes"] = "settings.four_eyes",
        ["small_rows_at_the_close"] = "settings.small_rows",
        ["languages"] = "settings.languages",
        ["name"] = "settings.name",
        ["purpose"] = "settings.purpose",
        ["look.mark"] = "settings.mark",
        ["look.accent"] = "settings.accent",
        ["study.lead"] = "settings.study_lead",
        ["study.source"] = "settings.study_source",
        ["study.date"] = "settings.study_date",
        ["study.link"] = "settings.study_link",
    };

    /// <summary>Null for what the page does not ask.</summary>
    public static string? Of(string field, Texts<AccountsModule> texts)
    {
        if (Plain(field, texts) is { } plain) return plain;
        var dot = field.LastIndexOf('.');
        return dot > 0 && Plain(field[..dot], texts) is { } label ? texts["settings.in_language", label, Languages.NameOf(field[(dot + 1)..])] : null;
    }

    /// <summary>A value as the page shows it.</summary>
    public static string Value(string field, string value, Texts<AccountsModule> texts) => field switch
    {
        "look.accent" => texts["settings.accent." + value.ToLowerInvariant()],
        "small_rows_at_the_close" or "four_eyes" => texts["settings.yes"],
        _ => value,
    };

    private static string? Plain(string field, Texts<AccountsModule> texts) => Keys.TryGetValue(field, out var key) ? texts[key] : field.Split('.') switch
    {
        ["words", "help", var place, "question"] => texts["settings.help_question", Number(place)],
        ["words", "help", var place, "answer"] => texts["settings.help_answer", Number(place)],
        ["words", not "help"] => texts["settings." + field],
        ["study", "figures", var place, "percent"] => texts["settings.figure_percent", Number(place)],
        ["study", "figures", var place, "says"] => texts["settings.figure_says", Number(place)],
        _ => null,
    };

    private static int Number(string place) => int.Parse(place, CultureInfo.InvariantCulture) + 1;

    /// <summary>« Nom du conseil (anglais) : écrivez ce texte. »: a list of errors is read away from the fields.</summary>
    public static string At(string? field, string sentence, Texts<AccountsModule> texts) =>
        field is not null && Of(field, texts) is { } label ? $"{texts["settings.both_label", label]} {Inside(sentence)}" : sentence;

    private static string Inside(string sentence) => sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLower(sentence[0], CultureInfo.CurrentCulture) + sentence[1..] : sentence;
}
