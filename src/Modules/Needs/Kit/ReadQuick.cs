using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>quick.yaml</c>: the quick questions and what each answer points to.</summary>
internal sealed class ReadQuick(KitValues values, Framework framework)
{
    public const string File = "quick.yaml";

    private readonly HashSet<string> _competencies = [.. framework.Competencies.Select(c => c.Code)];
    private readonly HashSet<string> _obstacles = [.. framework.Obstacles.Select(o => o.Code)];
    private readonly HashSet<string> _statuses = [.. framework.Statuses.Select(s => s.Code)];

    public static QuickQuestions? From(KitFolder folder, KitProblems problems, Framework framework)
    {
        if (folder.Read(File, problems) is not { } text) return null;
        var yaml = new KitYaml(File, problems, folder.Languages);
        return yaml.Parse(text) is { } root ? new ReadQuick(new KitValues(yaml), framework).Questions(root) : null;
    }

    private QuickQuestions? Questions(YamlMappingNode root)
    {
        values.Yaml.OnlyKeys(root, "minutes", "positions", "status", "link", "task", "obstacle", "goal", "position");
        if (KitYaml.Child(root, "position") is not YamlMappingNode position)
        {
            values.Yaml.Problem(root, "kit.key_missing", ("key", "position"));
            return null;
        }

        return new QuickQuestions
        {
            Minutes = values.Number(root, "minutes", 1, 30),
            Positions = values.Number(root, "positions", 1, framework.Competencies.Count),
            Status = Question(root, "status"),
            Link = Question(root, "link"),
            Task = Question(root, "task"),
            Obstacle = Question(root, "obstacle"),
            Goal = Question(root, "goal"),
            PositionTitle = values.Yaml.Localized(position, "title").Typeset(),
            PositionNone = values.Yaml.Localized(position, "none").Typeset(),
        };
    }

    private QuickQuestion Question(YamlMappingNode root, string key)
    {
        var yaml = values.Yaml;
        if (KitYaml.Child(root, key) is not YamlMappingNode node)
        {
            yaml.Problem(root, "kit.key_missing", ("key", key));
            return new QuickQuestion(Text.LocalizedText.Empty, null, []);
        }

        yaml.OnlyKeys(node, "title", "hint", "options");
        return new QuickQuestion(
            yaml.Localized(node, "title").Typeset(), yaml.OptionalLocalized(node, "hint")?.Typeset(), values.Coded(node, "options", (o, code) => Option(key, o, code)));
    }

    private QuickOption Option(string question, YamlMappingNode node, string code)
    {
        values.Yaml.OnlyKeys(node, "code", "name", "develops", "pile", "without_ai", "apart");
        if (question == "obstacle") values.Check(KitYaml.At(node, "code"), "code", code, _obstacles);
        if (question == "status") values.Check(KitYaml.At(node, "code"), "code", code, _statuses);
        return new QuickOption(
            code,
            values.Yaml.Localized(node, "name").Typeset(),
            values.Known(node, "develops", _competencies),
            KitYaml.Child(node, "pile") is null ? TaskPile.Mixed : values.Yaml.Word<TaskPile>(node, "pile"),
            values.Yaml.Flag(node, "without_ai"),
            values.Yaml.Flag(node, "apart"));
    }
}
