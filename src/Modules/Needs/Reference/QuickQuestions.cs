using Diapason.Text;

namespace Diapason.Needs.Reference;

/// <summary>The eight quick questions: five on the context, then as many self-positionings as <see cref="Positions"/> says.</summary>
internal sealed record QuickQuestions
{
    public required int Minutes { get; init; }
    public required int Positions { get; init; }
    public required QuickQuestion Status { get; init; }
    public required QuickQuestion Link { get; init; }
    public required QuickQuestion Task { get; init; }
    public required QuickQuestion Obstacle { get; init; }
    public required QuickQuestion Goal { get; init; }

    /// <summary>Asked before the anchored sentences of each competency.</summary>
    public required LocalizedText PositionTitle { get; init; }

    /// <summary>The answer "none of these sentences".</summary>
    public required LocalizedText PositionNone { get; init; }

    public required AnswersReading Answers { get; init; }
}

/// <summary>How the questionnaire's codes are read.</summary>
/// <param name="Important">Codes of importance that make a competency count.</param>
/// <param name="Unimportant">Codes that set it aside.</param>
/// <param name="Mastery">The level, from 0 to 3, that each code of mastery is worth.</param>
/// <param name="RoleLinks">The link of the chain a role works in.</param>
internal sealed record AnswersReading(
    IReadOnlyList<string> Important, IReadOnlyList<string> Unimportant, IReadOnlyDictionary<string, int> Mastery, IReadOnlyDictionary<string, string> RoleLinks);

/// <summary>One question with its closed list of answers.</summary>
internal sealed record QuickQuestion(LocalizedText Title, LocalizedText? Hint, IReadOnlyList<QuickOption> Options)
{
    public QuickOption? Option(string? code) => Options.FirstOrDefault(o => o.Code == code);
}

/// <summary>One answer and what it says of the needs.</summary>
/// <param name="Develops">Competencies it points to, the most telling first.</param>
/// <param name="Pile">For a task, where the field's consultation put it.</param>
/// <param name="WithoutAi">For a goal, that the person means to do without AI.</param>
internal sealed record QuickOption(string Code, LocalizedText Name, IReadOnlyList<string> Develops, TaskPile Pile = TaskPile.Mixed, bool WithoutAi = false);

/// <summary>The piles of the 2025 consultation.</summary>
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
internal sealed record NeedsReference(Framework Framework, Offer Offer, QuickQuestions Quick);
