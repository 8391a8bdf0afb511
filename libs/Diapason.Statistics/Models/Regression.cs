namespace Diapason.Statistics;

/// <summary>Survey-weighted regressions with design-based covariance. Source: Binder (1983); Lumley &amp; Scott (2017); R: <c>svyglm</c>.</summary>
public static class Regression
{
    /// <summary>Linear regression of a number.</summary>
    /// <param name="design">The design.</param>
    /// <param name="response">The response; rows missing on it or on a term are left out.</param>
    /// <param name="terms">Explanatory terms; an intercept is added.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.Singular"/> naming a redundant column, <see cref="SurveyError.NotConverged"/>.</exception>
    public static RegressionResult LinearRegression(this IDesign design, NumericColumn response, IReadOnlyList<Term> terms, Domain? domain = null) =>
        Fit(design, response, terms, domain, ModelFamily.Gaussian);

    /// <summary>Logistic regression of a 0/1 variable (R: <c>quasibinomial()</c>). Coefficients are log odds ratios.</summary>
    /// <inheritdoc cref="LinearRegression"/>
    public static RegressionResult LogisticRegression(this IDesign design, NumericColumn response, IReadOnlyList<Term> terms, Domain? domain = null) =>
        Fit(design, response, terms, domain, ModelFamily.Binomial);

    /// <summary>Log-linear regression of a count or an amount ≥ 0 (R: <c>quasipoisson()</c>). Coefficients are log rate ratios.</summary>
    /// <inheritdoc cref="LinearRegression"/>
    public static RegressionResult PoissonRegression(this IDesign design, NumericColumn response, IReadOnlyList<Term> terms, Domain? domain = null) =>
        Fit(design, response, terms, domain, ModelFamily.Poisson);

    private static RegressionResult Fit(IDesign design, NumericColumn response, IReadOnlyList<Term> terms, Domain? domain, ModelFamily family)
    {
        if (response.Count != design.Rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{response.Name}' has {response.Count} rows, the design {design.Rows}.", response.Name);
        domain?.Check(design.Rows);
        var matrix = ModelMatrix.Of(design, response.Name, terms, true, row => !double.IsNaN(response.Values[row]) && (domain is null || domain.Mask[row]));
        for (var row = 0; row < design.Rows; row++)
        {
            if (matrix.Included[row] && !family.Accepts(response.Values[row]))
                throw new SurveyException(SurveyError.InvalidValue, $"'{response.Name}' must be {family.Accepted}.", response.Name);
        }
        var fit = new GeneralisedFit(matrix, response, family);
        return RegressionResult.Of(design, matrix, fit.Coefficients(design.Weights), fit);
    }
}
