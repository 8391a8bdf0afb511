using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>
/// A campaign under attack, published by the real planner and the real door, and what an attacker remembers of it who knows every rate, every exact n, the
/// victim's segments and moment, their own answers, the rules and all parameters; only the keys are secret. Unweighted.
/// </summary>
internal sealed class AttackWorld : IDisposable
{
    public const int Region = 2;
    public static readonly double[] Rates = [.. Enumerable.Range(0, 21).Select(i => 0.1 + (0.04 * i))];
    private static readonly double[][] Shares =
    [
        [45, 40, 15], [22, 17, 14, 12, 10, 8, 7, 5, 3, 2], [48, 11, 10, 5, 4.5, 4, 3.5, 3, 2.3, 2, 1.8, 1.6, 1.2, 0.9, 0.6, 0.4, 0.2], [8, 22, 28, 20, 14, 8],
    ];
    private readonly PublicationRules rules;
    private readonly bool invitations;
    private readonly Keying keying;
    private readonly NoiseSource source;
    private readonly PublicationDoor door;
    private readonly EditionPlanner planner;
    private readonly Dictionary<int, List<View>> views = [];
    private Dictionary<RowId, RowState> states = [];
    private int edition = 1;
    private int day;

    public AttackWorld(int seed, Setting setting, int people)
    {
        Random = new Random(seed);
        (rules, invitations, keying, planner) = (setting.Rules, setting.Invitations, setting.Keying, new EditionPlanner(setting.Rules));
        var secret = new byte[32];
        Random.NextBytes(secret);
        source = new NoiseSource(secret);
        door = new PublicationDoor(source, rules.Noise);
        Arrive(people);
    }

    public Random Random { get; }

    public List<Subject> People { get; } = [];

    public Subject Victim { get; set; } = null!;

    public Subject Draw() => new()
    {
        Key = (ulong)Random.NextInt64(long.MinValue, long.MaxValue),
        Segments = [.. Shares.Select(s => (byte)Pick(s))],
        Answers = [.. Rates.Select(r => Random.NextDouble() < r)],
    };

    public void Arrive(int people)
    {
        for (var i = 0; i < people; i++)
            People.Add(Draw());
    }

    /// <summary>
    /// Answers of the attacker's own in the victim's segments, half of them yes, so that no cut near nought hides anything; a burst is caught by quarantine and
    /// never admitted.
    /// </summary>
    public void Fakes(int count, bool burst, bool sayNo = false)
    {
        for (var i = 0; i < count && !burst; i++)
            People.Add(Draw() with { Segments = Victim.Segments, Answers = [.. Rates.Select((_, q) => !sayNo && (i + q) % 2 == 0)], Mine = true });
    }

    /// <summary>Two nights a week apart, so that what can open does.</summary>
    public void Week(bool closing = false)
    {
        Night(closing: false);
        day += 6;
        Night(closing);
    }

    public void Night(bool closing)
    {
        day++;
        foreach (var person in People.Where(p => p.There && p.AdmittedIn == 0))
            person.AdmittedIn = edition;
        var there = People.Where(p => p.There).OrderBy(p => p.AdmittedIn).ToList();
        var plan = planner.Plan(new NightlyRun(edition, day, closing), Columns(there), states.Values);
        foreach (var row in plan.Rows.Where(r => r.Questions.Count > 0 && (r.Row.Breakdown < 0 || Victim.Segments[r.Row.Breakdown] == r.Row.Segment)))
            Remember(row, [.. there.Where(p => InRow(row.Row, p))]);
        states = plan.Rows.ToDictionary(x => x.Row, x => x.Next);
        edition += plan.HasRows ? 1 : 0;

        static bool InRow(RowId row, Subject p) => row.Breakdown < 0 || p.Segments[row.Breakdown] == row.Segment;
    }

    public void Only(int breakdown)
    {
        foreach (var other in views.Keys.Where(k => k != breakdown).ToList())
            views.Remove(other);
    }

    /// <summary>Log-likelihood ratio of yes against no for each question, by generalised least squares over all that was published of the victim's segments.</summary>
    public double[] Evidence()
    {
        var total = new double[Rates.Length];
        foreach (var seen in views.Values.Where(v => v.Any(x => x.There)))
        {
            for (var q = 0; q < Rates.Length; q++)
                total[q] += Evidence(seen, q);
        }
        return total;
    }

    public void Dispose() => source.Dispose();

