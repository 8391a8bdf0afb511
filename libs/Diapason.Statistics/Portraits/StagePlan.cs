namespace Diapason.Statistics;

/// <summary>A stage of selection in the errors of shares: where rows add up, and how squared deviations turn into variance.</summary>
internal sealed class StagePlan
{
    private readonly Lazy<double[]> squaredWeights;
    private readonly Lazy<StageOfAuxiliaries?> auxiliaries;

    private StagePlan(DesignPlan plan, Stage stage, double[] multiplier)
    {
        Stage = stage;
        ByElement = stage.Units == plan.Design.Rows;
        Scale = UnitScale(plan.Design.Description.LonelyPsu, multiplier);
        squaredWeights = new Lazy<double[]>(() => plan.Design.WeightArray.Select((w, row) => Scale[stage.Unit[row]] * w * w).ToArray());
        auxiliaries = new Lazy<StageOfAuxiliaries?>(() => plan.Auxiliaries is { } x ? new StageOfAuxiliaries(x, this, plan.Design.WeightArray) : null);
    }

    public Stage Stage { get; }

    /// <summary>Whether every row is its own sampling unit: sums of squares then replace sums by unit.</summary>
    public bool ByElement { get; }

    /// <summary>Factor of each unit's squared deviation; 0 where the unit does not count.</summary>
    public double[] Scale { get; }

    /// <summary>Whether a stratum with one unit counts: what it contributes may then depend on the rows a table rests on.</summary>
    public bool HasLonely { get; private set; }

    /// <summary>Row → what tables add up by.</summary>
    public int[] Group => ByElement ? Stage.Stratum : Stage.Unit;

    public int Groups => ByElement ? Stage.Strata : Stage.Units;

    /// <summary>Scale × squared weight of each row, when every row is its own unit.</summary>
    public double[] SquaredWeights => squaredWeights.Value;

    public StageOfAuxiliaries? Auxiliaries => auxiliaries.Value;

    /// <summary>The stages that a variance counts: the first, and those below while population sizes are known and samples are not negligible.</summary>
    public static StagePlan[] Of(DesignPlan plan)
    {
        var (design, stages) = (plan.Design, new List<StagePlan>());
        double[] multiplier = [1];
        for (var s = 0; s < design.Stages.Length && multiplier.Any(m => m > 0); s++)
        {
            stages.Add(new StagePlan(plan, design.Stages[s], multiplier));
            if (design.Description.UltimateCluster || design.Description.Populations.Count == 0)
                break;
            multiplier = StagedVariance.Descend(design.Stages[s], multiplier);
        }
        return [.. stages];
    }

    /// <summary>Whether a stratum's deviations are centred on its mean (not for a lonely unit under "adjust").</summary>
    public bool Centres(int stratum) => Stage.UnitsIn(stratum) > 1;

    private double[] UnitScale(LonelyPsu policy, double[] multiplier)
    {
        var scale = new double[Stage.Units];
        for (var h = 0; h < Stage.Strata; h++)
        {
            var (start, n, factor) = (Stage.StratumStart[h], Stage.UnitsIn(h), multiplier[Stage.StratumParent[h]]);
            if (factor == 0 || StagedVariance.IsSelfRepresenting(Stage.Unsampled.AsSpan(start, n)))
                continue;
            HasLonely |= n == 1;
            for (var c = start; c < start + n; c++)
                scale[c] = factor * (n > 1 ? Stage.Unsampled[c] * n / (n - 1) : policy is LonelyPsu.Adjust ? Stage.Unsampled[c] : 0);
        }
        return scale;
    }
}
