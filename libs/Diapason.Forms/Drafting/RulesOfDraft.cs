namespace Diapason.Forms;

/// <summary>What a rule decides.</summary>
public enum DraftRuleRole
{
    /// <summary>Whether its place is shown.</summary>
    Shows,

    /// <summary>Whether a choice is offered.</summary>
    Offers,

    /// <summary>Whether an answer is taken.</summary>
    Judges,

    /// <summary>What a value is: no condition.</summary>
    Works,
}

/// <summary>A rule of a draft: where it is and what it says.</summary>
public sealed record DraftRule(DraftPlace Place, string Text)
{
    /// <summary>What it decides.</summary>
    public DraftRuleRole Role { get; init; }

    /// <summary>The choice it offers; <see langword="null"/> for another rule.</summary>
    public DraftOption? Option { get; init; }
}

/// <summary>The rules of a draft: which ask about a question, and how they read once a code is changed.</summary>
public static class RulesOfDraft
{
    /// <summary>Every rule, calculations first, in order.</summary>
    public static IReadOnlyList<DraftRule> All(Draft draft) =>
    [
        .. draft.Calculations.Select(one => new DraftRule(new(DraftPlaceKind.Calculation, one.Code), one.Value) { Role = DraftRuleRole.Works }),
        .. draft.Lists.SelectMany(list => list.Options.Where(option => option.When.Length > 0).Select(option => Offer(new(DraftPlaceKind.List, list.Code), option))),
        .. draft.Sections.SelectMany(section => Of(section)).Where(rule => rule.Text.Length > 0),
    ];

    /// <summary>The rules that rest on what a place holds, and the texts that quote it: a question, or all those of a page or section. Rules of the place itself left out.</summary>
    public static IReadOnlyList<DraftRule> Using(Draft draft, DraftPlace place)
    {
        var left = draft.With(place);
        var gone = Names(draft).Except(Names(left)).ToHashSet(StringComparer.Ordinal);
        return [.. All(left).Where(rule => Expression.TryParse(rule.Text, out var read, out _) && read!.Variables.Any(gone.Contains)), .. QuotesOfDraft.Of(left, gone)];
    }

    /// <summary>The draft with a question's code changed, in the question and in every rule that asks about it.</summary>
    public static (Draft Draft, DraftPlace Place) RenameQuestion(Draft draft, DraftPlace place, string code)
    {
        if (draft.Find(place) is not DraftQuestion question || draft.PageOf(place) is not { } page) return (draft, place);
        var renamed = question with { Code = code };
        var names = NamesOf(question).ToDictionary(name => name, name => code + name[question.Code.Length..], StringComparer.Ordinal);
        var kept = draft.With(place, renamed);
        // Another page may ask further items under the same code: only this one's names change.
        foreach (var name in Names(kept)) names.Remove(name);
        var changed = MapRules(kept, rule => Replace(rule, read => read.Parts.References.Where(reference => names.ContainsKey(reference.Code)).Select(reference => (reference.Position, reference.Code, names[reference.Code]))));
        changed = QuotesOfDraft.Rename(changed, code => names.GetValueOrDefault(code));
        return (changed, DraftPlace.Of(changed.PageOf(DraftPlace.Of(page))!, (DraftQuestion)changed.Find(new(DraftPlaceKind.Question, page.Code, code))!));
    }

    /// <summary>The draft whose rules name an option of a question by its new code.</summary>
    public static Draft RenameOption(Draft draft, DraftQuestion question, string was, string now)
    {
        var names = NamesOf(question).ToHashSet(StringComparer.Ordinal);
        return MapRules(draft, rule => Replace(rule, read => read.Parts.Compared.Where(compared => compared.Code == was && names.Contains(compared.Variable.Code)).Select(compared => (compared.Position, was, now))));
    }

