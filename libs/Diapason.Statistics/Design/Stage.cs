namespace Diapason.Statistics;

/// <summary>One stage of selection: units numbered so that those of a stratum follow one another.</summary>
internal sealed class Stage
{
    /// <summary>Row → unit.</summary>
    public required int[] Unit { get; init; }

    /// <summary>Row → stratum.</summary>
    public required int[] Stratum { get; init; }

    /// <summary>First unit of each stratum, and the number of units at the end.</summary>
    public required int[] StratumStart { get; init; }

    /// <summary>Unit of the stage above that holds the stratum.</summary>
    public required int[] StratumParent { get; init; }

    /// <summary>1 − sampling fraction of each unit.</summary>
    public required double[] Unsampled { get; init; }

    /// <summary>Place of the stage, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Labels of the units, for refusals.</summary>
    public required Func<int, string> UnitLabel { get; init; }

    /// <summary>Name of the unit variable; null when each row is a unit.</summary>
    public required string? UnitVariable { get; init; }

    /// <summary>Labels of the strata, for refusals.</summary>
    public required Func<int, string> StratumLabel { get; init; }

    /// <summary>Name of the stratum variable; null without strata.</summary>
    public required string? StratumVariable { get; init; }

    public int Units => StratumStart[^1];

    public int Strata => StratumStart.Length - 1;

    public int UnitsIn(int stratum) => StratumStart[stratum + 1] - StratumStart[stratum];

    /// <summary>The refusal of a stratum with a single unit.</summary>
    public SurveyException Lonely(int stratum, string consequence = "") => new(
        SurveyError.LonelyPsu, $"Stage {Number}: stratum '{StratumLabel(stratum)}'{(StratumVariable is null ? "" : $" of '{StratumVariable}'")} has a single sampled unit, {UnitName(StratumStart[stratum])}{consequence}.", StratumVariable, StratumLabel(stratum));

    private string UnitName(int unit) => UnitVariable is null ? $"row {UnitLabel(unit)}" : $"'{UnitLabel(unit)}' of '{UnitVariable}'";
}
