namespace Diapason.Statistics.Publication;

/// <summary>Median and quantiles from the published shares of fixed classes: nothing of the people is looked at again.</summary>
public static class PublishedQuantile
{
    /// <summary>The quantile, by straight lines within classes.</summary>
    /// <param name="edges">Bounds of the classes, ascending, one more than classes; fixed by the questionnaire.</param>
    /// <param name="shares">Published shares of the classes, 2 to 10 of them.</param>
    /// <param name="p">0.1…0.9: no minimum, no maximum, nothing extreme.</param>
    /// <returns>The quantile, unit of the edges; null under 100 people.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for other classes or an extreme quantile.</exception>
    public static double? Of(IReadOnlyList<double> edges, IReadOnlyList<PublishedShare> shares, double p)
    {
        if (p is not (>= 0.1 and <= 0.9) || shares.Count is < 2 or > 10 || edges.Count != shares.Count + 1 || edges.Zip(edges.Skip(1)).Any(e => !(e.First < e.Second)))
            throw new SurveyException(SurveyError.InvalidValue, "A quantile of 0.1 to 0.9 is read from 2 to 10 classes with ascending edges.");
        if (shares.Any(s => s.N.Value < 100))
            return null;
        var whole = shares.Sum(s => s.Middle);
        var before = 0.0;
        for (var k = 0; k < shares.Count; k++)
        {
            var part = shares[k].Middle / whole;
            if (before + part >= p - 1e-12)
                return edges[k] + ((edges[k + 1] - edges[k]) * (part > 0 ? Math.Clamp((p - before) / part, 0, 1) : 0));
            before += part;
        }
        return edges[^1];
    }
}
