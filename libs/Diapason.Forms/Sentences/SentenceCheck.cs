namespace Diapason.Forms;

/// <summary>Looks for what keeps a sentence from being written, or from making sense.</summary>
internal static class SentenceCheck
{
    private static readonly string[] Words = ["and", "or", "not", "div", "mod"];

    public static SentenceProblem? Of(Sentence sentence, SentenceSubject subject)
    {
        if (!subject.Operators.Contains(sentence.Operator) || subject.Kind != sentence.Kind) return new(SentenceProblemCodes.OperatorNotOffered);
        if (OfItself(sentence) is { } wrong) return wrong;
        if (subject.Kind is not (SubjectKind.Choice or SubjectKind.Choices) || IsCount(sentence.Operator)) return null;
        var unknown = sentence.Values.FirstOrDefault(value => !subject.Options.Contains(value) && !(sentence.BlankCounts && subject.Missing.Contains(value)));
        return unknown is null ? null : new(SentenceProblemCodes.ValueUnknown, unknown);
    }

    /// <summary>What is wrong with it whatever its subject's options.</summary>
    public static SentenceProblem? OfItself(Sentence sentence)
    {
        if (!sentence.BlankCounts && Array.IndexOf(Words, sentence.Code) >= 0) return new(SentenceProblemCodes.ReservedName, sentence.Code);
        var (least, most) = Wanted(sentence.Operator);
        if (sentence.Values.Count < least || sentence.Values.Any(string.IsNullOrWhiteSpace)) return new(SentenceProblemCodes.ValueMissing);
        if (sentence.Values.Count > most || (IsCount(sentence.Operator) && !sentence.BlankCounts)) return new(SentenceProblemCodes.OperatorNotOffered);
        if (IsCount(sentence.Operator)) return sentence.Values[0].All(char.IsAsciiDigit) && sentence.Values[0].Length < 7 ? null : new(SentenceProblemCodes.NotANumber, sentence.Values[0]);
        foreach (var value in sentence.Values)
            if (OfValue(value, sentence.Kind) is { } wrong) return new(wrong, value);
        return sentence.Operator == SentenceOperator.Between && Size(sentence, 0) > Size(sentence, 1) ? new(SentenceProblemCodes.BoundsReversed) : null;
    }

    public static bool IsCount(SentenceOperator said) => said is SentenceOperator.CountsAtLeast or SentenceOperator.CountsAtMost;

    private static (int Least, int Most) Wanted(SentenceOperator said) => said switch
    {
        SentenceOperator.IsAnswered or SentenceOperator.IsNotAnswered => (0, 0),
        SentenceOperator.Between => (2, 2),
        SentenceOperator.Is or SentenceOperator.IsNot or SentenceOperator.Includes or SentenceOperator.IncludesNone => (1, int.MaxValue),
        _ => (1, 1),
    };

    private static string? OfValue(string value, SubjectKind kind) => kind switch
    {
        SubjectKind.Number when double.IsNaN(NumberText.Read(value)) => SentenceProblemCodes.NotANumber,
        SubjectKind.Date when !WrittenDate.TryParse(value, out _) => SentenceProblemCodes.NotADay,
        SubjectKind.Text when value.Contains('\'', StringComparison.Ordinal) && value.Contains('"', StringComparison.Ordinal) => SentenceProblemCodes.BothQuotes,
        _ => null,
    };

    private static double Size(Sentence sentence, int at) => ExpressionValue.Of(sentence.Values[at]).AsNumber();
}
