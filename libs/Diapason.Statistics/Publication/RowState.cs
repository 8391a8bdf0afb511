namespace Diapason.Statistics.Publication;

/// <summary>One refresh of a row, stored with its edition.</summary>
/// <param name="Edition">Number of the edition, from 1.</param>
/// <param name="Counted">People that thresholds count: everyone in the row, or with invitations those invited.</param>
/// <param name="Key">Sum of the record keys of everyone in the row.</param>
public sealed record RowRefresh(int Edition, int Counted, ulong Key);

/// <summary>The refreshes of one question in a row.</summary>
/// <param name="Editions">Editions in which it was refreshed, ascending; empty while it is hidden.</param>
/// <param name="Bases">Its true base at each, people; internal, as is everything here.</param>
/// <param name="Counted">Of its last base, people that thresholds count.</param>
public sealed record QuestionState(IReadOnlyList<int> Editions, IReadOnlyList<int> Bases, int Counted)
{
    /// <summary>A question not yet shown.</summary>
    public static QuestionState Hidden { get; } = new([], [], 0);
}

/// <summary>All that is stored of a row between two nights. No list of people.</summary>
/// <param name="Row">Which row.</param>
public sealed record RowState(RowId Row)
{
    /// <summary>Day of the first nightly run that found 30 people, as a day number; null before.</summary>
    public int? FirstSeen { get; init; }

    /// <summary>Refreshes, oldest first; empty while the row is hidden.</summary>
    public IReadOnlyList<RowRefresh> Refreshes { get; init; } = [];

    /// <summary>Questions, in the order of the columns; empty while the row is hidden.</summary>
    public IReadOnlyList<QuestionState> Questions { get; init; } = [];

    /// <summary>Row keys of the refreshes of one question, oldest first: what its draws depend on (<see cref="FigureKey.RowKeys"/>).</summary>
    /// <param name="question">Index of the question.</param>
    /// <returns>A key for each of its refreshes; empty while it is hidden.</returns>
    public IReadOnlyList<ulong> KeysOf(int question) =>
        question < Questions.Count ? [.. Questions[question].Editions.Select(e => Refreshes.First(r => r.Edition == e).Key)] : [];
}

/// <summary>Why a row is, or is not, in the coming edition.</summary>
public enum RowOutcome
{
    /// <summary>Hidden: under 30 people that count.</summary>
    TooFew,
    /// <summary>Hidden: 30 people were found, not yet on two nights seven days apart.</summary>
    Waiting,
    /// <summary>Shown for the first time.</summary>
    Opened,
    /// <summary>Shown anew.</summary>
    Refreshed,
    /// <summary>Unchanged: too few newcomers since its last refresh.</summary>
    TooFewNewcomers,
    /// <summary>Frozen while under 20 people are left in it.</summary>
    Shrunk,
    /// <summary>Frozen: of the newcomers of some refresh fewer than 10 are left.</summary>
    FewSurvivors,
    /// <summary>Frozen: it would differ from another published row by 1 to 9 people, often for a few nights only.</summary>
    NearlyEqual,
    /// <summary>Under 100 people, kept for the closing edition by the council's choice.</summary>
    HeldToClose,
    /// <summary>Frozen: the campaign's budget for this row is spent.</summary>
    BudgetSpent,
}

/// <summary>What a night decides of one row.</summary>
/// <param name="Row">Which row.</param>
/// <param name="Outcome">Why.</param>
/// <param name="Questions">Indices of the questions to publish anew from everyone in the row; the others keep their older figure.</param>
/// <param name="Next">What to store when this is published; for a row not refreshed, its state of before but for <see cref="RowState.FirstSeen"/>.</param>
public sealed record RowDecision(RowId Row, RowOutcome Outcome, IReadOnlyList<int> Questions, RowState Next);

/// <summary>What a night decides.</summary>
/// <param name="Edition">Number of the coming edition.</param>
/// <param name="Rows">Every row anybody is in, and every row known before.</param>
public sealed record EditionPlan(int Edition, IReadOnlyList<RowDecision> Rows)
{
    /// <summary>Whether there is something to publish; otherwise no edition is made and its number is kept for another night.</summary>
    public bool HasRows => Rows.Any(r => r.Outcome is RowOutcome.Opened or RowOutcome.Refreshed);
}
