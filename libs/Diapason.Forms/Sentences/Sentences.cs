namespace Diapason.Forms;

/// <summary>
/// Rules as sentences built from lists, in place of the text of an expression: « this variable — is, is not, includes… — these values », joined by all or any,
/// with one level of groups. What cannot be said so keeps its text. The words are the caller's.
/// </summary>
public static class Sentences
{
    /// <summary>Says a condition in sentences.</summary>
    /// <returns><see langword="null"/> when it cannot be said so. What is given holds for exactly the answers for which the condition does.</returns>
    public static SentenceGroup? Of(Condition condition, Questionnaire questionnaire) => Of(condition.Expression, questionnaire);

    /// <summary>Says an expression in sentences.</summary>
    /// <returns><see langword="null"/> when it cannot be said so.</returns>
    public static SentenceGroup? Of(Expression expression, Questionnaire questionnaire) => Of(expression, code => SentenceSubject.Find(questionnaire, code));

    /// <summary>Says an expression in sentences about subjects that the caller knows, such as those of a questionnaire that is still being written.</summary>
    /// <param name="expression">The expression; it need not be bound to a questionnaire.</param>
    /// <param name="subject">The subject of a code; <see langword="null"/> for a code nobody knows.</param>
    /// <returns><see langword="null"/> when it cannot be said so: an operation without a sentence, a code or an option nobody knows, groups within groups.</returns>
    public static SentenceGroup? Of(Expression expression, Func<string, SentenceSubject?> subject) => new SentenceReader(subject).Read(expression.Root);

    /// <summary>Writes a rule in the language of expressions (docs/expressions.md). Read again, it gives the same sentences, neighbours that say the same of one subject made one.</summary>
    /// <exception cref="ArgumentException">A group without a part, or a sentence that has a <see cref="Problem"/> in itself; the message gives its code.</exception>
    public static string ToExpression(SentenceGroup rule) => SentenceWriter.Write(rule);

    /// <summary>Makes a sentence of what was chosen from lists, in the questionnaire's own way unless only XLSForm's can say it.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="said">What is said of it.</param>
    /// <param name="values">The values, without blanks around; those that an operator has no use for are left out.</param>
    public static Sentence Say(SentenceSubject subject, SentenceOperator said, params IReadOnlyList<string> values)
    {
        var used = said switch
        {
            SentenceOperator.IsAnswered or SentenceOperator.IsNotAnswered => [],
            SentenceOperator.Between => values.Take(2),
            SentenceOperator.Is or SentenceOperator.IsNot or SentenceOperator.Includes or SentenceOperator.IncludesNone => values.Distinct(StringComparer.Ordinal),
            _ => values.Take(1),
        };
        var isForms = subject.IsCalculated || said is SentenceOperator.CountsAtLeast or SentenceOperator.CountsAtMost || values.Any(subject.Missing.Contains);
        return new(subject.Code, subject.Kind, said, [.. used]) { BlankCounts = isForms };
    }

    /// <summary>What keeps a sentence from being written, or from making sense of its subject; <see langword="null"/> when nothing does.</summary>
    public static SentenceProblem? Problem(Sentence sentence, SentenceSubject subject) => SentenceCheck.Of(sentence, subject);
}

/// <summary>What is wrong with a sentence.</summary>
/// <param name="Code">The stable code; one of <see cref="SentenceProblemCodes"/>.</param>
/// <param name="Value">The value concerned; empty for none.</param>
public sealed record SentenceProblem(string Code, string Value = "");

/// <summary>Why a sentence is refused.</summary>
public static class SentenceProblemCodes
{
    /// <summary>This cannot be said of such a subject.</summary>
    public const string OperatorNotOffered = "operator_not_offered";

    /// <summary>A value is wanted, or two.</summary>
    public const string ValueMissing = "value_missing";

    /// <summary>The value is not among the subject's options.</summary>
    public const string ValueUnknown = "value_unknown";

    /// <summary>The value is no number, or for a count no whole number from zero.</summary>
    public const string NotANumber = "not_a_number";

    /// <summary>The value is no day.</summary>
    public const string NotADay = "not_a_day";

    /// <summary>The first bound comes after the second.</summary>
    public const string BoundsReversed = "bounds_reversed";

    /// <summary>Words that hold both kinds of straight quotation marks cannot be written.</summary>
    public const string BothQuotes = "both_quotes";

    /// <summary>The subject's code is a word of the language (<c>and</c>, <c>not</c>…) and cannot be named barely.</summary>
    public const string ReservedName = "reserved_name";
}
