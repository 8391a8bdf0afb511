using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Text;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>framework.yaml</c>: competencies on three anchored levels, obstacles, ways of working and roles. What the questionnaire's answers mean is read by <see cref="ReadMeanings"/>.</summary>
internal static class ReadFramework
{
    public const string File = "framework.yaml";

    public static Framework? From(KitFolder folder, KitProblems problems)
    {
        if (folder.Read(File, problems) is not { } text) return null;
        var values = new KitValues(new KitYaml(File, problems, folder.Languages));
        var yaml = values.Yaml;
        if (yaml.Parse(text) is not { } root) return null;
        yaml.OnlyKeys(root, "code", "version", "date", "review", "source", "levels", "competencies", "obstacles", "statuses", "roles", "answers", "words");
        var competencies = values.Coded(root, "competencies", (node, code) => Competency(values, node, code));
        if (!competencies.Any(c => c.IsPrerequisite)) yaml.Problem(root, "needs.no_prerequisite");
        return new Framework
        {
            Code = yaml.Text(root, "code"),
            Version = yaml.Text(root, "version"),
            Date = yaml.Date(root, "date"),
            Review = yaml.Date(root, "review"),
            Source = yaml.Localized(root, "source").Typeset(),
            Levels = Levels(values, root),
            Competencies = competencies,
            Obstacles = values.Coded(root, "obstacles", (node, code) => Obstacle(yaml, node, code)),
            Statuses = values.Coded(root, "statuses", (node, code) => Status(yaml, node, code)),
            Words = Words(yaml, root),
            Roles = KitYaml.Child(root, "roles") is null ? [] : values.Coded(root, "roles", (node, code) => Role(yaml, node, code)),
        };
    }

    private static Obstacle Obstacle(KitYaml yaml, YamlMappingNode node, string code)
    {
        yaml.OnlyKeys(node, "code", "name", "means", "answers");
        return new Obstacle(code, yaml.Localized(node, "name").Typeset(), KitYaml.Child(node, "means") is null ? ObstacleMeaning.Other : yaml.Word<ObstacleMeaning>(node, "means"));
    }

    private static WorkStatus Status(KitYaml yaml, YamlMappingNode node, string code)
    {
        yaml.OnlyKeys(node, "code", "name", "alone", "answers");
        return new WorkStatus(code, yaml.Localized(node, "name").Typeset(), yaml.Flag(node, "alone"));
    }

    private static WorkRole Role(KitYaml yaml, YamlMappingNode node, string code)
    {
        yaml.OnlyKeys(node, "code", "link", "answers");
        return new WorkRole(code, yaml.OptionalText(node, "link"));
    }

    /// <summary>A sentence about a task must say which: <c>{0}</c> stands for it.</summary>
    private static Dictionary<string, LocalizedText> Words(KitYaml yaml, YamlMappingNode root)
    {
        var words = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        if (KitYaml.Child(root, "words") is not { } child) return words;
        if (child is not YamlMappingNode node)
        {
            yaml.Problem(child, "kit.wrong_type", ("key", "words"), ("expected", "mapping"));
            return words;
        }

        yaml.OnlyKeys(node, [.. OwnWords.All]);
        foreach (var key in OwnWords.All.Where(key => KitYaml.Child(node, key) is not null))
        {
            var text = words[key] = yaml.Localized(node, key).Typeset();
            foreach (var (_, sentence) in text.All.Where(said => said.Value.Split("{0}").Length != (OwnWords.OfTasks.Contains(key) ? 2 : 1) || said.Value.Replace("{0}", "", StringComparison.Ordinal).AsSpan().ContainsAny('{', '}')))
                yaml.Problem(KitYaml.At(node, key), "needs.bad_words", ("key", key), ("sentence", sentence));
        }

        return words;
    }

    private static IReadOnlyList<LocalizedText> Levels(KitValues values, YamlMappingNode root)
    {
        var levels = values.Yaml.Items(root, "levels");
        for (var i = 0; i < levels.Count; i++)
            if (values.Number(levels[i], "level", 0, Framework.HighestLevel) != i) values.Yaml.Problem(levels[i], "needs.levels_out_of_order");
        if (levels.Count != Framework.HighestLevel + 1) values.Yaml.Problem(root, "needs.wrong_count", ("key", "levels"), ("wanted", Framework.HighestLevel + 1));
        return [.. levels.Select(l => values.Yaml.Localized(l, "name").Typeset())];
    }

    private static Competency Competency(KitValues values, YamlMappingNode node, string code)
    {
        var yaml = values.Yaml;
        yaml.OnlyKeys(node, "code", "priority", "prerequisite", "name", "short", "description", "levels", "needs");
        return new Competency(
            code,
            yaml.Flag(node, "priority"),
            yaml.Flag(node, "prerequisite"),
            yaml.Localized(node, "name").Typeset(),
            yaml.Localized(node, "short").Typeset(),
            yaml.Localized(node, "description").Typeset(),
            Three(values, node, "levels"),
            Three(values, node, "needs"));
    }

    /// <summary>One text for each of the three levels.</summary>
    private static IReadOnlyList<LocalizedText> Three(KitValues values, YamlMappingNode node, string key)
    {
        var texts = values.Yaml.Items(node, key);
        if (texts.Count != Framework.HighestLevel) values.Yaml.Problem(node, "needs.wrong_count", ("key", key), ("wanted", Framework.HighestLevel));
        return [.. texts.Select(t => values.Yaml.Languages(t, $"{values.Yaml.OptionalText(node, "code")}.{key}").Typeset())];
    }
}
