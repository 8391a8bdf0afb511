namespace Diapason.Statistics;

/// <summary>A test's statistic, its degrees of freedom and its probability.</summary>
/// <param name="Name">Which test.</param>
/// <param name="Value">Statistic.</param>
/// <param name="NumeratorDegrees">Degrees of freedom (of the numerator for an F).</param>
/// <param name="DenominatorDegrees">Degrees of freedom of the denominator; infinite for a χ².</param>
/// <param name="PValue">Probability of as large a value under independence.</param>
public sealed record TestResult(string Name, double Value, double NumeratorDegrees, double DenominatorDegrees, double PValue);

/// <summary>Tests that two categorical variables are independent, and the cells that say how they are not.</summary>
/// <remarks>
/// Source: Rao &amp; Scott (1984); Thomas &amp; Rao (1987); Koch, Freeman &amp; Freeman (1975) for Wald. n and the degrees of freedom are those of the rows with
/// both variables: R's <c>svychisq</c> counts every row in n (which moves the χ² but not the F) and every unit in the degrees of freedom.
/// </remarks>
public sealed record AssociationTest
{
    /// <summary>Pearson's X² of the weighted table scaled to n.</summary>
    public required double Pearson { get; init; }

    /// <summary>Pearson with Rao and Scott's second-order correction, as an F: the one to report.</summary>
    public required TestResult RaoScott { get; init; }

    /// <summary>Rao and Scott's first-order correction. Value is Pearson's X² itself, as R prints it; PValue is that of Value over the mean design effect, as a χ².</summary>
    public required TestResult RaoScottFirstOrder { get; init; }

    /// <summary>Wald's test; null when the covariance of the cells is singular (fewer degrees of freedom than cells).</summary>
    public required TestResult? Wald { get; init; }

    /// <summary>Wald's test adjusted for the degrees of freedom; null as above, or when they are not enough.</summary>
    public required TestResult? AdjustedWald { get; init; }

    /// <summary>
    /// r × c: (share − share expected under independence) over its design-based standard error. Beyond about ±2 a cell stands out; null where it is not defined.
    /// </summary>
    public required double?[,] AdjustedResiduals { get; init; }

    /// <summary>
    /// Two-sided probabilities of the residuals by Student with the design's degrees of freedom over the base, corrected by Holm over all the cells that have
    /// a residual; null where the residual is null.
    /// </summary>
    public required double?[,] ResidualPValues { get; init; }

    internal static AssociationTest Of(IDesign design, CrossTable table)
    {
        var cells = new IndependenceCells(design, table);
        var (trace, traceSquared, size) = cells.DesignEffects();
        var pearson = cells.Pearson();
        var nu = cells.DegreesOfFreedom;
        var d = trace * trace / traceSquared;
        var (wald, adjusted) = cells.Wald();
        var residuals = cells.Residuals();
        return new AssociationTest
        {
            Pearson = pearson,
            RaoScott = new TestResult("Rao–Scott F", pearson / trace, d, d * nu, Distributions.FUpper(pearson / trace, d, d * nu)),
            RaoScottFirstOrder = new TestResult("Rao–Scott χ²", pearson, size, double.PositiveInfinity, Distributions.ChiSquareUpper(pearson / (trace / size), size)),
            Wald = wald,
            AdjustedWald = adjusted,
            AdjustedResiduals = residuals,
            ResidualPValues = Probabilities(residuals, nu),
        };
    }

    private static double?[,] Probabilities(double?[,] residuals, double nu)
    {
        var raw = residuals.Cast<double?>().Where(z => z is not null).Select(z => 2 * Distributions.StudentUpper(Math.Abs(z!.Value), nu)).ToArray();
        var corrected = new Queue<double>(MultipleTesting.Holm(raw));
        var result = new double?[residuals.GetLength(0), residuals.GetLength(1)];
        for (var i = 0; i < result.GetLength(0); i++)
        {
            for (var j = 0; j < result.GetLength(1); j++)
                result[i, j] = residuals[i, j] is null ? null : corrected.Dequeue();
        }
        return result;
    }
}
