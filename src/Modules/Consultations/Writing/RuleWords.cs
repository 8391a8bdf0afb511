using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Writing;

/// <summary>Rules read aloud: « Utilisez-vous l’IA? » est « Oui ».</summary>
internal sealed class RuleWords(Texts<ConsultationsModule> texts)
{
    private const int Longest = 60;

    public string Say(SentenceGroup rule, Questionnaire questionnaire) =>
        string.Join(texts[rule.Joining == Joining.All ? "rule.and" : "rule.or"], rule.Parts.Select(part => part switch
        {
            Sentence sentence => Say(sentence, questionnaire),
            SentenceGroup group => texts["rule.group", Say(group, questionnaire)],
            _ => "",
        }));

    public string Operator(SentenceOperator said) => texts["rule.said." + said.ToString().ToLowerInvariant()];

    /// <summary>What a sentence is about, by the words of its question.</summary>
    public string Subject(string code, Questionnaire questionnaire)
    {
        if (questionnaire.FindVariable(code) is not { } variable) return code;
        var title = Short(variable.Question.PlainTitle.Here);
        var words = variable.Item is { } item ? texts["rule.item", title, Short(item.Label.Here)] : title;
        return variable.Aspect switch { "importance" => texts["rule.importance", words], "mastery" => texts["rule.mastery", words], "first" => texts["rule.first", words], "other" => texts["rule.other", words], _ => words };
    }

    /// <summary>What can be chosen as a value, missing kinds last.</summary>
    public static IReadOnlyList<(string Code, string Words)> Values(string code, Questionnaire questionnaire) => questionnaire.FindVariable(code) is { } variable
        ? [.. variable.Options.Concat(variable.Type.IsCoded ? variable.Question.MissingOptions : []).Select(option => (option.Code, option.Label.Here))] : [];

    private string Say(Sentence sentence, Questionnaire questionnaire)
    {
        var known = Values(sentence.Code, questionnaire).ToDictionary(value => value.Code, value => value.Words);
        var isCount = sentence.Operator is SentenceOperator.CountsAtLeast or SentenceOperator.CountsAtMost;
        var values = sentence.Values.Select(value => !isCount && known.TryGetValue(value, out var words) ? texts["rule.quoted", words] : value);
        var joined = string.Join(texts[sentence.Operator == SentenceOperator.Between ? "rule.to" : "rule.one_of"], values);
        return texts["rule.sentence", Subject(sentence.Code, questionnaire), Operator(sentence.Operator), joined].TrimEnd();
    }

    private static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest).TrimEnd(), "…");
}