    /// <summary>A rule that asks about the same things under other names.</summary>
    internal static string Renamed(string rule, Func<string, string> name) =>
        Replace(rule, read => read.Parts.References.Select(reference => (reference.Position, reference.Code, name(reference.Code))).Where(change => change.Code != change.Item3));

    /// <summary>The names by which rules ask about a question.</summary>
    public static IEnumerable<string> NamesOf(DraftQuestion question)
    {
        var items = question.Scale("items").Options;
        if (question.Kind == RankingQuestion.Word) return [question.Code, $"{question.Code}.{FieldNames.First}"];
        if (question.Kind == ConstantSumQuestion.Word) return question.Scale("options").Options.Select(option => $"{question.Code}.{option.Code}");
        if (items.Count == 0) return question.Scale("options").Options.Any(option => option.Value("other") == "true") ? [question.Code, $"{question.Code}.other"] : [question.Code];
        return question.Kind == PairedQuestion.Word
            ? items.SelectMany(item => (string[])[$"{question.Code}.{item.Code}.importance", $"{question.Code}.{item.Code}.mastery"])
            : items.Select(item => $"{question.Code}.{item.Code}");
    }

    private static IEnumerable<string> Names(Draft draft) => draft.Questions.SelectMany(one => NamesOf(one.Question));

    private static IEnumerable<DraftRule> Of(DraftSection section) =>
    [
        new(DraftPlace.Of(section), section.When),
        .. section.Pages.SelectMany(page => (DraftRule[])[new(DraftPlace.Of(page), page.When), .. page.Questions.SelectMany(question => Of(DraftPlace.Of(page, question), question))]),
    ];

    // The rule of a question, what it works out, what judges it, when each option is offered.
    private static IEnumerable<DraftRule> Of(DraftPlace place, DraftQuestion question) =>
    [
        new(place, question.When),
        new(place, question.Value("value")) { Role = DraftRuleRole.Works },
        new(place, question.Value("constraint")) { Role = DraftRuleRole.Judges },
        .. question.Scales.Values.SelectMany(scale => scale.Options).Select(option => Offer(place, option)),
    ];

    private static DraftRule Offer(DraftPlace place, DraftOption option) => new(place, option.When) { Role = DraftRuleRole.Offers, Option = option };

    private static Draft MapRules(Draft draft, Func<string, string> change) => draft with
    {
        Calculations = [.. draft.Calculations.Select(one => one with { Value = change(one.Value) })],
        Lists = [.. draft.Lists.Select(list => list with { Options = [.. list.Options.Select(option => option with { When = change(option.When) })] })],
        Sections = [.. draft.Sections.Select(section => section with
        {
            When = change(section.When),
            Pages = [.. section.Pages.Select(page => page with { When = change(page.When), Questions = [.. page.Questions.Select(question => Mapped(question, change))] })],
        })],
    };

    private static readonly string[] Expressions = ["value", "constraint"];

    private static DraftQuestion Mapped(DraftQuestion question, Func<string, string> change) => question with
    {
        When = change(question.When),
        Values = question.Values.SetItems(Expressions.Where(question.Values.ContainsKey).Select(key => KeyValuePair.Create(key, change(question.Values[key])))),
        Scales = question.Scales.SetItems(question.Scales.Where(pair => pair.Value.Options.Any(option => option.When.Length > 0))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Options = [.. pair.Value.Options.Select(option => option with { When = change(option.When) })] }))),
    };

    // Only the words that are other are touched: the rest of the rule stays as its author wrote it.
    private static string Replace(string rule, Func<Expression, IEnumerable<(int Position, string Was, string Now)>> find)
    {
        if (rule.Length == 0 || !Expression.TryParse(rule, out var read, out _)) return rule;
        foreach (var (position, was, now) in find(read!).Distinct().OrderByDescending(change => change.Position))
        {
            var at = rule.IndexOf(was, position, StringComparison.Ordinal);
            if (at >= 0) rule = string.Concat(rule.AsSpan(0, at), now, rule.AsSpan(at + was.Length));
        }

        return rule;
    }
}
