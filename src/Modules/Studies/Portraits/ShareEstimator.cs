using Diapason.Statistics;

namespace Diapason.Studies.Portraits;

/// <summary>Estimates shares under the weights, with the linearised error that knows of the calibration.</summary>
internal sealed class ShareEstimator(SurveyDesign design)
{
    private static readonly string YesName = "yes";

    public Share Share(CategoricalColumn figure, Domain? domain)
    {
        var estimate = design.Estimate(Statistic.Share(figure, YesName, domain));
        var (n, counted, sum, squares) = (0, 0, 0.0, 0.0);
        var (codes, weights) = (figure.Codes, design.Weights);
        var mask = domain is null ? default : domain.Mask;
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] > FigureColumn.Yes || (domain is not null && !mask[row])) continue;
            n++;
            counted += codes[row];
            sum += weights[row];
            squares += weights[row] * weights[row];
        }

        return new Share(estimate, (double)counted / n, sum * sum / squares);
    }
}
