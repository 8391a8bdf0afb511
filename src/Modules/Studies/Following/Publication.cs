using Diapason.Statistics.Publication;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Studies.Following;

/// <summary>What a campaign has published so far.</summary>
/// <param name="Portrait">The last edition; null before the first.</param>
/// <param name="Received">Answers received on the last night.</param>
internal sealed record Publication(Portrait? Portrait, int Received, bool HasFailed, bool IsClosed)
{
    public static readonly Publication None = new(null, 0, false, false);

    /// <summary>Of the budget, by all editions.</summary>
    public BudgetSpent Spent { get; init; } = BudgetSpent.Nothing;

    /// <summary>What the portrait asks beyond it.</summary>
    public IReadOnlyList<BudgetExcess> Excess { get; init; } = [];

    /// <summary>Every edition so far, oldest first.</summary>
    public IReadOnlyList<EditionMark> Editions { get; init; } = [];
}

/// <summary>An edition by its number and its day.</summary>
internal sealed record EditionMark(int Number, DateOnly Day);
