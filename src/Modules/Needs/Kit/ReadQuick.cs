using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>quick.yaml</c>: the quick questions and what each answer points to.</summary>
internal sealed class ReadQuick(Framework framework)
{
    public const string File = "quick.yaml";

    private readonly HashSet<string> _competencies = [.. framework.Competencies.Select(c => c.Code)];
    private readonly HashSet<string> _obstacles = [.. framework.Obstacles.Select(o => o.Code)];
    private readonly HashSet<string> _statuses = [.. framework.Statuses.Select(s => s.Code)];

    public static QuickQuestions? From(KitFolder folder, KitProblems problems, Framework framework) => folder.ReadYaml(File, problems, new ReadQuick(framework).Questions);

    private QuickQuestions Questions(YamlMap root)
    {
        var position = root.Map("position");
        return new QuickQuestions
        {
            Minutes = root.Whole("minutes", 1, 30),
            Positions = root.Whole("positions", 1, framework.Competencies.Count),
            Status = Question(root, "status"),
            Link = Question(root, "link"),
            Task = Question(root, "task"),
            Obstacle = Question(root, "obstacle"),
            Goal = Question(root, "goal"),
            PositionTitle = position?.Localized("title").Typeset() ?? LocalizedText.Empty,
            PositionNone = position?.Localized("none").Typeset() ?? LocalizedText.Empty,
        };
    }

    private QuickQuestion Question(YamlMap root, string key)
    {
        if (root.Map(key) is not { } node) return new QuickQuestion(LocalizedText.Empty, null, []);
        return new QuickQuestion(
            node.Localized("title").Typeset(), node.OptionalLocalized("hint")?.Typeset(), node.Coded("options", (o, code) => Option(key, o, code)));
    }

    private QuickOption Option(string question, YamlMap node, string code)
    {
        if (question == "obstacle") node.Check("code", code, _obstacles);
        if (question == "status") node.Check("code", code, _statuses);
        return new QuickOption(
            code,
            node.Localized("name").Typeset(),
            node.Known("develops", _competencies),
            node.Has("pile") ? node.Word<TaskPile>("pile") : TaskPile.Mixed,
            node.Flag("without_ai"),
            node.Flag("apart"),
            node.Has("level") ? node.Whole("level", 1, Framework.HighestLevel) : QuickOption.Applied);
    }
}
