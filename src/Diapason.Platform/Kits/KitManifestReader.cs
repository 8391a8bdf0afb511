using System.Text.RegularExpressions;

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
        yaml.OnlyKeys(root, "code", "version", "title", "synthetic", "councils");
        var councils = new List<KitCouncil>();
        foreach (var node in yaml.Items(root, "councils"))
        {
            yaml.OnlyKeys(node, "slug", "name", "purpose", "answers");
            var slug = yaml.Text(node, "slug");
            if (slug.Length > 0 && !Slug().IsMatch(slug)) yaml.Problem(KitYaml.At(node, "slug"), "kit.bad_slug", ("slug", slug));
            if (councils.Exists(c => c.Slug == slug)) yaml.Problem(KitYaml.At(node, "slug"), "kit.duplicate_code", ("code", slug));
            councils.Add(new KitCouncil(slug, yaml.Localized(node, "name"), yaml.Localized(node, "purpose"), yaml.Flag(node, "answers", otherwise: true)));
        }

        if (councils.Count == 0) yaml.Problem(root, "kit.key_missing", ("key", "councils"));
        return new KitManifest(yaml.Text(root, "code"), yaml.Text(root, "version"), yaml.Localized(root, "title"), yaml.Flag(root, "synthetic"), councils);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Slug();
}
