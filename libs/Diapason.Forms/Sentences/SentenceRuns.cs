namespace Diapason.Forms;

/// <summary>Turns sentences into their contrary, and neighbours that say the same of one subject into one sentence.</summary>
internal static class SentenceRuns
{
    /// <summary>The contrary; <see langword="null"/> when no sentence says it: in XLSForm's way, without an answer neither an order nor its contrary holds.</summary>
    public static Sentence? Negate(Sentence sentence)
    {
        var other = sentence.Operator.Other();
        var isOrder = sentence.Operator is SentenceOperator.AtLeast or SentenceOperator.AtMost or SentenceOperator.MoreThan or SentenceOperator.LessThan;
        return other == sentence.Operator || (isOrder && sentence.BlankCounts) ? null : Counted(sentence with { Operator = other });
    }

    /// <summary>What is said where this is not; the same for what has no contrary of its own.</summary>
    public static SentenceOperator Other(this SentenceOperator said) => said switch
    {
        SentenceOperator.Is => SentenceOperator.IsNot,
        SentenceOperator.IsNot => SentenceOperator.Is,
        SentenceOperator.Includes => SentenceOperator.IncludesNone,
        SentenceOperator.IncludesNone => SentenceOperator.Includes,
        SentenceOperator.IsAnswered => SentenceOperator.IsNotAnswered,
        SentenceOperator.IsNotAnswered => SentenceOperator.IsAnswered,
        SentenceOperator.AtLeast => SentenceOperator.LessThan,
        SentenceOperator.LessThan => SentenceOperator.AtLeast,
        SentenceOperator.AtMost => SentenceOperator.MoreThan,
        SentenceOperator.MoreThan => SentenceOperator.AtMost,
        SentenceOperator.CountsAtLeast => SentenceOperator.CountsAtMost,
        SentenceOperator.CountsAtMost => SentenceOperator.CountsAtLeast,
        _ => said,
    };

    /// <summary>Both as one sentence; <see langword="null"/> when they stay two. Named barely, several values already stand in one list.</summary>
    public static Sentence? Join(SentencePart first, SentencePart second, Joining joining)
    {
        if (first is not Sentence one || second is not Sentence two || (one.Code, one.BlankCounts) != (two.Code, two.BlankCounts)) return null;
        if (joining == Joining.All && (one.Operator, two.Operator) == (SentenceOperator.AtLeast, SentenceOperator.AtMost))
            return one with { Operator = SentenceOperator.Between, Values = [one.Values[0], two.Values[0]] } is var between && SentenceCheck.OfItself(between) is null ? between : null;
        var isRun = joining == Joining.Any ? one.Operator is SentenceOperator.Is or SentenceOperator.Includes : one.Operator is SentenceOperator.IsNot or SentenceOperator.IncludesNone;
        return isRun && one.BlankCounts && one.Operator == two.Operator ? one with { Values = [.. one.Values, .. two.Values] } : null;
    }

    // "Not at least three" is "at most two".
    private static Sentence? Counted(Sentence sentence)
    {
        if (!SentenceCheck.IsCount(sentence.Operator)) return sentence;
        var count = NumberText.Read(sentence.Values[0]) + (sentence.Operator == SentenceOperator.CountsAtLeast ? 1 : -1);
        return count < 0 ? null : sentence with { Values = [NumberText.Write(count)] };
    }
}
