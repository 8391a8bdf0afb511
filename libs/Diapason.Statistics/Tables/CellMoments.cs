using System.Buffers;

namespace Diapason.Statistics;

/// <summary>Numbers of people in the cells of a table and their shares of the whole, with the covariances between all of them.</summary>
/// <remarks>
/// From cross-tabulations by sampling unit, as the tables of a study, where the design allows; from influence values row by row elsewhere. Cells are the
/// categories of one crossed variable, whose rows outside the domain are missing.
/// </remarks>
internal sealed class CellMoments
{
    private readonly IDesign design;
    private readonly CategoricalColumn cells;
    private readonly Lazy<double[,]> ofShares;
    private readonly Lazy<double[,]> ofPeople;

    public CellMoments(IDesign design, CategoricalColumn cells)
    {
        (this.design, this.cells) = (design, cells);
        People = Tabulate(design.Weights.ToArray());
        var all = People.Sum();
        if (all == 0)
            throw new SurveyException(SurveyError.EmptyDomain, $"'{cells.Name}' has no respondent: every value is missing or outside, or weights cancel.", cells.Name);
        Shares = Array.ConvertAll(People, p => p / all);
        ofShares = new Lazy<double[,]>(() => Covariance(false));
        ofPeople = new Lazy<double[,]>(() => Covariance(true));
    }

    public double[] People { get; }

    public double[] Shares { get; }

    public double[,] CovarianceOfShares => ofShares.Value;

    public double[,] CovarianceOfPeople => ofPeople.Value;

    private double[,] Covariance(bool asPeople)
    {
        if (design is ReplicateDesign replicates)
            return Repeated(replicates, asPeople);
        if (design is SurveyDesign survey)
        {
            using var keys = new SegmentPlan(survey.Plan, null);
            if (survey.Plan.IsFast(keys, cells))
                return Tabulated(keys, asPeople);
        }
        var statistics = Enumerable.Range(0, cells.Categories.Count).Select(c => Statistic(c, asPeople)).ToList();
        return design.Covariance(statistics, asPeople ? People : Shares);
    }

    private Statistic Statistic(int cell, bool asPeople)
    {
        var indicator = NumericColumn.Indicator(cells, cells.Categories[cell]);
        return asPeople ? new TotalStatistic(indicator, null) : new MeanStatistic(indicator, null, true);
    }

    private double[,] Tabulated(SegmentPlan keys, bool asPeople)
    {
        var (plan, tables) = (keys.Plan, new ShareCells(keys, cells, asPeople));
        var sums = tables.Tabulate(keys.SumKeys[0], plan.Design.WeightArray, plan.Stages[0].Groups);
        tables.Total(sums, plan.Stages[0].Groups);
        var beta = plan.Auxiliaries is { } a ? a.Step.SolveMany(tables.AuxiliarySums(a, (a.Regression, a.DenseRegression)), tables.Count) : null;
        var covariance = new double[tables.Count * tables.Count];
        for (var s = 0; s < plan.Stages.Length; s++)
        {
            var table = s == 0 ? sums : tables.Tabulate(keys.SumKeys[s], plan.Design.WeightArray, plan.Stages[s].Groups);
            new StageShares(tables, plan.Stages[s], table, beta).AddCovarianceTo(covariance);
            ArrayPool<double>.Shared.Return(table);
        }
        var result = new double[tables.Count, tables.Count];
        Buffer.BlockCopy(covariance, 0, result, 0, covariance.Length * sizeof(double));
        return result;
    }

    private double[,] Repeated(ReplicateDesign replicates, bool asPeople)
    {
        var thetas = new double[replicates.Replicates][];
        for (var r = 0; r < thetas.Length; r++)
        {
            thetas[r] = Tabulate(replicates.ReplicateWeights(r));
            var all = thetas[r].Sum();
            if (!asPeople && all == 0)
                throw new SurveyException(SurveyError.EmptyDomain, $"'{cells.Name}' has no respondent in replicate {r}.", cells.Name);
            for (var c = 0; c < thetas[r].Length && !asPeople; c++)
                thetas[r][c] /= all;
        }
        return replicates.CovarianceOf(thetas, asPeople ? People : Shares);
    }

    private double[] Tabulate(double[] weights)
    {
        var table = new double[cells.Categories.Count + 1];
        CrossTabulation.Add(cells, new int[weights.Length], weights, table);
        return table[..^1];
    }
}
