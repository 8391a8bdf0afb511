namespace Diapason.Forms;

/// <summary>Makes sentences about one subject; none for what its lists do not hold.</summary>
internal sealed record SentenceAbout(SentenceSubject Subject, bool IsForms)
{
    private bool IsMany => Subject.Kind == SubjectKind.Choices;

    public Sentence? Said(SentenceOperator said, params IReadOnlyList<string> values)
    {
        var sentence = new Sentence(Subject.Code, Subject.Kind, said, values) { BlankCounts = IsForms };
        return SentenceCheck.Of(sentence, Subject) is null ? sentence : null;
    }

    public Sentence? Among(IReadOnlyList<string> texts) => Subject.Kind == SubjectKind.Number ? null : Said(IsMany ? SentenceOperator.Includes : SentenceOperator.Is, texts);

    public Sentence? AmongNumbers(IReadOnlyList<double> numbers) => Subject.Kind == SubjectKind.Number ? Said(SentenceOperator.Is, [.. numbers.Select(NumberText.Write)]) : null;

    public Sentence? Equal(ExpressionNode with, bool isNegated)
    {
        if (with is LiteralNode { Value.Type: ExpressionType.Text } literal && literal.Value.AsText().Length == 0) return Said(isNegated ? SentenceOperator.IsAnswered : SentenceOperator.IsNotAnswered);
        if (Subject.Kind == SubjectKind.Choice && with is LiteralNode { Value.Type: ExpressionType.Number } number) return Said(isNegated ? SentenceOperator.IsNot : SentenceOperator.Is, [.. Subject.Options.Where(code => NumberText.Read(code) == number.Value.AsNumber())]);
        return !IsMany && Value(with) is { } value ? Said(isNegated ? SentenceOperator.IsNot : SentenceOperator.Is, value) : null;
    }

    // Of one option, that it is among those chosen is that it is the one.
    public Sentence? Selected(ExpressionValue code)
    {
        if (Subject.Kind is not (SubjectKind.Choice or SubjectKind.Choices) || code.Type != ExpressionType.Text) return null;
        return Said(IsMany ? SentenceOperator.Includes : SentenceOperator.Is, code.AsText().Trim());
    }

    public Sentence? Ordered(string sign, ExpressionNode with) => Value(with) is { } value ? Said(Operator(sign), value) : null;

    public Sentence? Ordered(string sign, ExpressionValue bound)
    {
        if ((Subject.Kind == SubjectKind.Number) != (bound.Type == ExpressionType.Number)) return null;
        return Said(Operator(sign), bound.AsText());
    }

    public Sentence? Counted(string sign, double count)
    {
        var whole = sign switch { ">" => Math.Floor(count) + 1, ">=" => Math.Ceiling(count), "<" => Math.Ceiling(count) - 1, _ => Math.Floor(count) };
        return Said(sign is ">" or ">=" ? SentenceOperator.CountsAtLeast : SentenceOperator.CountsAtMost, NumberText.Write(whole));
    }

    /// <summary>What a form compares its subject with, as a value of its kind: figures are a number and a day in words a day, as they are when they are compared.</summary>
    private string? Value(ExpressionNode with) => (Subject.Kind, with) switch
    {
        (SubjectKind.Number, LiteralNode { Value.Type: ExpressionType.Number } number) => number.Value.AsText(),
        (SubjectKind.Number, MinusNode { Inner: LiteralNode { Value.Type: ExpressionType.Number } number }) => NumberText.Write(-number.Value.AsNumber()),
        (SubjectKind.Number, LiteralNode words) when NumberText.Read(words.Value.AsText()) is var read && !double.IsNaN(read) => NumberText.Write(read),
        (SubjectKind.Date, LiteralNode { Value.Type: ExpressionType.Text } day) => day.Value.AsText(),
        (SubjectKind.Date, CallNode { Function.Name: "date", Arguments: [LiteralNode { Value.Type: ExpressionType.Text } day] }) => day.Value.AsText(),
        (SubjectKind.Choice or SubjectKind.Text, LiteralNode { Value.Type: ExpressionType.Text } words) => words.Value.AsText(),
        _ => null,
    };

    private static SentenceOperator Operator(string sign) => sign switch
    {
        ">=" => SentenceOperator.AtLeast,
        "<=" => SentenceOperator.AtMost,
        ">" => SentenceOperator.MoreThan,
        _ => SentenceOperator.LessThan,
    };
}
