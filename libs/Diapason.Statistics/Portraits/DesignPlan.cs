namespace Diapason.Statistics;

/// <summary>What the errors of shares need of a design, computed once: where rows add up and how sums turn into variances.</summary>
internal sealed class DesignPlan
{
    private const int LargestTable = 32 << 20;
    private readonly Lazy<PlanOfAuxiliaries?> auxiliaries;
    private readonly Lazy<double[]> squaredWeights;

    public DesignPlan(SurveyDesign design)
    {
        Design = design;
        Stage = design.Stages[0];
        ByElement = Stage.Units == design.Rows;
        Scale = UnitScale();
        squaredWeights = new Lazy<double[]>(() => design.WeightArray.Select((w, row) => Scale[Stage.Unit[row]] * w * w).ToArray());
        auxiliaries = new Lazy<PlanOfAuxiliaries?>(() => design.IsCalibrated ? new PlanOfAuxiliaries(this, design.Calibrations[0]) : null);
    }

    public SurveyDesign Design { get; }

    public Stage Stage { get; }

    /// <summary>Whether every row is its own sampling unit: sums of squares then replace sums by unit.</summary>
    public bool ByElement { get; }

    /// <summary>Factor of each unit's squared deviation; 0 where the unit does not count.</summary>
    public double[] Scale { get; }

    /// <summary>Scale × squared weight of each row, when every row is its own unit.</summary>
    public double[] SquaredWeights => squaredWeights.Value;

    public PlanOfAuxiliaries? Auxiliaries => auxiliaries.Value;

    /// <summary>Whether a stratum's deviations are centred on its mean (not for a lonely unit under "adjust").</summary>
    public bool Centres(int stratum) => Stage.UnitsIn(stratum) > 1;

    public bool IsFast(SegmentPlan keys, CategoricalColumn question)
    {
        var d = Design.Description;
        var deeper = Design.Stages.Length > 1 && !d.UltimateCluster && d.Populations.Count > 0 && Stage.Unsampled.Any(u => u < 1);
        return !deeper && !(ByElement && d.UnequalProbabilities) && d.LonelyPsu != LonelyPsu.Average
            && Design.Calibrations.Count <= 1
            && (ByElement || (long)Stage.Units * keys.Buckets * (question.Categories.Count + 1) <= LargestTable);
    }

    private double[] UnitScale()
    {
        var scale = new double[Stage.Units];
        var policy = Design.Description.LonelyPsu;
        for (var h = 0; h < Stage.Strata; h++)
        {
            var n = Stage.UnitsIn(h);
            if (n == 1 && policy == LonelyPsu.Fail && Stage.Unsampled[Stage.StratumStart[h]] >= 1e-7)
                throw Stage.Lonely(h);
            for (var c = Stage.StratumStart[h]; c < Stage.StratumStart[h + 1]; c++)
                scale[c] = n > 1 ? Stage.Unsampled[c] * n / (n - 1) : (policy is LonelyPsu.Adjust ? Stage.Unsampled[c] : 0);
        }
        return scale;
    }
}
