namespace Diapason.Statistics.Publication;

/// <summary>When a row opens and is refreshed, in people and days. The values are the product's (ADR 34); a council chooses the last two.</summary>
public sealed record PublicationRules
{
    /// <summary>People a row, and a question in it, needs to open.</summary>
    public int Opening { get; init; } = 30;

    /// <summary>Days between the two nightly runs that must find them.</summary>
    public int DaysApart { get; init; } = 7;

    /// <summary>Least number of newcomers of any refresh, and least difference between any two published sets.</summary>
    public int Newcomers { get; init; } = 10;

    /// <summary>A row that falls below this stays frozen.</summary>
    public int Frozen { get; init; } = 20;

    /// <summary>Newcomers to a question's base, as a share of its last base.</summary>
    public double QuestionGrowth { get; init; } = 0.8;

    /// <summary>What is added to figures; the budget counts what it teaches.</summary>
    public NoiseRule Noise { get; init; } = NoiseRule.Recommended;

    /// <summary>What a campaign may spend.</summary>
    public PublicationBudget Budget { get; init; } = new();

    /// <summary>The council's choice: rows under 100 people appear in the closing edition only.</summary>
    public bool SmallRowsAtTheClose { get; init; }
}

/// <summary>One nightly run.</summary>
/// <param name="Edition">Number of the coming edition: the last one's plus 1.</param>
/// <param name="Day">Day number (any epoch).</param>
/// <param name="Closing">Whether this is the closing edition, seven days after the close: 10 newcomers suffice.</param>
public sealed record NightlyRun(int Edition, int Day, bool Closing = false);
