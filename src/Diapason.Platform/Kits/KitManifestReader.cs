using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Diapason.Platform.Kits;

/// <summary>Reads <c>kit.yaml</c>.</summary>
internal static partial class KitManifestReader
{
    private const string File = "kit.yaml";

    public static KitManifest? Read(KitFolder folder, KitProblems problems)
    {
        if (folder.Read(File, problems) is not { } text) return null;
        var yaml = new KitYaml(File, problems);
        if (yaml.Parse(text) is not { } root) return null;
        yaml.OnlyKeys(root, "code", "version", "title", "synthetic", "languages", "councils");
        if (yaml.Codes(root, "languages") is { Count: > 0 } languages) folder.Languages = Known(yaml, root, languages);
        yaml = new KitYaml(File, problems, folder.Languages);
        var councils = new List<KitCouncil>();
        foreach (var node in yaml.Items(root, "councils"))
        {
            yaml.OnlyKeys(node, "slug", "name", "purpose", "answers", "settings");
            var slug = yaml.Text(node, "slug");
            if (slug.Length > 0 && !Slug().IsMatch(slug)) yaml.Problem(KitYaml.At(node, "slug"), "kit.bad_slug", ("slug", slug));
            if (councils.Exists(c => c.Slug == slug)) yaml.Problem(KitYaml.At(node, "slug"), "kit.duplicate_code", ("code", slug));
            councils.Add(new KitCouncil(slug, yaml.Localized(node, "name"), yaml.Localized(node, "purpose"), yaml.Flag(node, "answers", otherwise: true))
            {
                Settings = KitSettingsReader.Read(yaml, node, folder.Languages),
            });
        }

        if (councils.Count == 0) yaml.Problem(root, "kit.key_missing", ("key", "councils"));
        return new KitManifest(yaml.Text(root, "code"), yaml.Text(root, "version"), yaml.Localized(root, "title"), yaml.Flag(root, "synthetic"), councils) { Languages = folder.Languages };
    }

    private static IReadOnlyList<string> Known(KitYaml yaml, YamlMappingNode root, IReadOnlyList<string> languages)
    {
        foreach (var code in languages.Where(code => !Language.Languages.IsCode(code))) yaml.Problem(KitYaml.At(root, "languages"), "settings.bad_language", ("value", code));
        foreach (var twice in languages.GroupBy(code => code).Where(g => g.Count() > 1)) yaml.Problem(KitYaml.At(root, "languages"), "settings.language_twice", ("value", twice.Key));
        return [.. languages.Where(Language.Languages.IsCode).Distinct()];
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Slug();
}
