using Diapason.Statistics.Publication;

namespace Diapason.Studies.Publishing;

/// <summary>What the row of a breakdown that has spent the most has spent.</summary>
/// <param name="Breakdown">Variable and categories; empty for everyone.</param>
/// <param name="Refreshes">How many times it was made, its opening included.</param>
/// <param name="Information">On one person's answer, in its figure that tells the most, 1/people².</param>
internal sealed record SpentBy(string Breakdown, int Refreshes, double Information)
{
    /// <summary>The variable alone.</summary>
    public string Variable => Breakdown.Split('=')[0];
}

/// <summary>What a campaign's publication has spent, counted by code and stored with each edition; for the council's people alone, since true bases are in it.</summary>
/// <param name="Breakdowns">How many were ever shown.</param>
internal sealed record BudgetSpent(int Breakdowns, IReadOnlyList<SpentBy> Rows)
{
    public static readonly BudgetSpent Nothing = new(0, []);

    public static BudgetSpent Of(IReadOnlyList<RowMemory> rows)
    {
        var shown = rows.Where(row => row.Refreshes.Count > 0).ToList();
        return new BudgetSpent(
            shown.Select(row => row.Breakdown).Where(breakdown => breakdown.Length > 0).Distinct(StringComparer.Ordinal).Count(),
            [.. shown.GroupBy(row => row.Breakdown).OrderBy(by => by.Key, StringComparer.Ordinal).Select(by => new SpentBy(by.Key, by.Max(row => row.Refreshes.Count), by.Max(Information)))]);
    }

    /// <summary>Rounded up: never less than what was spent.</summary>
    private static double Information(RowMemory row) =>
        Math.Ceiling(row.Questions.Select(question => PublicationBudget.InformationOf(question.Bases, NoiseRule.Recommended)).DefaultIfEmpty(0).Max() * 100) / 100;
}
