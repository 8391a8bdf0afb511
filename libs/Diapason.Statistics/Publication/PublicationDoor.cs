namespace Diapason.Statistics.Publication;

/// <summary>
/// The one door through which figures of an open consultation leave: it is given exact values of one row at its refresh, and gives back what may be printed.
/// </summary>
/// <param name="source">The campaign's keys.</param>
/// <param name="rule">What is added; <see cref="NoiseRule.Recommended"/> in the product, others to measure with.</param>
public sealed class PublicationDoor(NoiseSource source, NoiseRule rule)
{
    /// <summary>The door of the product.</summary>
    /// <param name="source">The campaign's keys.</param>
    public PublicationDoor(NoiseSource source) : this(source, NoiseRule.Recommended)
    {
    }

    /// <summary>A yes/no share, an option of several choices, of a ranking's first place or of a pile, or an «any of» over several variables: one draw.</summary>
    /// <param name="figure">Which figure.</param>
    /// <param name="share">Weighted share Σwy/Σw, 0…1.</param>
    /// <param name="weights">Weights of the question's base in this row.</param>
    /// <param name="designEffect">d̃ of the whole table (<see cref="WeightSummary.PublishedDesignEffect"/>).</param>
    /// <returns>What may be printed.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for a share outside 0…1 or a design effect under the row's; <see cref="SurveyError.TooFew"/> under 20 people.</exception>
    public PublishedShare Share(FigureKey figure, double share, WeightSummary weights, double designEffect)
    {
        if (share is not (>= 0 and <= 1))
            throw new SurveyException(SurveyError.InvalidValue, "A share lies between 0 and 1.");
        var n = Base(weights, designEffect);
        return PublishedShare.Rounded(Moved(figure, share, weights), n, designEffect, weights.N);
    }

    /// <summary>One choice of several: a draw for each option, then rescaled to 100 %. Two options are one yes/no and its complement.</summary>
    /// <param name="figure">Row keys and question; its option is not used.</param>
    /// <param name="options">Codes and weighted shares, which add up to 1.</param>
    /// <param name="weights">Weights of the question's base in this row.</param>
    /// <param name="designEffect">d̃ of the whole table.</param>
    /// <returns>A share for each option, in the same order.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for shares that do not add up to 1; otherwise as <see cref="Share"/>.</exception>
    public IReadOnlyList<PublishedShare> OneChoice(FigureKey figure, IReadOnlyList<(string Option, double Share)> options, WeightSummary weights, double designEffect)
    {
        if (options.Any(o => o.Share is not (>= 0 and <= 1)) || Math.Abs(options.Sum(o => o.Share) - 1) > 1e-9)
            throw new SurveyException(SurveyError.InvalidValue, "The options of one choice add up to 1.", figure.Question);
        if (options.Count == 2)
        {
            // The option drawn is the first by code: an order shown otherwise changes no figure.
            var first = string.CompareOrdinal(options[0].Option, options[1].Option) < 0 ? 0 : 1;
            var drawn = Share(figure with { Option = options[first].Option }, options[first].Share, weights, designEffect);
            return first == 0 ? [drawn, drawn.Complement] : [drawn.Complement, drawn];
        }
        var n = Base(weights, designEffect);
        double[] moved = [.. options.Select(o => Math.Max(0, Moved(figure with { Option = o.Option }, o.Share, weights)))];
        var sum = moved.Sum();
        return [.. moved.Select(share => PublishedShare.Rounded(sum > 0 ? share / sum : 0, n, designEffect, weights.N))];
    }

    /// <summary>A mean, moved by δ·u·2·SD/n: it costs what a share near one half costs.</summary>
    /// <param name="figure">Which figure.</param>
    /// <param name="mean">Weighted mean in this row of values cut by <see cref="MeanScale.Cut"/>.</param>
    /// <param name="scale">Spread and bounds of everyone's values, the same for every row and edition of this table.</param>
    /// <param name="weights">Weights of the question's base in this row.</param>
    /// <param name="designEffect">d̃ of the whole table.</param>
    /// <returns>What may be printed.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for a mean outside the scale; otherwise as <see cref="Share"/>.</exception>
    public PublishedMean Mean(FigureKey figure, double mean, MeanScale scale, WeightSummary weights, double designEffect)
    {
        if (!(mean >= scale.Low && mean <= scale.High))
            throw new SurveyException(SurveyError.InvalidValue, "A mean lies between the bounds of its values: cut the values first.", figure.Question);
        var n = Base(weights, designEffect);
        var step = scale.StepFor(n, designEffect);
        var moved = mean + (rule.Draw(source, figure, weights.N) * weights.Unit * 2 * scale.Spread / weights.N);
        return new PublishedMean(Math.Round(Math.Round(Math.Clamp(moved, scale.Low, scale.High) / step) * step, 9), n, designEffect, scale.Spread);
    }

    /// <summary>A count that must be whole (sources read, words by code), by the classical law: unbiased, never 1 nor 2; nought stays nought.</summary>
    /// <param name="figure">Which figure.</param>
    /// <param name="count">The count, ≥ 0.</param>
    /// <returns>The count to print; where it is under 5, "fewer than 5" reads better.</returns>
    public int Count(FigureKey figure, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var (draw, _) = source.Bits(figure.RowKeys[^1], figure.Question, figure.Option);
        return count + CountLaws[Math.Min(count, CountLaws.Length - 1)].Draw(draw);
    }

    /// <summary>Exact share and noise, before the cut and the rounding.</summary>
    internal double Moved(FigureKey figure, double share, WeightSummary weights) => share + (rule.Draw(source, figure, weights.N) * weights.Unit / weights.N);

    // From 8 on a count is farther from 3 than the bound: one law for all.
    private static readonly NoiseLaw[] CountLaws = [.. Enumerable.Range(0, 9).Select(count => NoiseLaw.ForCount(count))];

    private static RoundedBase Base(WeightSummary weights, double designEffect) =>
        designEffect >= 1 && Math.Max(designEffect, PublishedShare.LeastUnit * PublishedShare.LeastUnit) >= weights.Unit * weights.Unit - 1e-9
            ? RoundedBase.Of(weights.N)
            : throw new SurveyException(SurveyError.InvalidValue, "The table's design effect is smaller than this row's: take it from PublishedDesignEffect.");
}
