namespace Diapason.Forms;

/// <summary>Several options (<c>multiple</c>).</summary>
public sealed class MultipleQuestion : OptionQuestion
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "multiple";

    internal MultipleQuestion(QuestionSource source)
        : base(source)
    {
        (MinChoices, MaxChoices) = (source.Map.Count("min"), source.Map.Count("max"));
        if ((MaxChoices > 0 && MinChoices > MaxChoices) || (Options.Count > 0 && MinChoices > Options.Count)) source.Refuse("min", "wrong_bounds");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The fewest choices, once there is one.</summary>
    public int MinChoices { get; }

    /// <summary>The most choices; zero for no bound.</summary>
    public int MaxChoices { get; }

    internal override int Weight => 15;

    internal override (int Least, int Most) ChoiceBounds => (MinChoices, MaxChoices > 0 ? MaxChoices : int.MaxValue);

    private protected override VariableType Type => VariableType.Choices;

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    private protected override AnswerValue Only(Option option) => AnswerValue.Of([option.Code]);

    private protected override void TakeChoice(PageCheck check, Field field)
    {
        var chosen = new List<Option>();
        foreach (var value in check.AllOf(field))
        {
            if (string.IsNullOrEmpty(value)) continue;
            if (check.FindChoice(field, value) is not { } choice)
            {
                check.Refuse(field, FieldProblemCodes.UnknownOption);
                return;
            }

            if (!chosen.Contains(choice)) chosen.Add(choice);
        }

        if (chosen.Count == 0) check.Blank(field);
        else if (chosen is [{ Missing: not MissingKind.None } missing]) check.Keep(field, AnswerValue.Of(missing.Missing));
        else if (IsCountRight(check, field, chosen)) check.Keep(field, AnswerValue.Of(Ordered(field, chosen)));
    }

    private bool IsCountRight(PageCheck check, Field field, List<Option> chosen)
    {
        var alone = chosen.Exists(option => option.Exclusive || option.Missing != MissingKind.None);
        if (alone && chosen.Count > 1) return check.Refuse(field, FieldProblemCodes.ExclusiveWithOthers);
        if (MaxChoices > 0 && chosen.Count > MaxChoices) return check.Refuse(field, FieldProblemCodes.TooMany, ("max", MaxChoices), ("count", chosen.Count));
        if (!alone && chosen.Count < MinChoices) return check.Refuse(field, FieldProblemCodes.TooFew, ("min", MinChoices), ("count", chosen.Count));
        return true;
    }

    // Codes are stored in the questionnaire's order, so that the same choices always make the same value.
    private static string[] Ordered(Field field, List<Option> chosen)
    {
        var codes = new string[chosen.Count];
        var at = 0;
        foreach (var choice in field.Choices)
            if (chosen.Contains(choice)) codes[at++] = choice.Code;
        return codes;
    }
}
