namespace Diapason.Statistics;

/// <summary>A two-way weighted table: people, shares of the whole, of the row and of the column, each with its error.</summary>
/// <remarks>Its base is the rows with both variables, in the domain.</remarks>
public sealed class CrossTable
{
    private readonly IDesign design;
    private readonly EstimateOptions options;

    internal CrossTable(IDesign design, CategoricalColumn rows, CategoricalColumn columns, Domain? domain, EstimateOptions options)
    {
        (this.design, Rows, Columns, Domain, this.options) = (design, rows, columns, domain, options);
        if (rows.Count != design.Rows || columns.Count != design.Rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{rows.Name}' has {rows.Count} rows, '{columns.Name}' {columns.Count}, the design {design.Rows}.", rows.Name);
        domain?.Check(design.Rows);
        Counts = new int[rows.Categories.Count, columns.Categories.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            if (design.Weights[row] != 0 && (domain is null || domain.Mask[row]) && rows[row] >= 0 && columns[row] >= 0)
                Counts[rows[row], columns[row]]++;
        }
    }

    /// <summary>Row variable, r categories.</summary>
    public CategoricalColumn Rows { get; }

    /// <summary>Column variable, c categories.</summary>
    public CategoricalColumn Columns { get; }

    /// <summary>Subpopulation, or null.</summary>
    public Domain? Domain { get; }

    /// <summary>r × c respondents.</summary>
    public int[,] Counts { get; }

    /// <summary>r × c numbers of people, Σ w.</summary>
    public Estimate[,] People() => Estimate((i, j) => new TotalStatistic(Cell(i, j), Domain));

    /// <summary>r × c shares of the whole.</summary>
    public Estimate[,] CellShares() => Estimate((i, j) => new MeanStatistic(Cell(i, j), Domain, true));

    /// <summary>r × c shares of the row; null in a row without a respondent.</summary>
    public Estimate?[,] RowShares() => Estimate((i, j) => new MeanStatistic(Cell(i, j), Within(Rows, i), true), (i, _) => HasRow(i));

    /// <summary>r × c shares of the column; null in a column without a respondent.</summary>
    public Estimate?[,] ColumnShares() => Estimate((i, j) => new MeanStatistic(Cell(i, j), Within(Columns, j), true), (_, j) => HasColumn(j));

    /// <summary>Tests of independence of the two variables.</summary>
    /// <exception cref="SurveyException">
    /// <see cref="SurveyError.TooFew"/> when a variable has a single category with respondents, or the cells no sampling variance;
    /// <see cref="SurveyError.Singular"/> when so many cells are empty that Rao and Scott's matrix has no inverse (as in R).
    /// </exception>
    public AssociationTest Association() => AssociationTest.Of(design, this);

    internal bool HasRow(int i) => Enumerable.Range(0, Counts.GetLength(1)).Any(j => Counts[i, j] > 0);

    internal bool HasColumn(int j) => Enumerable.Range(0, Counts.GetLength(0)).Any(i => Counts[i, j] > 0);

    /// <summary>1 in the cell, 0 in the others, missing when either variable is.</summary>
    internal NumericColumn Cell(int i, int j)
    {
        var values = new double[Rows.Count];
        for (var row = 0; row < values.Length; row++)
        {
            var (a, b) = (Rows[row], Columns[row]);
            values[row] = a < 0 || b < 0 ? NumericColumn.Missing(MissingKind.NotStated) : a == i && b == j ? 1 : 0;
        }
        return new NumericColumn($"{Rows.Name}={Rows.Categories[i]}, {Columns.Name}={Columns.Categories[j]}", values);
    }

    private Domain Within(CategoricalColumn column, int code) => Domain is null ? Domain.Of(column, code) : Domain.And(Domain.Of(column, code));

    private Estimate[,] Estimate(Func<int, int, Statistic> statistic) => Fill<Estimate>((i, j) => design.Estimate(statistic(i, j), options));

    private Estimate?[,] Estimate(Func<int, int, Statistic> statistic, Func<int, int, bool> hasBase) =>
        Fill((i, j) => hasBase(i, j) ? design.Estimate(statistic(i, j), options) : null);

    private T[,] Fill<T>(Func<int, int, T> cell)
    {
        var result = new T[Counts.GetLength(0), Counts.GetLength(1)];
        for (var i = 0; i < result.GetLength(0); i++)
        {
            for (var j = 0; j < result.GetLength(1); j++)
                result[i, j] = cell(i, j);
        }
        return result;
    }
}

/// <summary>Weighted tables.</summary>
public static class CrossTables
{
    /// <summary>A two-way table.</summary>
    /// <param name="design">The design.</param>
    /// <param name="rows">Row variable.</param>
    /// <param name="columns">Column variable.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <param name="options">Interval and level.</param>
    public static CrossTable CrossTable(this IDesign design, CategoricalColumn rows, CategoricalColumn columns, Domain? domain = null, EstimateOptions? options = null) =>
        new(design, rows, columns, domain, options ?? EstimateOptions.Default);

    /// <summary>A three-way table: one two-way table a category of the third variable, in its order.</summary>
    public static IReadOnlyList<CrossTable> CrossTable(this IDesign design, CategoricalColumn rows, CategoricalColumn columns, CategoricalColumn layers, Domain? domain = null, EstimateOptions? options = null) =>
        Enumerable.Range(0, layers.Categories.Count)
            .Select(k => Domain.Of(layers, k))
            .Select(layer => design.CrossTable(rows, columns, domain is null ? layer : domain.And(layer), options)).ToList();
}
