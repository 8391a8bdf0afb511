namespace Diapason.Statistics;

/// <summary>What an estimator needs of a design, whether its variances come from linearisation or from replicates.</summary>
public interface IDesign
{
    /// <summary>Number of rows.</summary>
    int Rows { get; }

    /// <summary>Final weights, one a row; ≥ 0 unless a linear calibration without bounds went below.</summary>
    ReadOnlySpan<double> Weights { get; }

    /// <summary>Degrees of freedom of a variance, over the whole or a domain, rows of weight zero left out.</summary>
    /// <param name="domain">Subpopulation, or null for the whole.</param>
    /// <exception cref="SurveyException">The domain does not have the rows of the design.</exception>
    double DegreesOfFreedom(Domain? domain = null);

    /// <summary>Joint covariance of statistics.</summary>
    /// <param name="statistics">p statistics.</param>
    /// <param name="values">Their p values under <see cref="Weights"/>.</param>
    /// <returns>p × p, symmetric.</returns>
    /// <exception cref="SurveyException">There are not p values, or a stratum the statistics reach has a single unit under <see cref="LonelyPsu.Fail"/>.</exception>
    double[,] Covariance(IReadOnlyList<Statistic> statistics, ReadOnlySpan<double> values);
}
