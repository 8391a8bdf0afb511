namespace Diapason.Statistics;

/// <summary>Shares of many questions in many segments at once: the tables of a study.</summary>
public static class Portrait
{
    /// <summary>Weighted shares of a question, in the whole or by segment, with linearised errors.</summary>
    /// <param name="design">The design; after calibration the errors use residuals.</param>
    /// <param name="question">The question.</param>
    /// <param name="segment">A segment variable, or null for the whole.</param>
    /// <param name="options">Interval and level.</param>
    /// <exception cref="SurveyException">Lengths differ, or a stratum has a single unit under <see cref="LonelyPsu.Fail"/>.</exception>
    public static ShareTable Shares(this SurveyDesign design, CategoricalColumn question, CategoricalColumn? segment = null, EstimateOptions? options = null) =>
        Portraits(design, [question], [segment], options, 1)[0];

    /// <summary>A table for every pair of a segment and a question.</summary>
    /// <param name="design">The design.</param>
    /// <param name="questions">q questions.</param>
    /// <param name="segments">s segment variables; null stands for the whole.</param>
    /// <param name="options">Interval and level.</param>
    /// <param name="threads">Threads to use, ≥ 1; the result does not depend on it.</param>
    /// <returns>s × q tables, those of the first segment first.</returns>
    /// <exception cref="SurveyException">Lengths differ, or a stratum has a single unit under <see cref="LonelyPsu.Fail"/>.</exception>
    public static IReadOnlyList<ShareTable> Portraits(
        this SurveyDesign design, IReadOnlyList<CategoricalColumn> questions, IReadOnlyList<CategoricalColumn?> segments, EstimateOptions? options = null, int threads = 1)
    {
        options ??= EstimateOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        foreach (var column in questions.Concat(segments.OfType<CategoricalColumn>()))
        {
            if (column.Count != design.Rows)
                throw new SurveyException(SurveyError.LengthMismatch, $"'{column.Name}' has {column.Count} rows, the design {design.Rows}.", column.Name);
        }
        var plan = design.Plan;
        var tables = new ShareTable[segments.Count * questions.Count];
        for (var s = 0; s < segments.Count; s++)
        {
            using var keys = new SegmentPlan(plan, segments[s]);
            var first = s * questions.Count;
            void One(int q) => tables[first + q] = new ShareTable(questions[q], segments[s], plan.IsFast(keys, questions[q]) ? ShareSolver.Solve(keys, questions[q]) : SlowShares.Solve(keys, questions[q]), options);
            if (threads == 1)
            {
                for (var q = 0; q < questions.Count; q++)
                    One(q);
            }
            else
            {
                Parallel.For(0, questions.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, One);
            }
        }
        return tables;
    }
}
