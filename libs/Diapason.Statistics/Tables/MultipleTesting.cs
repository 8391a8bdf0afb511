namespace Diapason.Statistics;

/// <summary>Corrections of probabilities for the number of tests.</summary>
public static class MultipleTesting
{
    /// <summary>Holm (1979): controls the chance of any false finding.</summary>
    /// <param name="pValues">Probabilities, 0…1.</param>
    /// <returns>Corrected probabilities in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var result = new double[pValues.Count];
        var order = Order(pValues);
        double largest = 0;
        for (var i = 0; i < order.Length; i++)
            result[order[i]] = largest = Math.Max(largest, Math.Min(1, pValues[order[i]] * (order.Length - i)));
        return result;
    }

    /// <summary>Benjamini and Hochberg (1995): controls the expected share of false findings.</summary>
    /// <param name="pValues">Probabilities, 0…1.</param>
    /// <returns>Corrected probabilities in the same order.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        var result = new double[pValues.Count];
        var order = Order(pValues);
        double smallest = 1;
        for (var i = order.Length - 1; i >= 0; i--)
            result[order[i]] = smallest = Math.Min(smallest, pValues[order[i]] * order.Length / (i + 1));
        return result;
    }

    private static int[] Order(IReadOnlyList<double> pValues)
    {
        if (pValues.Any(p => !(p >= 0 && p <= 1)))
            throw new SurveyException(SurveyError.InvalidValue, "A probability is outside 0…1.");
        return Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).ToArray();
    }
}
