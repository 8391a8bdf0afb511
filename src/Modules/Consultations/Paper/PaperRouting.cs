using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Paper;

/// <summary>Routing said in words on paper: before a question, whom it is for; after one, where each answer that passes questions leads.</summary>
internal sealed class PaperRouting(Texts<ConsultationsModule> texts, RuleWords words)
{
    /// <summary>« Seulement si à la question 3 vous avez coché 2 (Oui) »; empty when everybody answers.</summary>
    public string For(PaperForm form, Question question, Questionnaire questionnaire)
    {
        var rules = Rules(question).Select(rule => Sentences.Of(rule, questionnaire) is { } said ? Said(said, form, questionnaire) : rule.Text).ToList();
        return rules.Count == 0 ? "" : texts["paper.only_if", string.Join(texts["rule.and"], rules)];
    }

    /// <summary>When a choice is offered, in words; empty when it always is.</summary>
    public string For(PaperForm form, Question question, string choice, Questionnaire questionnaire) =>
        question.Filtered.FirstOrDefault(option => option.Code == choice)?.When is { } when
            ? texts["paper.only_if", Sentences.Of(when, questionnaire) is { } said ? Said(said, form, questionnaire) : when.Text] : "";

    /// <summary>« Si vous avez coché 2, passez à la question 7 »: only where it holds whatever else was answered.</summary>
    public IReadOnlyList<string> After(PaperForm form, PaperQuestion asked, Questionnaire questionnaire)
    {
        if (asked.Cells is not [{ IsMany: false, Choices.Count: > 1, Field.Ranked: null } cell, ..] || asked.Screen.Items.Count > 0) return [];
        var next = questionnaire.Questions.Skip(asked.Screen.Question.Index + 1).Where(question => form.NumberOf(question) is not null).ToList();
        var code = cell.Field.Variable.Code;
        var ways = from choice in cell.Choices.Index()
                   let skipped = next.TakeWhile(question => IsClosedBy(question, code, Value(cell, choice.Item.Value))).Count()
                   where skipped > 0
                   group choice.Index + 1 by skipped;
        return [.. ways.Select(way => way.Key < next.Count
            ? texts["paper.go_to", string.Join(texts["paper.or"], way), form.NumberOf(next[way.Key]) ?? 0]
            : texts["paper.go_to_end", string.Join(texts["paper.or"], way)])];
    }

    private static AnswerValue Value(PaperCell cell, string code) => cell.Field.FindChoice(code) is { Missing: not MissingKind.None } missing ? AnswerValue.Of(missing.Missing) : AnswerValue.Of(code);

    // A condition on nothing else, which does not hold with this answer.
    private static bool IsClosedBy(Question question, string code, AnswerValue value) =>
        Rules(question).Any(rule => rule.Variables.All(variable => variable == code) && rule.Evaluate(AnswerSet.Empty.With(code, value)) != Truth.True);

    private static IEnumerable<Condition> Rules(Question question) => new[] { question.Page.Section.When, question.Page.When, question.When }.OfType<Condition>();

    private string Said(SentenceGroup rule, PaperForm form, Questionnaire questionnaire) =>
        string.Join(texts[rule.Joining == Joining.All ? "rule.and" : "rule.or"], rule.Parts.Select(part => part switch
        {
            Sentence sentence => Said(sentence, form, questionnaire),
            SentenceGroup group => texts["rule.group", Said(group, form, questionnaire)],
            _ => "",
        }));

    private string Said(Sentence sentence, PaperForm form, Questionnaire questionnaire)
    {
        if (questionnaire.FindVariable(sentence.Code) is not { } variable || form.Cells.FirstOrDefault(cell => ReferenceEquals(cell.Field.Variable, variable)) is not { Choices.Count: > 1, Field.Ranked: null } cell
            || sentence.Operator is not (SentenceOperator.Is or SentenceOperator.IsNot or SentenceOperator.Includes or SentenceOperator.IncludesNone))
            return words.Say(new SentenceGroup(Joining.All, [sentence]), questionnaire);
        var key = sentence.Operator is SentenceOperator.Is or SentenceOperator.Includes ? "paper.ticked" : "paper.not_ticked";
        return texts[key, cell.Number, string.Join(texts["paper.or"], sentence.Values.Select(value => cell.NumberOf(value) is > 0 and var number ? texts["paper.choice", number, cell.Choices[number - 1].Label] : value))];
    }
}
