using System.Text.RegularExpressions;
using Diapason.Yaml;

namespace Diapason.Platform.Kits;

/// <summary>Reads <c>kit.yaml</c>.</summary>
internal static partial class KitManifestReader
{
    private const string File = "kit.yaml";

    public static KitManifest? Read(KitFolder folder, KitProblems problems) => folder.ReadYaml(File, problems, root => Manifest(root, folder));

    private static KitManifest Manifest(YamlMap root, KitFolder folder)
    {
        // They say in which languages every text of the kit is, this file's first.
        if (root.OptionalCodes("languages") is { Count: > 0 } languages) folder.Languages = root.Reading.Languages = Known(root, languages);
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var councils = root.Items("councils").Select(node => Council(node, slugs)).ToList();
        if (root.IsEmptyList("councils")) root.ReportAt("councils", "kit.key_missing", ("key", "councils"));
        return new KitManifest(root.Text("code"), root.Text("version"), root.Localized("title"), root.Flag("synthetic"), councils) { Languages = folder.Languages };
    }

    private static KitCouncil Council(YamlMap node, HashSet<string> slugs)
    {
        var slug = node.Text("slug");
        if (slug.Length > 0 && !Slug().IsMatch(slug)) node.ReportAt("slug", "kit.bad_slug", ("slug", slug));
        if (slug.Length > 0 && !slugs.Add(slug)) node.ReportAt("slug", "kit.duplicate_code", ("code", slug));
        return new KitCouncil(slug, node.Localized("name"), node.Localized("purpose"), node.Flag("answers", otherwise: true))
        {
            Settings = node.OptionalMap("settings") is { } settings ? new KitSettingsReader(node, settings).Read() : null,
        };
    }

    private static IReadOnlyList<string> Known(YamlMap root, IReadOnlyList<string> languages)
    {
        foreach (var code in languages.Where(code => !Language.Languages.IsCode(code))) root.ReportAt("languages", "settings.bad_language", ("value", code));
        foreach (var twice in languages.GroupBy(code => code).Where(g => g.Count() > 1)) root.ReportAt("languages", "settings.language_twice", ("value", twice.Key));
        return [.. languages.Where(Language.Languages.IsCode).Distinct()];
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Slug();
}
