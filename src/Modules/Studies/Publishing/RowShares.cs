using System.Runtime.InteropServices;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Publishing;

/// <summary>One figure in one row, exact: what the door is given, and nobody else.</summary>
internal sealed record ExactShare(double Share, WeightSummary Weights);

/// <summary>Weighted shares of a figure, row by row.</summary>
internal static class RowShares
{
    /// <summary>By segment; null where nobody answered.</summary>
    /// <param name="segments">Each person's segment; null for everyone in one row.</param>
    /// <param name="count">How many segments there are; those above are not known and left out.</param>
    public static ExactShare?[] Of(CategoricalColumn figure, double[] weights, byte[]? segments, int count)
    {
        var rows = new Sums[count];
        var codes = figure.Codes;
        for (var i = 0; i < codes.Length; i++)
        {
            var segment = segments is null ? 0 : segments[i];
            if (codes[i] > FigureColumn.Yes || segment >= count) continue;
            rows[segment].Add(weights[i], codes[i] == FigureColumn.Yes);
        }

        return Array.ConvertAll(rows, r => r.Result());
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        private int _n;
        private double _sum;
        private double _squares;
        private double _largest;
        private double _yes;

        public void Add(double weight, bool counts)
        {
            _n++;
            _sum += weight;
            _squares += weight * weight;
            _largest = Math.Max(_largest, weight);
            if (counts) _yes += weight;
        }

        public readonly ExactShare? Result() => _n == 0 ? null : new ExactShare(Math.Clamp(_yes / _sum, 0, 1), new WeightSummary(_n, _sum, _squares, _largest));
    }
}
