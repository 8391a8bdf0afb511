namespace Diapason.Statistics;

/// <summary>What the errors of shares need of a design, computed once: where rows add up and how sums turn into variances.</summary>
internal sealed class DesignPlan
{
    private const int LargestTable = 32 << 20;
    private readonly Lazy<PlanOfAuxiliaries?> auxiliaries;

    public DesignPlan(SurveyDesign design)
    {
        Design = design;
        auxiliaries = new Lazy<PlanOfAuxiliaries?>(() => design.IsCalibrated ? new PlanOfAuxiliaries(design.WeightArray, design.Calibrations[0]) : null);
        Stages = StagePlan.Of(this);
    }

    public SurveyDesign Design { get; }

    /// <summary>The stages that count, the first of them always.</summary>
    public StagePlan[] Stages { get; }

    public PlanOfAuxiliaries? Auxiliaries => auxiliaries.Value;

    public bool IsFast(SegmentPlan keys, CategoricalColumn question)
    {
        var d = Design.Description;
        return !(d.UnequalProbabilities && Stages.Any(s => s.ByElement)) && Design.Calibrations.Count <= 1
            && !Stages.Any(s => s.HasLonely && d.LonelyPsu is LonelyPsu.Fail or LonelyPsu.Average)
            && Stages.All(s => (long)s.Groups * keys.Buckets * (question.Categories.Count + 1) <= LargestTable);
    }
}
