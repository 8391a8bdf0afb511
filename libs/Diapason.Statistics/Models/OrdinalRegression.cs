namespace Diapason.Statistics;

/// <summary>Proportional-odds regression of an ordered variable. Source: McCullagh (1980); R: <c>svyolr</c>.</summary>
public static class OrdinalRegression
{
    /// <summary>Fits logit P(Y ≤ k) = ζ_k − x′β.</summary>
    /// <param name="design">The design.</param>
    /// <param name="response">The ordered response, three categories or more in their order.</param>
    /// <param name="terms">Explanatory terms, without an intercept.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <returns>Coefficients β, then thresholds named <c>a|b</c>; degrees of freedom are the design's less the number of β.</returns>
    /// <exception cref="SurveyException">Fewer than three categories with respondents; no convergence; a redundant column.</exception>
    public static RegressionResult ProportionalOdds(this IDesign design, CategoricalColumn response, IReadOnlyList<Term> terms, Domain? domain = null)
    {
        if (response.Count != design.Rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{response.Name}' has {response.Count} rows, the design {design.Rows}.", response.Name);
        domain?.Check(design.Rows);
        var matrix = ModelMatrix.Of(design, response.Name, terms, false, row => response[row] >= 0 && (domain is null || domain.Mask[row]));
        var used = new SortedSet<int>();
        for (var row = 0; row < design.Rows; row++)
        {
            if (matrix.Included[row] && design.Weights[row] > 0)
                used.Add(response[row]);
        }
        if (used.Count < 3)
            throw new SurveyException(SurveyError.TooFew, $"'{response.Name}' has {used.Count} categories with respondents: an ordinal model needs three.", response.Name);
        var levels = used.ToList();
        _ = new WeightedFactor(matrix.WithIntercept(), MaskedWeights(design, matrix.Included));
        var fit = new OrdinalFit(matrix, design.Weights, response, levels);
        var thresholds = Enumerable.Range(0, levels.Count - 1).Select(k => $"{response.Categories[levels[k]]}|{response.Categories[levels[k + 1]]}");
        var result = RegressionResult.Of(design, [.. matrix.Names, .. thresholds], matrix.Included, fit.Coefficients(design.Weights), fit, matrix.Names.Count);
        return result.WithTerms(matrix.Terms);
    }

    private static double[] MaskedWeights(IDesign design, bool[] included)
    {
        var weights = design.Weights.ToArray();
        for (var row = 0; row < weights.Length; row++)
            weights[row] = included[row] ? weights[row] : 0;
        return weights;
    }
}
