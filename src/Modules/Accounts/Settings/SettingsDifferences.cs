using Diapason.Platform.Language;

namespace Diapason.Accounts.Settings;

/// <summary>One value that two versions of the settings do not share, under the label it has on the page.</summary>
internal sealed record SettingsDifference(string Label, string Mine, string Theirs);

/// <summary>Names what two versions of the settings do not share, field by field.</summary>
internal static class SettingsDifferences
{
    public static IReadOnlyList<SettingsDifference> Between(SettingsSheet mine, SettingsSheet theirs, Texts<AccountsModule> texts) =>
        [.. from field in mine.Fields.Union(theirs.Fields)
            where mine[field] != theirs[field]
            let label = SettingsLabels.Of(field, texts)
            where label is not null
            select new SettingsDifference(label, Shown(field, mine[field], texts), Shown(field, theirs[field], texts))];

    private static string Shown(string field, string value, Texts<AccountsModule> texts) =>
        value.Length == 0 ? texts["settings.nothing"] : SettingsLabels.Value(field, value, texts);
}
