using System.Globalization;
using Diapason.Platform.Language;

namespace Diapason.Accounts.Settings;

/// <summary>One value that two versions of the settings do not share, under the label it has on the page.</summary>
internal sealed record SettingsDifference(string Label, string Mine, string Theirs);

/// <summary>Names what two versions of the settings do not share, field by field.</summary>
internal static class SettingsDifferences
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

    public static IReadOnlyList<SettingsDifference> Between(SettingsSheet mine, SettingsSheet theirs, Texts<AccountsModule> texts) =>
        [.. from field in mine.Fields.Union(theirs.Fields)
            where mine[field] != theirs[field]
            let label = Label(field, texts)
            where label is not null
            select new SettingsDifference(label, Shown(field, mine[field], texts), Shown(field, theirs[field], texts))];

    /// <summary>Null for what the page does not ask.</summary>
    public static string? Label(string field, Texts<AccountsModule> texts)
    {
        if (Plain(field, texts) is { } plain) return plain;
        var dot = field.LastIndexOf('.');
        return dot > 0 && Plain(field[..dot], texts) is { } label ? texts["settings.in_language", label, Languages.NameOf(field[(dot + 1)..])] : null;
    }

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

    private static string Shown(string field, string value, Texts<AccountsModule> texts) =>
        value.Length == 0 ? texts["settings.nothing"] : field == "look.accent" ? texts["settings.accent." + value.ToLowerInvariant()] : value;
}
