namespace Diapason.Statistics;

/// <summary>Coefficients of a model with their design-based covariance.</summary>
public sealed record RegressionResult
{
    private IReadOnlyList<(string Name, int Start, int Count)> places = [];

    /// <summary>p coefficients, each tested against zero with <see cref="DegreesOfFreedom"/>.</summary>
    public required IReadOnlyList<Contrast> Coefficients { get; init; }

    /// <summary>p × p.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>The design's degrees of freedom over the rows used, + 1 − p (R: <c>df.residual</c>).</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Rows used.</summary>
    public required int N { get; init; }

    /// <summary>A coefficient by name, e.g. <c>age</c> or <c>region=north</c>.</summary>
    /// <exception cref="SurveyException">There is none of that name.</exception>
    public Contrast this[string name] => Coefficients.FirstOrDefault(c => c.Name == name)
        ?? throw new SurveyException(SurveyError.UnknownVariable, $"There is no coefficient '{name}'.", name);

    /// <summary>Wald's F test that every coefficient of some terms is zero (R: <c>regTermTest</c>).</summary>
    /// <exception cref="SurveyException">No term, or an unknown one; a singular covariance; no degree of freedom.</exception>
    public TestResult Test(params string[] terms)
    {
        var columns = terms.SelectMany(Columns).ToArray();
        if (columns.Length == 0)
            throw new SurveyException(SurveyError.TooFew, "Name the terms to test.");
        if (!(DegreesOfFreedom > 0))
            throw new SurveyException(SurveyError.TooFew, $"The model of '{terms[0]}' leaves no degree of freedom.", terms[0]);
        var (beta, covariance) = (new double[columns.Length], new double[columns.Length, columns.Length]);
        for (var i = 0; i < columns.Length; i++)
        {
            beta[i] = Coefficients[columns[i]].Value;
            for (var j = 0; j < columns.Length; j++)
                covariance[i, j] = Covariance[columns[i], columns[j]];
        }
        var value = DenseMatrix.Quadratic(beta, covariance, string.Join(", ", terms)) / columns.Length;
        return new TestResult("Wald F", value, columns.Length, DegreesOfFreedom, Distributions.FUpper(value, columns.Length, DegreesOfFreedom));
    }

    internal static RegressionResult Of(IDesign design, ModelMatrix matrix, double[] beta, ICoefficients model)
    {
        var result = Of(design, matrix.Names, matrix.Included, beta, model, matrix.Names.Count - 1);
        return result with { places = matrix.Terms };
    }

    internal static RegressionResult Of(IDesign design, IReadOnlyList<string> names, bool[] included, double[] beta, ICoefficients model, int lost)
    {
        var fits = new CoefficientStatistic.Fits(model);
        var statistics = names.Select((name, j) => (Statistic)new CoefficientStatistic(name, j, included, fits)).ToList();
        var covariance = design.Covariance(statistics, beta);
        var df = design.DegreesOfFreedom(Domain.Where("rows used", included)) - lost;
        var n = 0;
        for (var row = 0; row < included.Length; row++)
            n += included[row] && design.Weights[row] > 0 ? 1 : 0;
        return new RegressionResult
        {
            Coefficients = names.Select((name, j) => Contrast.Of(name, beta[j], Math.Sqrt(Math.Max(0, covariance[j, j])), df, 0.95)).ToList(),
            Covariance = covariance,
            DegreesOfFreedom = df,
            N = n,
        };
    }

    internal RegressionResult WithTerms(IReadOnlyList<(string Name, int Start, int Count)> terms) => this with { places = terms };

    private IEnumerable<int> Columns(string term)
    {
        var place = places.FirstOrDefault(p => p.Name == term);
        return place.Name is null ? throw new SurveyException(SurveyError.UnknownVariable, $"There is no term '{term}'.", term) : Enumerable.Range(place.Start, place.Count);
    }
}
