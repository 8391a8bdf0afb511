namespace Diapason.Statistics;

/// <summary>Degrees of freedom over the rows of each segment with an answer: the units they reach less the strata they reach.</summary>
internal static class BaseDegrees
{
    /// <param name="keys">The segments; theirs are taken as they are where nobody lacks an answer.</param>
    /// <param name="counts">Rows by segment and code, missing last.</param>
    /// <param name="sums">Sums of weights by unit (by element: by stratum) of the first stage, segment and code.</param>
    public static double[] Of(SegmentPlan keys, int[] counts, double[] sums)
    {
        var stride = counts.Length / keys.Buckets;
        var degrees = keys.DegreesOfFreedom.ToArray();
        for (var s = 0; s < degrees.Length; s++)
        {
            var answered = counts.AsSpan(s * stride, stride - 1);
            if (counts[((s + 1) * stride) - 1] > 0)
                degrees[s] = answered.ContainsAnyExcept(0) ? Count(keys, sums, s, stride) : 0;
        }
        return degrees;

        double Count(SegmentPlan plan, double[] table, int segment, int width)
        {
            var stage = plan.Plan.Stages[0];
            bool Reached(int group) => table.AsSpan((group * plan.Buckets * width) + (segment * width), width - 1).ContainsAnyExcept(0);
            var (units, strata) = (0, 0);
            for (var h = 0; h < stage.Stage.Strata; h++)
            {
                if (stage.ByElement)
                {
                    strata += Reached(h) ? 1 : 0;
                    continue;
                }
                var before = units;
                for (var c = stage.Stage.StratumStart[h]; c < stage.Stage.StratumStart[h + 1]; c++)
                    units += Reached(c) ? 1 : 0;
                strata += units > before ? 1 : 0;
            }
            for (var code = 0; code < width - 1 && stage.ByElement; code++)
                units += counts[(segment * width) + code];
            return units - strata;
        }
    }
}
