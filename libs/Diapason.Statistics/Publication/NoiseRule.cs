namespace Diapason.Statistics.Publication;

/// <summary>What is added to a figure of n people: which law, and how much of it.</summary>
public sealed record NoiseRule
{
    private const double Dithered = 150;
    private readonly double memory;

    /// <summary>The rule of this product (ADR 34).</summary>
    public static NoiseRule Recommended { get; } = new();

    /// <summary>
    /// Correlation between the noise of one refresh of a figure and that of the refresh before, 0 to under 1; 0 in the product. Memory halves what all refreshes
    /// together teach of somebody who was there throughout, and teaches more of one who arrives between two of them: played, that weighs more (ADR 34).
    /// </summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> outside 0 to under 1.</exception>
    public double Memory
    {
        get => memory;
        init => memory = value is >= 0 and < 1 ? value : throw new SurveyException(SurveyError.InvalidValue, "A memory is a correlation of 0 to under 1.");
    }

    /// <summary>
    /// Whether a uniform number between −½ and ½ (times the same scale) joins the draw under 150 people. There the printed share is finer than the draw's own
    /// steps: with unequal weights, or for a mean, the steps would otherwise show through the rounding and give the draw away.
    /// </summary>
    public bool Dither { get; init; } = true;

    /// <summary>Variance of what is added, people², at a base of n: 4 + 1/12 under 100, (1.6 + 1/12) × n/100 under 150 (the dither's twelfth), 1.6 × n/100 from there on.</summary>
    /// <param name="n">Base, people.</param>
    /// <returns>People².</returns>
    public double Variance(double n) => ((n < 100 ? 4 : 1.6) + (Dithers(n) ? 1 / 12.0 : 0)) * Scale(n) * Scale(n);

    /// <summary>What is added to a figure: δ, people, mean 0, variance <see cref="Variance"/>.</summary>
    /// <param name="source">The campaign's keys.</param>
    /// <param name="figure">Which figure, and the row keys of its refreshes.</param>
    /// <param name="n">True base at this refresh, ≥ 1.</param>
    /// <returns>People.</returns>
    internal double Draw(NoiseSource source, FigureKey figure, int n)
    {
        var (draw, dither) = Bits(source, figure);
        var d = (n < 100 ? NoiseLaw.Small : NoiseLaw.Large).Draw(draw) + (Dithers(n) ? Unit(dither) - 0.5 : 0);
        return d * Scale(n);
    }

    /// <summary>Chained through a Gaussian copula: each refresh keeps exactly the printed law, and its normal score the correlation with the last one's.</summary>
    private (ulong Draw, ulong Dither) Bits(NoiseSource source, FigureKey figure)
    {
        var last = source.Bits(figure.RowKeys[^1], figure.Question, figure.Option);
        if (Memory == 0 || figure.RowKeys.Count == 1)
            return last;
        var score = 0.0;
        for (var j = 0; j < figure.RowKeys.Count; j++)
        {
            var fresh = Distributions.NormalQuantile(Unit(source.Bits(figure.RowKeys[j], figure.Question, figure.Option).Draw));
            score = j == 0 ? fresh : (Memory * score) + (Math.Sqrt(1 - (Memory * Memory)) * fresh);
        }
        var u = 1 - Distributions.NormalUpper(score);
        return ((ulong)Math.Clamp(u * (1UL << 53), 0, (1UL << 53) - 1), last.Dither);
    }

    private bool Dithers(double n) => Dither && n < Dithered;

    private static double Scale(double n) => n < 100 ? 1 : Math.Sqrt(n / 100);

    private static double Unit(ulong bits) => (bits + 0.5) / (1UL << 53);
}

/// <summary>Which figure a draw is for.</summary>
/// <param name="RowKeys">Row key at each refresh of this figure, oldest first; the last is now. At least one.</param>
/// <param name="Question">Code of the question or figure.</param>
/// <param name="Option">Code of the option, empty for a mean or a yes/no.</param>
public sealed record FigureKey(IReadOnlyList<ulong> RowKeys, string Question, string Option = "");
