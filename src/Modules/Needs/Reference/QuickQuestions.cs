using System.Text.Json.Serialization;
using Diapason.Needs.Wording;
using Diapason.Text;

namespace Diapason.Needs.Reference;

/// <summary>The quick questions: five on the context, then as many self-positionings as <see cref="Positions"/> says.</summary>
internal sealed record QuickQuestions
{
    public required int Minutes { get; init; }
    public required int Positions { get; init; }

    /// <summary>How many there are in all.</summary>
    public int Count => 5 + Positions;

    public required QuickQuestion Status { get; init; }
    public required QuickQuestion Link { get; init; }
    public required QuickQuestion Task { get; init; }
    public required QuickQuestion Obstacle { get; init; }
    public required QuickQuestion Goal { get; init; }

    /// <summary>Asked before the anchored sentences of each competency.</summary>
    public required LocalizedText PositionTitle { get; init; }

    /// <summary>The answer "none of these sentences".</summary>
    public required LocalizedText PositionNone { get; init; }
}

/// <summary>One question with its closed list of answers.</summary>
internal sealed record QuickQuestion(LocalizedText Title, LocalizedText? Hint, IReadOnlyList<QuickOption> Options)
{
    public QuickOption? Option(string? code) => Options.FirstOrDefault(o => o.Code == code);
}

/// <summary>One answer and what it says of the needs.</summary>
/// <param name="Develops">Competencies it points to, the most telling first.</param>
/// <param name="Pile">For a task, where the field's consultation put it.</param>
/// <param name="Level">For a goal, the level it calls for: whoever stands there already needs nothing more for it.</param>
/// <param name="WithoutAi">For a goal, that the person means to do without AI.</param>
/// <param name="Apart">Set apart from the others on the page, as "none in particular" is.</param>
internal sealed record QuickOption(
    string Code, LocalizedText Name, IReadOnlyList<string> Develops, TaskPile Pile = TaskPile.Mixed, bool WithoutAi = false, bool Apart = false, int Level = QuickOption.Applied)
{
    /// <summary>The person puts it to use.</summary>
    public const int Applied = 2;
}

/// <summary>Where the field puts a task.</summary>
internal enum TaskPile
{
    /// <summary>It depends.</summary>
    Mixed,

    /// <summary>To hand to AI or adapt.</summary>
    Hand,

    /// <summary>To keep without AI.</summary>
    Keep,

    /// <summary>A human skill that gains value.</summary>
    Human,
}

/// <summary>All that a council's kit says about needs.</summary>
/// <param name="Answers">How the questionnaire's answers are read; null when the council has none that says where people stand.</param>
internal sealed record NeedsReference(Framework Framework, Offer Offer, QuickQuestions Quick, AnswersReading? Answers = null)
{
    /// <summary>How the field says its needs; null when the council has none. Kept apart from the rest, which an edit of it does not touch.</summary>
    [JsonIgnore]
    public Lexicon? Lexicon { get; init; }
}
