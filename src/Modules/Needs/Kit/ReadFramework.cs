using Diapason.Needs.Reference;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>framework.yaml</c>: competencies on three anchored levels, obstacles, ways of working and roles. What the questionnaire's answers mean is read by <see cref="ReadMeanings"/>.</summary>
internal static class ReadFramework
{
    public const string File = "framework.yaml";

    private const int Highest = Framework.HighestLevel;

    public static Framework Of(YamlMap root)
    {
        var competencies = root.Coded("competencies", Competency);
        root.Reading.OnceSound(() =>
        {
            if (!competencies.Any(c => c.IsPrerequisite)) root.Report("needs.no_prerequisite");
        });
        return new Framework
        {
            Code = root.Text("code"),
            Version = root.Text("version"),
            Date = root.Date("date"),
            Review = root.Date("review"),
            Source = root.Localized("source").Typeset(),
            Levels = Levels(root),
            Competencies = competencies,
            Obstacles = root.Coded("obstacles", Obstacle),
            Statuses = root.Coded("statuses", (node, code) => new WorkStatus(code, node.Localized("name").Typeset(), node.Flag("alone"))),
            Words = root.OptionalMap("words") is { } words ? Words(words) : [],
            Roles = root.Has("roles") ? root.Coded("roles", (node, code) => new WorkRole(code, node.OptionalText("link"))) : [],
        };
    }

    private static Obstacle Obstacle(YamlMap node, string code) =>
        new(code, node.Localized("name").Typeset(), node.Has("means") ? node.Word<ObstacleMeaning>("means") : ObstacleMeaning.Other);

    /// <summary>A sentence about a task must say which: <c>{0}</c> stands for it.</summary>
    private static Dictionary<string, LocalizedText> Words(YamlMap node)
    {
        var words = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var key in OwnWords.All.Where(node.Has))
        {
            var text = words[key] = node.Localized(key).Typeset();
            foreach (var (_, sentence) in text.All.Where(said => said.Value.Length > 0 && !Holds(said.Value, OwnWords.OfTasks.Contains(key) ? 1 : 0)))
                node.ReportAt(key, "needs.bad_words", ("key", key), ("sentence", sentence));
        }

        return words;
    }

    private static bool Holds(string sentence, int tasks) =>
        sentence.Split("{0}").Length == tasks + 1 && !sentence.Replace("{0}", "", StringComparison.Ordinal).AsSpan().ContainsAny('{', '}');

    private static IReadOnlyList<LocalizedText> Levels(YamlMap root)
    {
        var levels = root.Items("levels");
        for (var i = 0; i < levels.Count; i++)
        {
            // A level that cannot be read is told already.
            levels[i].Text("level");
            if (levels[i].OptionalWhole("level", 0, Highest, i) != i) levels[i].Report("needs.levels_out_of_order");
        }

        if (root.IsList("levels") && levels.Count != Highest + 1) root.ReportAt("levels", "needs.wrong_count", ("key", "levels"), ("wanted", Highest + 1));
        return [.. levels.Select(l => l.Localized("name").Typeset())];
    }

    private static Competency Competency(YamlMap node, string code) => new(
        code,
        node.Flag("priority"),
        node.Flag("prerequisite"),
        node.Localized("name").Typeset(),
        node.Localized("short").Typeset(),
        node.Localized("description").Typeset(),
        Three(node, "levels"),
        Three(node, "needs"),
        node.OptionalMap("never") is { } never ? new NeverUsing(Three(never, "levels"), Three(never, "needs")) : null);

    /// <summary>One text for each of the three levels.</summary>
    private static IReadOnlyList<LocalizedText> Three(YamlMap node, string key)
    {
        var texts = node.Items(key);
        if (node.IsList(key) && texts.Count != Highest) node.ReportAt(key, "needs.wrong_count", ("key", key), ("wanted", Highest));
        return [.. texts.Select(t => t.Languages($"{node.OptionalText("code")}.{key}").Typeset())];
    }
}
