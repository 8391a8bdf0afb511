namespace Diapason.Forms;

/// <summary>What one person answered, as a text may quote it.</summary>
internal static class SaidAnswer
{
    // Whoever wrote a page of words recognises it by its beginning.
    private const int Longest = 120;

    /// <summary>Nothing when it was not asked, not answered, or left out for a reason.</summary>
    public static string? Of(Route route, string code, string language)
    {
        if (route.Questionnaire.FindVariable(code) is { } variable) return route.Shows(variable.Question) ? Of(route, variable, language) : null;
        return route.Questionnaire.Calculations.FirstOrDefault(one => one.Code == code) is { } calculation ? Short(Of(route.Value(calculation), language)) : null;
    }

    private static string? Of(Route route, Variable variable, string language)
    {
        var value = variable.Question.IsWorkedOut ? route.Worked(variable.Question) : route.Answers[variable.Code];
        return value.IsAnswered ? Short(string.Join(", ", variable.Say(value, language).Select((said, at) => Specified(route, variable, value, at) ?? said))) : null;
    }

    // « Other » says less than the words that specify it.
    private static string? Specified(Route route, Variable variable, AnswerValue value, int at)
    {
        if (variable.Question.Other is not { } other || ReferenceEquals(other.Variable, variable)) return null;
        var code = value.Kind == AnswerKind.Codes ? value.Codes[at] : value.Text;
        return variable.Options.Any(option => option.Other && option.Code == code) && route.Answers[other.Variable.Code] is { Kind: AnswerKind.Text } words ? words.Text : null;
    }

    private static string Of(ExpressionValue value, string language) => value.Type switch
    {
        ExpressionType.Number when value.AsNumber() is var number && Math.Abs(number) < 1e15 => WrittenNumber.Write((decimal)number, language),
        ExpressionType.Number => "",
        ExpressionType.Date => WrittenDate.TryParse(value.AsText(), out var day) ? WrittenDate.InWords(day, language) : "",
        _ => value.AsText(),
    };

    private static string? Short(string said)
    {
        var line = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest).TrimEnd(), QuotedAnswers.Nothing);
    }
}
