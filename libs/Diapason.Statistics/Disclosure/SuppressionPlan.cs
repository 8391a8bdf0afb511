namespace Diapason.Statistics;

/// <summary>What becomes of each cell of a family.</summary>
/// <param name="Family">The family.</param>
/// <param name="Statuses">One status a cell.</param>
public sealed record SuppressionPlan(AdditiveFamily Family, IReadOnlyList<CellStatus> Statuses)
{
    /// <summary>Whether a cell may be shown.</summary>
    public bool IsShown(int cell) => Statuses[cell] == CellStatus.Published;

    /// <summary>Cells suppressed for themselves.</summary>
    public int PrimaryCount => Statuses.Count(s => s == CellStatus.Primary);

    /// <summary>Cells suppressed to protect others.</summary>
    public int SecondaryCount => Statuses.Count(s => s == CellStatus.Secondary);
}

/// <summary>Hidden cells whose sum what is published gives.</summary>
/// <param name="Cells">Their numbers.</param>
/// <param name="Value">Their sum.</param>
public sealed record HiddenSum(IReadOnlyList<int> Cells, double Value);

/// <summary>What an attacker can derive of a suppressed cell from everything published.</summary>
/// <param name="Cell">The cell's number.</param>
/// <param name="Low">Lowest value compatible with what is published.</param>
/// <param name="High">Highest value; infinite when nothing bounds it.</param>
public sealed record DerivedInterval(int Cell, double Low, double High)
{
    /// <summary>High − low.</summary>
    public double Width => High - Low;
}
