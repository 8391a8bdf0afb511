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
    /// <exception cref="SurveyException"><see cref="SurveyError.EmptyDomain"/>: nobody has both variables in the domain.</exception>
    public Estimate[,] People()
    {
        var (moments, all) = (Moments, CellShares());
        return Fill((i, j) => AsPeople(all[i, j], Cell(i, j), moments));
    }

    /// <summary>r × c shares of the whole.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.EmptyDomain"/>: nobody has both variables in the domain.</exception>
    public Estimate[,] CellShares()
    {
        var table = Shares(Cells, null);
        return Fill((i, j) => (table is null ? design.Estimate(new MeanStatistic(Indicator(i, j), Domain, true), options) : table[0, Cell(i, j)] ?? throw Empty(table)) with { Name = NameOf(i, j) });
    }

    /// <summary>r × c shares of the row; null in a row without a respondent, or without one in some replicate.</summary>
    public Estimate?[,] RowShares()
    {
        var table = Shares(Columns, Rows);
        return Fill((i, j) => HasRow(i) ? Named(table is null ? design.TryEstimate(new MeanStatistic(Indicator(i, j), Within(Rows, i), true), options) : table[i, j], i, j) : null);
    }

    /// <summary>r × c shares of the column; null in a column without a respondent, or without one in some replicate.</summary>
    public Estimate?[,] ColumnShares()
    {
        var table = Shares(Rows, Columns);
        return Fill((i, j) => HasColumn(j) ? Named(table is null ? design.TryEstimate(new MeanStatistic(Indicator(i, j), Within(Columns, j), true), options) : table[j, i], i, j) : null);
    }

    /// <summary>Tests of independence of the two variables.</summary>
    /// <exception cref="SurveyException">
    /// <see cref="SurveyError.TooFew"/> when a variable has a single category with respondents, or the cells no sampling variance;
    /// <see cref="SurveyError.Singular"/> when so many cells are empty that Rao and Scott's matrix has no inverse (as in R).
    /// </exception>
    public AssociationTest Association() => AssociationTest.Of(design, this);

    internal bool HasRow(int i) => Enumerable.Range(0, Counts.GetLength(1)).Any(j => Counts[i, j] > 0);

    internal bool HasColumn(int j) => Enumerable.Range(0, Counts.GetLength(0)).Any(i => Counts[i, j] > 0);

    /// <summary>Both variables as one, missing outside the domain.</summary>
    internal CategoricalColumn Cells => field ??= Domain is null ? Rows.Cross(Columns) : Rows.Cross(Columns).Within(Domain);

    internal CellMoments Moments => field ??= new CellMoments(design, Cells);

    internal int Cell(int i, int j) => (i * Columns.Categories.Count) + j;

    /// <summary>1 in the cell, 0 in the others, missing when either variable is.</summary>
    internal NumericColumn Indicator(int i, int j) => NumericColumn.Indicator(Cells, Cells.Categories[Cell(i, j)]);

    private string NameOf(int i, int j) => $"{Rows.Name}={Rows.Categories[i]}, {Columns.Name}={Columns.Categories[j]}";

    private Estimate? Named(Estimate? estimate, int i, int j) => estimate is null ? null : estimate with { Name = NameOf(i, j) };

    private Domain Within(CategoricalColumn column, int code) => Domain is null ? Domain.Of(column, code) : Domain.And(Domain.Of(column, code));

    /// <summary>The table of shares of a question by segment over the domain; null for a design that has none.</summary>
    private ShareTable? Shares(CategoricalColumn question, CategoricalColumn? segment)
    {
        var within = Domain is null || segment is null ? segment : segment.Within(Domain);
        return design switch
        {
            SurveyDesign survey => survey.Shares(question, within, options),
            ReplicateDesign replicates => replicates.Shares(question, within, options),
            _ => null,
        };
    }

    /// <summary>A cell's number of people with what its share of the whole carries.</summary>
    private Estimate AsPeople(Estimate share, int cell, CellMoments moments)
    {
        var (value, variance) = (moments.People[cell], moments.CovarianceOfPeople[cell, cell]);
        var error = Math.Sqrt(Math.Max(0, variance));
        var simple = share.DesignEffect is > 0 ? share.Variance / share.DesignEffect * share.WeightedN * share.WeightedN : null;
        return share with
        {
            Value = value,
            StandardError = error,
            Interval = Estimators.IntervalOf(false, value, error, new IntervalBasis(share.DegreesOfFreedom, share.N, 0), options),
            DesignEffect = simple is > 0 ? variance / simple : null,
        };
    }

    private SurveyException Empty(ShareTable table) => table.Refusal(0)
        ?? new SurveyException(SurveyError.EmptyDomain, $"'{Rows.Name}' by '{Columns.Name}' has no respondent{(Domain is null ? "" : $" in {Domain.Name}")}.", Rows.Name, Domain?.Name);

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
