namespace Diapason.Statistics.Tests;

public sealed class DenseLoopsTests
{
    public static TheoryData<int> Lengths => new(Enumerable.Range(0, 36));

    /// <summary>Lengths that fill no register, one, several, and every remainder.</summary>
    [Theory, MemberData(nameof(Lengths))]
    public void Vector_registers_give_what_a_plain_loop_gives(int length)
    {
        var random = new Random(length);
        double[] Draw() => [.. Enumerable.Range(0, length).Select(_ => (random.NextDouble() - .5) * Math.Pow(10, random.Next(-6, 7)))];
        var (into, values, sums) = (Draw(), Draw(), Draw());
        var (added, scaled, squared) = (into.ToArray(), into.ToArray(), into.ToArray());
        DenseLoops.Add(added, values);
        DenseLoops.AddScaled(scaled, values, 1.7);
        DenseLoops.AddSquares(squared, values, sums, .3, 2.1);
        for (var i = 0; i < length; i++)
        {
            added[i].ShouldBe(into[i] + values[i]);
            scaled[i].ShouldBe(into[i] + (1.7 * values[i]));
            var deviation = values[i] - (.3 * sums[i]);
            squared[i].ShouldBe(into[i] + (2.1 * (deviation * deviation)));
        }
        var expected = values.Zip(sums, (a, b) => a * b).Sum();
        // The order of the sum alone differs.
        Math.Abs(DenseLoops.Dot(values, sums) - expected).ShouldBeLessThanOrEqualTo(1e-14 * values.Zip(sums, (a, b) => Math.Abs(a * b)).Sum());
    }

    [Theory, InlineData(101), InlineData(999), InlineData(4_999)]
    public void Any_number_of_threads_gives_the_same_bits(int rows)
    {
        var (design, questions, segments) = Synthetic.Survey(rows, 7);
        var one = design.Portraits(questions, segments);
        foreach (var threads in new[] { 2, 3, 16 })
        {
            var many = design.Portraits(questions, segments, threads: threads);
            for (var t = 0; t < one.Count; t++)
            {
                many[t].Shares.ShouldBe(one[t].Shares);
                many[t].Variances.ShouldBe(one[t].Variances);
            }
        }
    }
}
