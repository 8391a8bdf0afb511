namespace Diapason.Forms;

/// <summary>What random respondents met of one page.</summary>
/// <param name="Page">Its code.</param>
/// <param name="Met">How many came to it.</param>
/// <param name="MedianSeconds">The median of the time they would take; see <see cref="PageTime"/>. Nought where nobody came.</param>
/// <param name="Stops">How many could not leave it.</param>
public sealed record WalkedPage(string Page, int Met, double MedianSeconds, int Stops);

/// <summary>What random respondents met in a questionnaire.</summary>
public sealed record WalkReport
{
    /// <summary>How many walked.</summary>
    public required int Walks { get; init; }

    /// <summary>What the draws came from: the same seed walks the same ways.</summary>
    public required int Seed { get; init; }

    /// <summary>How many different ways through the pages they took.</summary>
    public required int Ways { get; init; }

    /// <summary>The fewest pages that one of them met.</summary>
    public required int FewestPages { get; init; }

    /// <summary>The median of the pages they met.</summary>
    public required double MedianPages { get; init; }

    /// <summary>The most pages that one of them met.</summary>
    public required int MostPages { get; init; }

    /// <summary>The median of the minutes they would take; see <see cref="PageTime"/>.</summary>
    public required double MedianMinutes { get; init; }

    /// <summary>The minutes of who would take longest.</summary>
    public required double MostMinutes { get; init; }

    /// <summary>The codes of the pages that somebody met.</summary>
    public required IReadOnlySet<string> Reached { get; init; }

    /// <summary>The codes of the questions that somebody was asked.</summary>
    public required IReadOnlySet<string> Asked { get; init; }

    /// <summary>The codes of the pages that nobody met, in order: by chance or for good (see <see cref="Completeness"/>).</summary>
    public required IReadOnlyList<string> NeverReached { get; init; }

    /// <summary>Every page, in order.</summary>
    public required IReadOnlyList<WalkedPage> Pages { get; init; }

    /// <summary>The pages that some could not leave, none of their answers being accepted, and how many.</summary>
    public required IReadOnlyList<(string Page, int Walks)> DeadEnds { get; init; }
}
