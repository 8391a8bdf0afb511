using System.Collections.Immutable;

namespace Diapason.Forms;

/// <summary>What the questions of a kind may say, and the change of a question into one of another kind.</summary>
public static class ChangeKind
{
    private static readonly string[] Judged = ["title", "hint", "constraint_message"];

    private static readonly ImmutableSortedDictionary<string, DraftKind> Known = new Dictionary<string, DraftKind>
    {
        [SingleQuestion.Word] = new(["options"], ["layout", "order", "constraint"]) { Texts = Judged },
        [MultipleQuestion.Word] = new(["options"], ["min", "max", "order", "constraint"]) { Texts = Judged },
        [StatementsQuestion.Word] = new(["options", "items"], ["layout"]),
        [PairedQuestion.Word] = new(["importance", "mastery", "items"], []),
        [PilesQuestion.Word] = new(["options", "items"], []),
        [ConstantSumQuestion.Word] = new(["options"], ["total", "tolerance", "decimals"]) { Texts = ["title", "hint", "unit"] },
        [RankingQuestion.Word] = new(["options"], ["top", "order"]),
        [NumberQuestion.Word] = new([], ["min", "max", "decimals", "constraint"]) { Texts = ["title", "hint", "unit", "constraint_message"] },
        [DateQuestion.Word] = new([], ["min", "max", "constraint"]) { Texts = Judged },
        [ShortTextQuestion.Word] = new([], ["max_length", "constraint"]) { Texts = Judged },
        [LongTextQuestion.Word] = new([], ["max_length", "constraint"]) { Texts = Judged },
        [CalculatedQuestion.Word] = new([], ["value", "type", "shown"]) { Texts = ["title"], IsAnswered = false },
        [ConsentQuestion.Word] = new([], []) { Texts = ["title", "hint", "body"], IsAnswered = false },
        [NoteQuestion.Word] = new([], []) { Texts = ["title", "body"], IsAnswered = false },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What a kind may say; of a kind not known here, what the question says.</summary>
    public static DraftKind Shape(DraftQuestion question) => Known.GetValueOrDefault(question.Kind)
        ?? new([.. question.Scales.Keys], [.. question.Values.Keys.Where(key => key != "required")]) { Texts = [.. question.Texts.Keys.Append("title").Distinct()] };

    /// <summary>The question as one of another kind: what that kind cannot say is left out.</summary>
    public static DraftQuestion Of(DraftQuestion question, string kind)
    {
        if (!Known.TryGetValue(kind, out var shape)) return question with { Kind = kind };
        return question with
        {
            Kind = kind,
            Texts = question.Texts.RemoveRange(question.Texts.Keys.Except(shape.Texts)),
            Values = question.Values.RemoveRange(question.Values.Keys.Except(shape.IsAnswered ? [.. shape.Values, "required"] : shape.Values)),
            Codes = shape.IsAnswered ? question.Codes : DraftQuestion.NoCodes,
            Scales = question.Scales.RemoveRange(question.Scales.Keys.Except(shape.Scales)),
        };
    }
}

/// <summary>What the questions of a kind may say beside their code, their rule and, when they are answered, whether an answer is required and which missing kinds are offered.</summary>
/// <param name="Scales">Keys of its lists.</param>
/// <param name="Values">Keys of its values on one line.</param>
public sealed record DraftKind(IReadOnlyList<string> Scales, IReadOnlyList<string> Values)
{
    /// <summary>Keys of its texts.</summary>
    public IReadOnlyList<string> Texts { get; init; } = ["title", "hint"];

    /// <summary>Whether it is an ordinary question, whose answer may be required, or left out for a reason.</summary>
    public bool IsAnswered { get; init; } = true;
}
