namespace Diapason.Statistics;

/// <summary>Reads population sizes or sampling fractions of a stage into what each unit leaves unsampled.</summary>
internal static class PopulationSizes
{
    public static void Apply(NumericColumn column, Stage stage, bool unequal)
    {
        var values = column.Values;
        var isSize = false;
        var isFraction = false;
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
                throw new SurveyException(SurveyError.MissingDesignValue, $"Stage {stage.Number}: population size '{column.Name}' is missing at row {row}.", column.Name);
            isSize |= values[row] > 1;
            isFraction |= values[row] < 1;
        }
        if (isSize && isFraction)
            throw new SurveyException(SurveyError.InvalidPopulationSize, $"Stage {stage.Number}: '{column.Name}' mixes population sizes and sampling fractions.", column.Name);
        if (unequal && isSize)
            throw new SurveyException(SurveyError.InvalidPopulationSize, $"Stage {stage.Number}: '{column.Name}' must hold inclusion probabilities, at most 1.", column.Name);
        var stratumSize = new double[stage.Strata];
        for (var row = 0; row < values.Length; row++)
        {
            var h = stage.Stratum[row];
            var n = stage.UnitsIn(h);
            var size = isSize ? values[row] : n / values[row];
            if (!(size >= n * (1 - 1e-12)))
                throw new SurveyException(SurveyError.InvalidPopulationSize, $"Stage {stage.Number}: stratum '{stage.StratumLabel(h)}' has {n} units for a population of {size} in '{column.Name}'.", column.Name, stage.StratumLabel(h));
            if (!unequal && stratumSize[h] != 0 && Math.Abs(stratumSize[h] - size) > 1e-9 * size)
                throw new SurveyException(SurveyError.InvalidPopulationSize, $"Stage {stage.Number}: '{column.Name}' varies within stratum '{stage.StratumLabel(h)}'.", column.Name, stage.StratumLabel(h));
            stratumSize[h] = size;
            stage.Unsampled[stage.Unit[row]] = double.IsInfinity(size) ? 1 : Math.Max(0, (size - n) / size);
        }
    }
}
