using System.Buffers;

namespace Diapason.Statistics;

/// <summary>Shares and their linearised variances from cross-tabulations: no row-by-row influence values.</summary>
/// <remarks>
/// With z the influence of a cell, the variance is that of unit sums of w (z − x′β), stage after stage; sums of w z by unit and of d x z by
/// auxiliary level are cross-tabulations, sums of w x by unit do not depend on the question.
/// </remarks>
internal static class ShareSolver
{
    /// <param name="keys">Where rows add up.</param>
    /// <param name="question">The question.</param>
    /// <param name="asPeople">Whether the variances are those of numbers of people rather than of shares.</param>
    public static ShareArrays Solve(SegmentPlan keys, CategoricalColumn question, bool asPeople = false)
    {
        var (plan, k) = (keys.Plan, question.Categories.Count);
        var cells = new ShareCells(keys, question, asPeople);
        var counts = new int[cells.Stride];
        double[] sums;
        double[][]? regression = null;
        var first = plan.Stages[0];
        if (plan.Auxiliaries is { Groups.Count: 2 } x)
        {
            (sums, regression) = (cells.Lend(first.Groups), [cells.Lend(x.Groups[0].Levels), cells.Lend(x.Groups[1].Levels)]);
            CrossTabulation.AddFour(
                question,
                new TableTarget(keys.SumKeys[0], plan.Design.WeightArray, sums),
                new TableTarget(keys.AuxiliaryKeys[0], x.Regression, regression[0]),
                new TableTarget(keys.AuxiliaryKeys[1], x.Regression, regression[1]),
                (keys.SegmentKey, counts));
        }
        else
        {
            sums = cells.Tabulate(keys.SumKeys[0], plan.Design.WeightArray, first.Groups);
            CrossTabulation.Count(question, keys.SegmentKey, counts);
        }
        var (shares, bases) = cells.Total(sums, first.Groups);
        var degrees = BaseDegrees.Of(keys, counts, sums);
        var beta = plan.Auxiliaries is { } a ? a.Step.SolveMany(cells.AuxiliarySums(a, (a.Regression, a.DenseRegression), regression), cells.Count) : null;
        var variances = new double[cells.Count];
        for (var s = 0; s < plan.Stages.Length; s++)
        {
            var table = s == 0 ? sums : cells.Tabulate(keys.SumKeys[s], plan.Design.WeightArray, plan.Stages[s].Groups);
            new StageShares(cells, plan.Stages[s], table, beta).AddTo(variances);
            ArrayPool<double>.Shared.Return(table);
        }
        var inside = new int[cells.Count];
        for (var s = 0; s < keys.Segments; s++)
            counts.AsSpan(s * (k + 1), k).CopyTo(inside.AsSpan(s * k));
        return new ShareArrays(inside, counts[(keys.Segments * (k + 1))..^1], shares, variances, bases, degrees, KishSizes.Of(keys, question, shares));
    }
}
