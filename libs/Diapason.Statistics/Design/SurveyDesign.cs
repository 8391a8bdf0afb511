namespace Diapason.Statistics;

/// <summary>A sample with its weights, its selection and the calibrations its weights went through: variances by linearisation.</summary>
/// <remarks>Immutable: weighting gives a new design. Source: Särndal, Swensson &amp; Wretman (1992), ch. 4–6; Lumley (2010), ch. 2 and 7.</remarks>
public sealed class SurveyDesign : IDesign
{
    private readonly double[] weights;
    private readonly Lazy<DesignPlan> plan;

    private SurveyDesign(double[] weights, Stage[] stages, DesignDescription description, IReadOnlyList<CalibrationStep> calibrations)
    {
        this.weights = weights;
        Stages = stages;
        Description = description;
        Calibrations = calibrations;
        plan = new Lazy<DesignPlan>(() => new DesignPlan(this));
    }

    /// <inheritdoc/>
    public int Rows => weights.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>How the sample was drawn, as given.</summary>
    public DesignDescription Description { get; }

    /// <summary>Whether the weights were post-stratified, raked or calibrated.</summary>
    public bool IsCalibrated => Calibrations.Count > 0;

    /// <summary>Number of first-stage strata.</summary>
    public int Strata => Stages[0].Strata;

    /// <summary>What tables of shares need, computed at the first of them.</summary>
    internal DesignPlan Plan => plan.Value;

    internal double[] WeightArray => weights;

    internal Stage[] Stages { get; }

    internal IReadOnlyList<CalibrationStep> Calibrations { get; }

    /// <summary>Describes a design.</summary>
    /// <param name="rows">Number of rows of the sample.</param>
    /// <param name="description">How it was drawn.</param>
    /// <exception cref="SurveyException">A weight is negative or missing; a cluster is in two strata; a population is smaller than its sample; a design value is missing.</exception>
    public static SurveyDesign Create(int rows, DesignDescription? description = null)
    {
        description ??= new DesignDescription();
        if (rows < 1)
            throw new SurveyException(SurveyError.TooFew, "The sample has no row.");
        foreach (var (name, length) in Lengths(description))
        {
            if (length != rows)
                throw new SurveyException(SurveyError.LengthMismatch, $"Design variable '{name}' has {length} rows, the sample {rows}.", name);
        }
        var count = Math.Max(1, description.Clusters.Count);
        if (description.Strata.Count > count || description.Populations.Count > count)
            throw new SurveyException(SurveyError.InvalidValue, $"The design has {count} stages, {description.Strata.Count} strata variables and {description.Populations.Count} population sizes.");
        var stages = StageBuilder.Build(description, rows);
        var initial = description.Weights is { } given ? Check(given) : SamplingWeights(stages, rows);
        return new SurveyDesign(initial, stages, description, []);
    }

    /// <summary>A design where every row is its own unit, in no stratum.</summary>
    /// <param name="weights">Weights ≥ 0, one a row.</param>
    public static SurveyDesign Independent(NumericColumn weights) => Create(weights.Count, new DesignDescription { Weights = weights });

    /// <inheritdoc/>
    /// <remarks>First-stage units less first-stage strata, over the rows of the domain with a weight other than zero.</remarks>
    public double DegreesOfFreedom(Domain? domain = null) => DesignDegrees.Count(Stages[0], weights, domain is null ? default : domain.MaskOver(Rows));

    /// <inheritdoc/>
    public double[,] Covariance(IReadOnlyList<Statistic> statistics, ReadOnlySpan<double> values)
    {
        if (values.Length != statistics.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"There are {values.Length} values for {statistics.Count} statistics.");
        var scores = new double[statistics.Count][];
        for (var j = 0; j < scores.Length; j++)
        {
            scores[j] = new double[Rows];
            statistics[j].Influence(weights, values[j], scores[j]);
        }
        return CovarianceOfInfluence(scores, [.. statistics.Select(s => s.Included)]);
    }

    /// <summary>The same sample with other weights, calibrations kept (as R's <c>trimWeights</c> does).</summary>
    internal SurveyDesign WithWeights(double[] replaced) => new(replaced, Stages, Description, Calibrations);

    /// <summary>Refuses to weight again what a linear calibration left negative.</summary>
    internal void RefuseNegativeWeights()
    {
        if (Array.FindIndex(weights, w => w < 0) is >= 0 and var row)
            throw new SurveyException(SurveyError.InvalidWeight, $"The weight of row {row} is negative after calibration: bound the ratios, or use another distance.", Description.Weights?.Name);
    }

    internal SurveyDesign WithCalibration(CalibrationStep step) => new(step.Calibrated, Stages, Description, [.. Calibrations, step]);

    /// <summary>Covariance of totals of weighted influence values over the rows of their bases; the arrays given are overwritten.</summary>
    internal double[,] CovarianceOfInfluence(double[][] scores, IReadOnlyList<bool[]> bases)
    {
        foreach (var column in scores)
        {
            for (var row = 0; row < column.Length; row++)
                column[row] *= weights[row];
        }
        foreach (var step in Calibrations)
            step.Residualise(scores);
        // The residuals of a calibration reach every row.
        return StagedVariance.Of(this, scores, IsCalibrated ? null : bases);
    }

    private static IEnumerable<(string Name, int Count)> Lengths(DesignDescription d)
    {
        if (d.Weights is { } w)
            yield return (w.Name, w.Count);
        foreach (var u in d.Strata.Concat(d.Clusters))
            yield return (u.Name, u.Count);
        foreach (var p in d.Populations)
            yield return (p.Name, p.Count);
    }

    private static double[] Check(NumericColumn column)
    {
        var checkedWeights = column.Values.ToArray();
        double sum = 0;
        for (var row = 0; row < checkedWeights.Length; row++)
        {
            if (double.IsNaN(checkedWeights[row]) || checkedWeights[row] < 0)
                throw new SurveyException(SurveyError.InvalidWeight, $"Weight '{column.Name}' is {(checkedWeights[row] < 0 ? "negative" : "missing")} at row {row}.", column.Name);
            sum += checkedWeights[row];
        }
        if (!double.IsFinite(sum))
            throw new SurveyException(SurveyError.InvalidWeight, $"The weights of '{column.Name}' are too large to be added up.", column.Name);
        return sum > 0 ? checkedWeights : throw new SurveyException(SurveyError.InvalidWeight, $"Every weight of '{column.Name}' is zero.", column.Name);
    }

    private static double[] SamplingWeights(Stage[] stages, int rows)
    {
        var result = new double[rows];
        Array.Fill(result, 1.0);
        foreach (var stage in stages)
        {
            for (var row = 0; row < rows; row++)
            {
                var unsampled = stage.Unsampled[stage.Unit[row]];
                if (unsampled < 1)
                    result[row] /= 1 - unsampled;
            }
        }
        return result;
    }
}
