using System.Globalization;
using Diapason.Design.Components;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>What a campaign's publication has spent of its budget and what is left, as its council reads it.</summary>
internal static class BudgetTable
{
    private static readonly PublicationBudget Budget = new();

    /// <summary>Null before the first edition.</summary>
    public static DataTable? Of(StudyState state) => state.Spent.Rows.Count == 0 ? null : new DataTable(
        T["coverage.budget.title"],
        [new(T["coverage.budget.group"], false), new(T["coverage.budget.refreshes"]), new(T["coverage.budget.refreshes_left"]), new(T["coverage.budget.information"]), new(T["coverage.budget.information_left"])],
        [.. state.Spent.Rows.Select(row => new DataRow(NameOf(row, state.Portrait.Definition), [
            Number(row.Refreshes), Number(Math.Max(0, Budget.Refreshes - row.Refreshes)), Two(row.Information), Two(Math.Max(0, Most(state) - row.Information)),
        ]))]);

    public static string Breakdowns(StudyState state) => T.Format("coverage.budget.breakdowns", Number(state.Spent.Breakdowns), Number(Budget.Breakdowns));

    public static IEnumerable<string> Beyond(IEnumerable<BudgetExcess> excesses) =>
        excesses.Select(excess => T.Format("coverage.budget.over." + excess.Code, Number(excess.Asked), Number(excess.Allowed), excess.Variable));

    /// <summary>The closing edition may spend more.</summary>
    private static double Most(StudyState state) => state.IsClosed ? Budget.InformationWithClosing : Budget.Information;

    private static string NameOf(SpentBy row, PortraitDefinition portrait) =>
        row.Breakdown.Length == 0 ? T["coverage.budget.everyone"] : portrait.Breakdowns.FirstOrDefault(by => by.Variable == row.Variable) is { } known ? Say(known.Label) : row.Variable;

    private static string Two(double value) => value.ToString("N2", CultureInfo.CurrentCulture);
}
