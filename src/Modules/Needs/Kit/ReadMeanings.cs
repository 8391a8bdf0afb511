using Diapason.Forms;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>
/// Reads what <c>framework.yaml</c> declares of the questionnaire's variables and codes, under <c>answers</c> and beside each status, role and
/// obstacle, and checks every one of them against the questionnaire of the same kit.
/// </summary>
internal sealed class ReadMeanings(YamlMap root, MeaningCheck check, Framework framework, QuickQuestions quick)
{
    /// <summary>Null when the kit declares nothing: nobody starts from their answers then.</summary>
    public static AnswersReading? Of(YamlMap root, KitFolder folder, Framework framework, QuickQuestions quick) =>
        new ReadMeanings(root, new MeaningCheck(root.Reading, MeaningCheck.Questionnaire(folder)), framework, quick).Read();

    private AnswersReading? Read()
    {
        CheckLinks();
        if (root.OptionalMap("answers") is not { } node) return null;
        string[] competencies = [.. framework.Competencies.Select(c => c.Code)], tasks = [.. quick.Task.Options.Select(t => t.Code)];
        var (pile, importance, does) = (
            Items(node, "pile", tasks, [("hand", TaskPile.Hand), ("keep", TaskPile.Keep), ("human", TaskPile.Human)]),
            Items(node, "importance", competencies, [("important", true), ("unimportant", false)]),
            Does(node, tasks));
        return new AnswersReading
        {
            Status = Coded(node, "status", Declared("statuses")),
            Role = Coded(node, "role", Declared("roles")),
            Obstacle = Coded(node, "obstacle", Declared("obstacles")),
            Region = Coded(node, "region", null),
            Discipline = Coded(node, "discipline", null),
            Link = Coded(node, "link", Same(quick.Link)),
            Task = Coded(node, "task", Same(quick.Task)),
            Goal = Coded(node, "goal", Same(quick.Goal)),
            Never = Never(node),
            Does = does,
            Ticked = check.Labels([.. node.OptionalCodes("obstacle"), .. node.OptionalCodes("region"), .. node.OptionalCodes("discipline"), .. does.Variables]),
            Asked = check.Items([.. tasks.Select(pile.VariableOf), .. competencies.Select(importance.VariableOf)]),
            Pile = pile,
            Importance = importance,
            Mastery = Mastery(node, competencies),
        };
    }

    private void CheckLinks()
    {
        var links = quick.Link.Options.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var role in root.OptionalItems("roles")) role.Check("link", role.OptionalText("link") ?? "", links);
    }

    /// <summary>From the questionnaire's codes to those of a list of this file: its own code, unless <c>answers</c> names others.</summary>
    private Dictionary<string, (string Ours, YamlNode At)> Declared(string list)
    {
        var codes = new Dictionary<string, (string, YamlNode)>(StringComparer.Ordinal);
        foreach (var node in root.OptionalItems(list))
        {
            var ours = node.OptionalText("code") ?? "";
            var theirs = node.OptionalCodes("answers") is { Count: > 0 } named ? named : [ours];
            foreach (var code in theirs)
                if (!codes.TryAdd(code, (ours, node.At("answers")))) node.ReportAt("answers", "kit.duplicate_code", ("code", code));
        }

        return codes;
    }

    private Dictionary<string, (string Ours, YamlNode At)> Same(QuickQuestion question) =>
        question.Options.ToDictionary(o => o.Code, o => (o.Code, (YamlNode)root), StringComparer.Ordinal);

    /// <param name="codes">Null when every code of the variable is kept as it is, as for regions.</param>
    private CodedAnswer Coded(YamlMap node, string key, Dictionary<string, (string Ours, YamlNode At)>? codes)
    {
        if (node.OptionalCodes(key) is not { Count: > 0 } variables) return CodedAnswer.Unasked;
        var at = node.At(key);
        var asked = check.Codes(at, variables);
        codes ??= asked.ToDictionary(code => code, code => (code, at), StringComparer.Ordinal);
        check.Known(codes.Where(c => c.Value.At != root).Select(c => (c.Key, c.Value.At)), asked, variables);
        return new CodedAnswer(variables, codes.ToDictionary(c => c.Key, c => c.Value.Ours, StringComparer.Ordinal));
    }

    /// <summary><c>never: { variable: ai_use, codes: [never] }</c>.</summary>
    private CodedAnswer Never(YamlMap node)
    {
        if (node.OptionalMap("never") is not { } map) return CodedAnswer.Unasked;
        var (variable, codes) = (map.Text("variable"), map.OptionalCodes("codes"));
        if (variable.Length == 0) return CodedAnswer.Unasked;
        check.Known(codes.Select(code => (code, map.At("codes"))), check.Codes(map.At("variable"), [variable]), [variable]);
        return new CodedAnswer([variable], codes.ToDictionary(code => code, code => code, StringComparer.Ordinal));
    }

    /// <summary><c>does: { variable: ai_purposes, tasks: { grants: grant } }</c>: from a choice of the questionnaire to a task.</summary>
    private CodedAnswer Does(YamlMap node, string[] tasks)
    {
        if (node.OptionalMap("does") is not { } map) return CodedAnswer.Unasked;
        var variable = map.Text("variable");
        if (map.Map("tasks") is not { } named || variable.Length == 0) return CodedAnswer.Unasked;
        var codes = named.Keys.ToDictionary(code => code, code => named.Text(code), StringComparer.Ordinal);
        foreach (var (code, task) in codes) named.Check(code, task, tasks.ToHashSet(StringComparer.Ordinal));
        check.Known(named.Keys.Select(code => (code, named.At(code))), check.Codes(map.At("variable"), [variable]), [variable]);
        return new CodedAnswer([variable], codes);
    }

    /// <summary><c>pile: { variable: "piles.{code}", hand: [hand], keep: [keep] }</c>.</summary>
    private ItemAnswer<T> Items<T>(YamlMap node, string key, string[] items, (string Word, T Meaning)[] meanings)
        where T : struct
    {
        var codes = new Dictionary<string, T>(StringComparer.Ordinal);
        if (node.OptionalMap(key) is not { } map) return new ItemAnswer<T>("", codes);
        var variable = Variable(map, items, out var asked);
        foreach (var (word, meaning) in meanings)
        {
            var named = map.OptionalCodes(word);
            foreach (var code in named) codes[code] = meaning;
            check.Known(named.Select(code => (code, map.At(word))), asked, [variable]);
        }

        return new ItemAnswer<T>(variable, codes);
    }

    /// <summary><c>mastery: { variable: "comp.{code}.mastery", levels: { "1": 0, "2": 1 } }</c>.</summary>
    private ItemAnswer<int> Mastery(YamlMap node, string[] competencies)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        if (node.Map("mastery") is not { } map) return new ItemAnswer<int>("", codes);
        var variable = Variable(map, competencies, out var asked);
        if (map.Map("levels") is not { } levels) return new ItemAnswer<int>(variable, codes);
        foreach (var code in levels.Keys) codes[code] = levels.Whole(code, 0, Framework.HighestLevel);
        check.Known(levels.Keys.Select(code => (code, levels.At(code))), asked, [variable]);
        return new ItemAnswer<int>(variable, codes);
    }

    private string Variable(YamlMap map, string[] items, out IReadOnlySet<string> asked)
    {
        var variable = map.Text("variable");
        asked = check.CodesOfItems(map.At("variable"), variable, items);
        return variable;
    }
}
