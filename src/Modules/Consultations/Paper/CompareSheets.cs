using Diapason.Forms;

namespace Diapason.Consultations.Paper;

/// <summary>Two typings of one sheet, variable by variable.</summary>
internal sealed record SheetComparison(int Compared, IReadOnlyList<Variable> Different)
{
    public int Agreed => Compared - Different.Count;

    /// <summary>What neither was asked is not compared, nor is consent: both would always agree.</summary>
    public static SheetComparison Of(Questionnaire questionnaire, AnswerSet first, AnswerSet second)
    {
        var compared = questionnaire.Variables.Where(variable => !variable.Question.IsConsent && !(IsNotAsked(first, variable) && IsNotAsked(second, variable))).ToList();
        return new(compared.Count, compared.FindAll(variable => first[variable.Code] != second[variable.Code]));
    }

    /// <summary>One set of answers: of what differs, the second typing where it was chosen. What these answers no longer ask goes.</summary>
    public static AnswerSet Settle(Questionnaire questionnaire, AnswerSet first, AnswerSet second, IReadOnlySet<string> seconds)
    {
        var chosen = questionnaire.Variables.Select(variable => KeyValuePair.Create(variable.Code, (seconds.Contains(variable.Code) ? second : first)[variable.Code]))
            .Where(value => value.Value.Missing != MissingKind.NotAsked);
        return questionnaire.RouteFor(AnswerSet.From(chosen)).Complete();
    }

    private static bool IsNotAsked(AnswerSet answers, Variable variable) => answers[variable.Code].Missing == MissingKind.NotAsked;
}