    private double Evidence(List<View> seen, int q)
    {
        if (keying == Keying.Yes) return Unmoved(seen, q);
        // What is not moved at all differs by its rounding alone.
        var noise = keying == Keying.None ? 0 : 1;
        var (m, rate) = (seen.Count, Rates[q]);
        var covariance = new double[m, m];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                var shared = noise * Math.Pow(rules.Noise.Memory, Math.Abs(i - j)) * Math.Sqrt(rules.Noise.Variance(seen[i].N) * rules.Noise.Variance(seen[j].N));
                covariance[i, j] = (rate * (1 - rate) * Math.Min(seen[i].Others, seen[j].Others)) + shared + (i == j ? seen[i].Widths[q] * seen[i].Widths[q] / 12 : 0);
            }
        }
        var weights = Solve(covariance, [.. seen.Select(v => v.There ? 1.0 : 0)]);
        return Enumerable.Range(0, m).Sum(i => weights[i] * (seen[i].Shown[q] - seen[i].Own[q] - (seen[i].Others * rate) - (seen[i].There ? 0.5 : 0)));
    }

    /// <summary>Keyed on those who said yes, and all the attacker's saying no, a figure that has not moved says that the victim said no.</summary>
    private static double Unmoved(List<View> seen, int q)
    {
        if (seen is not [var before, { There: true } after]) return 0;
        var (moved, width) = (Math.Abs(after.Shown[q] - before.Shown[q]), (before.Widths[q] + after.Widths[q]) / 2);
        // Under yes the two draws are strangers: they agree as often as their spread (√8 people, and the victim) lets them.
        return moved > width + 1e-9 ? 20 : Math.Log(Math.Min(0.95, ((2 * width) + 1) / 8.0));
    }

    private void Remember(RowDecision row, List<Subject> inRow)
    {
        var n = inRow.Count;
        var shares = Enumerable.Range(0, Rates.Length).Select(q => Publish(row, inRow, q)).ToList();
        var there = inRow.Contains(Victim);
        if (!views.TryGetValue(row.Row.Breakdown, out var list))
            views[row.Row.Breakdown] = list = [];
        list.Add(new View(n, there, inRow.Count(p => !p.Mine) - (there ? 1 : 0), [.. shares.Select(s => s.Middle * n)],
            [.. shares.Select(s => n * (s.Cut == ShareCut.None ? s.N.ShareStep : s.Cut == ShareCut.Under ? s.Share : 1 - s.Share))],
            [.. Enumerable.Range(0, Rates.Length).Select(q => inRow.Count(p => p.Mine && p.Answers[q]))]));
    }

    private PublishedShare Publish(RowDecision row, List<Subject> inRow, int q)
    {
        var share = (double)inRow.Count(p => p.Answers[q]) / inRow.Count;
        return keying switch
        {
            Keying.None => PublishedShare.Rounded(share, RoundedBase.Of(inRow.Count), 1, inRow.Count),
            Keying.Yes => door.Share(new FigureKey([NoiseSource.RowKey([.. inRow.Where(p => p.Answers[q]).Select(p => p.Key)])], $"q{q}"), share, WeightSummary.Unweighted(inRow.Count), 1),
            _ => door.Share(new FigureKey(row.Next.KeysOf(q), $"q{q}"), share, WeightSummary.Unweighted(inRow.Count), 1),
        };
    }

    private AdmittedAnswers Columns(List<Subject> there)
    {
        var all = new ulong[(there.Count + 63) / 64];
        var invited = new ulong[all.Length];
        for (var i = 0; i < there.Count; i++)
        {
            all[i >> 6] |= 1UL << (i & 63);
            invited[i >> 6] |= there[i].Mine ? 0 : 1UL << (i & 63);
        }
        return new AdmittedAnswers([.. there.Select(p => p.AdmittedIn)], [.. there.Select(p => p.Key)], [.. Enumerable.Range(0, Shares.Length).Select(b => there.Select(p => p.Segments[b]).ToArray())],
            [.. Rates.Select(_ => all)], invitations ? invited : null);
    }

    private int Pick(double[] shares)
    {
        var u = Random.NextDouble() * shares.Sum();
        for (var i = 0; ; i++)
        {
            u -= shares[i];
            if (u < 0 || i == shares.Length - 1)
                return i;
        }
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        for (var k = 0; k < b.Length; k++)
        {
            for (var i = k + 1; i < b.Length; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < b.Length; j++)
                    a[i, j] -= factor * a[k, j];
                b[i] -= factor * b[k];
            }
        }
        for (var i = b.Length - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < b.Length; j++)
                b[i] -= a[i, j] * b[j];
            b[i] /= a[i, i];
        }
        return b;
    }

    private sealed record View(int N, bool There, int Others, double[] Shown, double[] Widths, int[] Own);
}

/// <summary>Somebody in the field, real or invented.</summary>
internal sealed record Subject
{
    public required ulong Key { get; init; }

    public required byte[] Segments { get; init; }

    public required bool[] Answers { get; init; }

    public bool Mine { get; init; }

    public bool There { get; set; } = true;

    public int AdmittedIn { get; set; }
}
