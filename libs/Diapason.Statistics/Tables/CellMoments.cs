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
    private readonly double all;

    public CellMoments(IDesign design, CategoricalColumn cells)
    {
        (this.design, this.cells) = (design, cells);
        People = Tabulate(design.Weights.ToArray());
        all = People.Sum();
        if (all == 0)
            throw new SurveyException(SurveyError.EmptyDomain, $"'{cells.Name}' has no respondent: every value is missing or outside, or weights cancel.", cells.Name);
        Shares = Array.ConvertAll(People, p => p / all);
    }

    public double[] People { get; }

    public double[] Shares { get; }

    public double[,] CovarianceOfPeople => field ??= design switch
    {
        ReplicateDesign replicates => Repeated(replicates, false),
        SurveyDesign survey => Tabulated(survey) ?? RowByRow(),
        _ => RowByRow(),
    };

    public double[,] CovarianceOfShares => field ??= design is ReplicateDesign replicates ? Repeated(replicates, true) : Linearised(CovarianceOfPeople);

    /// <summary>A share is N_c / N: its influence is that of N_c less the share times that of N, over N.</summary>
    private double[,] Linearised(double[,] people)
    {
        var k = Shares.Length;
        var (result, rows, whole) = (new double[k, k], new double[k], 0.0);
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++)
                rows[a] += people[a, b];
            whole += rows[a];
        }
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++)
                result[a, b] = (people[a, b] - (Shares[a] * rows[b]) - (Shares[b] * rows[a]) + (Shares[a] * Shares[b] * whole)) / (all * all);
        }
        return result;
    }

    private double[,] RowByRow() => design.Covariance([.. cells.Categories.Select(c => Statistic.Count(cells, c))], People);

    private double[,]? Tabulated(SurveyDesign survey)
    {
        using var keys = new SegmentPlan(survey.Plan, null);
        if (!survey.Plan.IsFast(keys, cells))
            return null;
        var (plan, tables) = (keys.Plan, new ShareCells(keys, cells, true));
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

    private double[,] Repeated(ReplicateDesign replicates, bool asShares)
    {
        var thetas = new double[replicates.Replicates][];
        for (var r = 0; r < thetas.Length; r++)
        {
            thetas[r] = Tabulate(replicates.ReplicateWeights(r));
            var own = thetas[r].Sum();
            if (asShares && own == 0)
                throw new SurveyException(SurveyError.EmptyDomain, $"'{cells.Name}' has no respondent in replicate {r}.", cells.Name);
            for (var c = 0; c < thetas[r].Length && asShares; c++)
                thetas[r][c] /= own;
        }
        return replicates.CovarianceOf(thetas, asShares ? Shares : People);
    }

    private double[] Tabulate(double[] weights)
    {
        var table = new double[cells.Categories.Count + 1];
        CrossTabulation.Add(cells, new int[weights.Length], weights, table);
        return table[..^1];
    }
}
