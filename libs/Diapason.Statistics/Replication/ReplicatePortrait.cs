namespace Diapason.Statistics;

/// <summary>Tables of shares under replicate weights.</summary>
public static class ReplicatePortrait
{
    /// <summary>Weighted shares of a question, in the whole or by segment, with errors from the replicates.</summary>
    /// <param name="design">The replicate design.</param>
    /// <param name="question">The question.</param>
    /// <param name="segment">A segment variable, or null for the whole.</param>
    /// <param name="options">Interval and level.</param>
    /// <returns>The table; a segment that has no answer left in some replicate has no estimate, and says so (<see cref="ShareTable.Refusal"/>).</returns>
    /// <exception cref="SurveyException">Lengths differ.</exception>
    public static ShareTable Shares(this ReplicateDesign design, CategoricalColumn question, CategoricalColumn? segment = null, EstimateOptions? options = null)
    {
        if (question.Count != design.Rows || (segment is not null && segment.Count != design.Rows))
            throw new SurveyException(SurveyError.LengthMismatch, $"'{question.Name}' or its segment does not have the {design.Rows} rows of the design.", question.Name);
        var keys = new ReplicateKeys(design, question, segment);
        var (shares, bases) = keys.Shares(design.Weights.ToArray());
        var replicates = new double[design.Replicates][];
        var refusals = new SurveyException?[bases.Length];
        for (var r = 0; r < replicates.Length; r++)
        {
            (replicates[r], var own) = keys.Shares(design.ReplicateWeights(r));
            for (var s = 0; s < bases.Length; s++)
            {
                if (bases[s] > 0 && !(own[s] > 0))
                    refusals[s] ??= new SurveyException(SurveyError.EmptyDomain, $"'{question.Name}' has no respondent in {segment?.Categories[s] ?? "the whole"} in replicate {r}.", question.Name, segment?.Categories[s]);
            }
        }
        var variances = new double[shares.Length];
        design.AddSquares(replicates, shares, variances);
        var degrees = Enumerable.Range(0, bases.Length).Select(s => bases[s] > 0 ? design.DegreesOfFreedom(keys.Base(s)) : 0).ToArray();
        var (counts, outside, kish) = keys.Counts();
        return new ShareTable(question, segment, new ShareArrays(counts, outside, shares, variances, bases, degrees, kish, refusals), options ?? EstimateOptions.Default);
    }
}

/// <summary>Where each row adds up in a table of shares.</summary>
internal sealed class ReplicateKeys
{
    private readonly ReplicateDesign design;
    private readonly CategoricalColumn question;
    private readonly int[] segmentOf;
    private readonly int segments;
    private readonly int k;

    public ReplicateKeys(ReplicateDesign design, CategoricalColumn question, CategoricalColumn? segment)
    {
        (this.design, this.question, k) = (design, question, question.Categories.Count);
        segments = segment?.Categories.Count ?? 1;
        segmentOf = Enumerable.Range(0, design.Rows).Select(row => segment is null ? 0 : segment[row] < 0 ? segments : segment[row]).ToArray();
    }

    public (double[] Shares, double[] Bases) Shares(double[] weights)
    {
        var table = new double[(segments + 1) * (k + 1)];
        CrossTabulation.Add(question, segmentOf, weights, table);
        var (shares, bases) = (new double[segments * k], new double[segments]);
        for (var s = 0; s < segments; s++)
        {
            var row = table.AsSpan(s * (k + 1), k);
            foreach (var v in row)
                bases[s] += v;
            for (var c = 0; c < k && bases[s] != 0; c++)
                shares[(s * k) + c] = row[c] / bases[s];
        }
        return (shares, bases);
    }

    /// <summary>Rows of a segment with an answer.</summary>
    public Domain Base(int segment) =>
        Domain.Where($"segment {segment}", Enumerable.Range(0, design.Rows).Select(row => segmentOf[row] == segment && question[row] >= 0).ToArray());

    public (int[] Inside, int[] Outside, double[] Kish) Counts()
    {
        var (inside, outside, sum, squares) = (new int[segments * k], new int[k], new double[segments], new double[segments]);
        for (var row = 0; row < design.Rows; row++)
        {
            var (s, c, w) = (segmentOf[row], question[row], design.Weights[row]);
            if (c < 0)
                continue;
            if (s == segments || w == 0)
            {
                outside[c]++;
                continue;
            }
            inside[(s * k) + c]++;
            sum[s] += w;
            squares[s] += w * w;
        }
        return (inside, outside, sum.Zip(squares, (a, b) => b > 0 ? a * a / b : 0).ToArray());
    }
}
