using System.Globalization;
using Diapason.Forms;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>
/// Reads what <c>framework.yaml</c> declares of the questionnaire's variables and codes, under <c>answers</c> and beside each status, role and
/// obstacle, and checks every one of them against the questionnaire of the same kit.
/// </summary>
internal sealed class ReadMeanings(KitValues values, YamlMappingNode root, Framework framework, QuickQuestions quick)
{
    private MeaningCheck _check = null!;

    /// <summary>Null when the kit declares nothing: nobody starts from their answers then.</summary>
    public static AnswersReading? From(KitFolder folder, KitProblems problems, Framework framework, QuickQuestions quick)
    {
        if (folder.Read(ReadFramework.File, problems) is not { } text) return null;
        var values = new KitValues(new KitYaml(ReadFramework.File, problems, folder.Languages));
        if (values.Yaml.Parse(text) is not { } root) return null;
        var reading = new ReadMeanings(values, root, framework, quick) { _check = new MeaningCheck(values.Yaml, MeaningCheck.Questionnaire(folder)) };
        return reading.Read();
    }

    private AnswersReading? Read()
    {
        CheckLinks();
        if (KitYaml.Child(root, "answers") is not { } child) return null;
        if (child is not YamlMappingNode node)
        {
            values.Yaml.Problem(child, "kit.wrong_type", ("key", "answers"), ("expected", "mapping"));
            return null;
        }

        values.Yaml.OnlyKeys(node, "status", "role", "region", "link", "task", "goal", "obstacle", "pile", "importance", "mastery");
        string[] competencies = [.. framework.Competencies.Select(c => c.Code)], tasks = [.. quick.Task.Options.Select(t => t.Code)];
        return new AnswersReading
        {
            Status = Coded(node, "status", Declared("statuses")),
            Role = Coded(node, "role", Declared("roles")),
            Obstacle = Coded(node, "obstacle", Declared("obstacles")),
            Region = Coded(node, "region", null),
            Link = Coded(node, "link", Same(quick.Link)),
            Task = Coded(node, "task", Same(quick.Task)),
            Goal = Coded(node, "goal", Same(quick.Goal)),
            Pile = Items(node, "pile", tasks, [("hand", TaskPile.Hand), ("keep", TaskPile.Keep), ("human", TaskPile.Human)]),
            Importance = Items(node, "importance", competencies, [("important", true), ("unimportant", false)]),
            Mastery = Mastery(node, competencies),
        };
    }

    private void CheckLinks()
    {
        if (KitYaml.Child(root, "roles") is null) return;
        var links = quick.Link.Options.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var role in values.Yaml.Items(root, "roles")) values.Check(KitYaml.At(role, "link"), "link", values.Yaml.OptionalText(role, "link") ?? "", links);
    }

    /// <summary>From the questionnaire's codes to those of a list of this file: its own code, unless <c>answers</c> names others.</summary>
    private Dictionary<string, (string Ours, YamlNode At)> Declared(string list)
    {
        var codes = new Dictionary<string, (string, YamlNode)>(StringComparer.Ordinal);
        if (KitYaml.Child(root, list) is null) return codes;
        foreach (var node in values.Yaml.Items(root, list))
        {
            var ours = values.Yaml.OptionalText(node, "code") ?? "";
            IReadOnlyList<string> theirs = KitYaml.Child(node, "answers") is null ? [ours] : values.Yaml.Codes(node, "answers");
            foreach (var code in theirs)
                if (!codes.TryAdd(code, (ours, KitYaml.At(node, "answers")))) values.Yaml.Problem(KitYaml.At(node, "answers"), "kit.duplicate_code", ("code", code));
        }

        return codes;
    }

    private Dictionary<string, (string Ours, YamlNode At)> Same(QuickQuestion question) =>
        question.Options.ToDictionary(o => o.Code, o => (o.Code, (YamlNode)root), StringComparer.Ordinal);

    /// <param name="codes">Null when every code of the variable is kept as it is, as for regions.</param>
    private CodedAnswer Coded(YamlMappingNode node, string key, Dictionary<string, (string Ours, YamlNode At)>? codes)
    {
        if (KitYaml.Child(node, key) is not { } at) return CodedAnswer.Unasked;
        var variables = values.Yaml.Codes(node, key);
        var asked = _check.Codes(at, variables);
        codes ??= asked.ToDictionary(code => code, code => (code, at), StringComparer.Ordinal);
        _check.Known(codes.Where(c => c.Value.At != root).Select(c => (c.Key, c.Value.At)), asked, variables);
        return new CodedAnswer(variables, codes.ToDictionary(c => c.Key, c => c.Value.Ours, StringComparer.Ordinal));
    }

    /// <summary><c>pile: { variable: "piles.{code}", hand: [hand], keep: [keep] }</c>.</summary>
    private ItemAnswer<T> Items<T>(YamlMappingNode node, string key, string[] items, (string Word, T Meaning)[] meanings)
        where T : struct
    {
        var codes = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Map(node, key, isRequired: false) is not { } map) return new ItemAnswer<T>("", codes);
        values.Yaml.OnlyKeys(map, ["variable", .. meanings.Select(m => m.Word)]);
        var variable = Variable(map, items, out var asked);
        foreach (var (word, meaning) in meanings)
        {
            foreach (var code in values.Yaml.Codes(map, word)) codes[code] = meaning;
            _check.Known(values.Yaml.Codes(map, word).Select(c => (c, KitYaml.At(map, word))), asked, [variable]);
        }

        return new ItemAnswer<T>(variable, codes);
    }

    /// <summary><c>mastery: { variable: "comp.{code}.mastery", levels: { "1": 0, "2": 1 } }</c>.</summary>
    private ItemAnswer<int> Mastery(YamlMappingNode node, string[] competencies)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        if (Map(node, "mastery", isRequired: true) is not { } map) return new ItemAnswer<int>("", codes);
        values.Yaml.OnlyKeys(map, "variable", "levels");
        var variable = Variable(map, competencies, out var asked);
        if (Map(map, "levels", isRequired: true) is not { } levels) return new ItemAnswer<int>(variable, codes);
        foreach (var code in levels.Children.Keys.Select(k => k.ToString())) codes[code] = values.Number(levels, code, 0, Framework.HighestLevel);
        _check.Known(levels.Children.Keys.Select(k => (k.ToString(), k)), asked, [variable]);
        return new ItemAnswer<int>(variable, codes);
    }

    private YamlMappingNode? Map(YamlMappingNode parent, string key, bool isRequired)
    {
        if (KitYaml.Child(parent, key) is YamlMappingNode map) return map;
        if (KitYaml.Child(parent, key) is { } other) values.Yaml.Problem(other, "kit.wrong_type", ("key", key), ("expected", "mapping"));
        else if (isRequired) values.Yaml.Problem(parent, "kit.key_missing", ("key", key));
        return null;
    }

    private string Variable(YamlMappingNode map, string[] items, out IReadOnlySet<string> asked)
    {
        var variable = values.Yaml.Text(map, "variable");
        asked = _check.CodesOfItems(KitYaml.At(map, "variable"), variable, items);
        return variable;
    }
}
