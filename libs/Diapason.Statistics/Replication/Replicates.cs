namespace Diapason.Statistics;

/// <summary>Replicate weights made from a design. Calibrate afterwards, with <see cref="ReplicateDesign.Reweight"/>.</summary>
public static class Replicates
{
    /// <summary>Jackknife: each first-stage unit left out in turn; JK1 without strata, JKn with (Rust &amp; Rao 1996).</summary>
    /// <remarks>Finite population corrections of the first stage enter the replicate scales.</remarks>
    /// <exception cref="SurveyException">A stratum has a single unit under <see cref="LonelyPsu.Fail"/>; the design is calibrated.</exception>
    public static ReplicateDesign Jackknife(this SurveyDesign design)
    {
        var stage = FirstStage(design);
        var policy = design.Description.LonelyPsu;
        var (factors, scales) = (new List<double[]>(), new List<double>());
        for (var h = 0; h < stage.Strata; h++)
        {
            var (start, n) = (stage.StratumStart[h], stage.UnitsIn(h));
            // A stratum taken whole has no sampling error, and gives no replicate.
            if (stage.Unsampled[start] == 0)
                continue;
            if (n == 1)
            {
                if (policy == LonelyPsu.Fail)
                    throw stage.Lonely(h);
                if (policy == LonelyPsu.Adjust)
                {
                    factors.Add(Factors(stage.Units, (double)stage.Strata / (stage.Strata - 1), start, 1, 0));
                    scales.Add((stage.Strata - 1.0) / stage.Strata);
                }
                continue;
            }
            for (var c = start; c < start + n; c++)
            {
                var factor = Ones(stage.Units);
                Array.Fill(factor, n / (n - 1.0), start, n);
                factor[c] = 0;
                factors.Add(factor);
                scales.Add(stage.Unsampled[c] * (n - 1) / n);
            }
        }
        var scale = policy == LonelyPsu.Average && factors.Count > 0 ? (double)stage.Units / factors.Count : 1;
        return Make(design, factors, new ReplicateScaling(scale, scales));
    }

    /// <summary>Balanced half-samples; Fay's variant when ρ &gt; 0 (Judkins 1990). Finite population corrections are dropped.</summary>
    /// <param name="design">A design whose strata have two units; larger strata are split into two halves.</param>
    /// <param name="rho">Fay's ρ, 0 ≤ ρ &lt; 1.</param>
    /// <param name="hadamard">A matrix of 0/1 or ±1 of order above the number of strata, whose column r and row 1 + h choose the half: the second where the entry equals that of the corner, as in R; null for one of the library's.</param>
    /// <exception cref="SurveyException">A stratum has a single unit, or the matrix given is not Hadamard's.</exception>
    public static ReplicateDesign BalancedHalfSamples(this SurveyDesign design, double rho = 0, int[,]? hadamard = null)
    {
        var stage = FirstStage(design);
        if (!(rho >= 0 && rho < 1))
            throw new SurveyException(SurveyError.InvalidValue, $"Fay's rho is {rho}: it must be at least 0 and below 1.");
        // R reads a given matrix from its corner, and its own the other way round.
        var fromCorner = hadamard is not null;
        hadamard ??= Hadamard.Above(stage.Strata);
        if (hadamard.GetLength(0) <= stage.Strata)
            throw new SurveyException(SurveyError.InvalidValue, $"The Hadamard matrix has {hadamard.GetLength(0)} rows for {stage.Strata} strata.");
        if (fromCorner && !Hadamard.Is(hadamard))
            throw new SurveyException(SurveyError.InvalidValue, "The matrix is not Hadamard's: it must be square, of two values, and its rows orthogonal.");
        var place = Places(stage);
        var factors = new List<double[]>();
        for (var r = 0; r < hadamard.GetLength(1); r++)
        {
            var factor = new double[stage.Units];
            for (var h = 0; h < stage.Strata; h++)
            {
                var n = stage.UnitsIn(h);
                if (n < 2)
                    throw stage.Lonely(h, ": no half-sample");
                for (var c = 0; c < n; c++)
                    factor[stage.StratumStart[h] + c] = (c >= n / 2) == ((hadamard[1 + place[h], r] == hadamard[0, 0]) == fromCorner) ? 2 - rho : rho;
            }
            factors.Add(factor);
        }
        return Make(design, factors, new ReplicateScaling(1 / (factors.Count * (1 - rho) * (1 - rho))));
    }

    /// <summary>Rescaled bootstrap: m units drawn with replacement in each stratum (Rao &amp; Wu 1988); m = n − 1 is R's <c>subbootstrap</c>.</summary>
    /// <param name="design">The design.</param>
    /// <param name="replicates">Number of replicates.</param>
    /// <param name="random">Source of randomness, seeded by the caller.</param>
    /// <param name="units">Units drawn per stratum, ≥ 1, as a function of its n; n − 1 when null.</param>
    /// <param name="populationCorrection">Whether the first-stage correction enters the factors.</param>
    public static ReplicateDesign RaoWu(this SurveyDesign design, int replicates, Random random, Func<int, int>? units = null, bool populationCorrection = false)
    {
        var stage = FirstStage(design);
        return Draw(design, replicates, 1.0 / (replicates - 1), (factor, h) =>
        {
            var (start, n) = (stage.StratumStart[h], stage.UnitsIn(h));
            if (Lonely(design, stage, h))
                return;
            var m = units?.Invoke(n) ?? n - 1;
            if (m < 1)
                throw new SurveyException(SurveyError.InvalidValue, $"{m} units are drawn in stratum '{stage.StratumLabel(h)}': at least 1.", stage.StratumVariable, stage.StratumLabel(h));
            var share = Math.Sqrt(m * (populationCorrection ? stage.Unsampled[start] : 1) / (n - 1));
            Array.Fill(factor, 1 - share, start, n);
            for (var draw = 0; draw < m; draw++)
                factor[start + random.Next(n)] += share * n / m;
        });
    }

    /// <summary>Bootstrap of Canty and Davison (1999): n units drawn from the stratum, or without replacement from a population made of it.</summary>
    /// <param name="design">The design; its first-stage population sizes are used when given.</param>
    /// <param name="replicates">Number of replicates.</param>
    /// <param name="random">Source of randomness, seeded by the caller.</param>
    public static ReplicateDesign CantyDavison(this SurveyDesign design, int replicates, Random random)
    {
        var stage = FirstStage(design);
        if (Enumerable.Range(0, stage.Strata).Count(h => Lonely(design, stage, h)) == stage.Strata)
            throw new SurveyException(SurveyError.LonelyPsu, "Every stratum has a single sampled unit: there is nothing to resample.", stage.StratumVariable);
        var harmonic = 1 / Enumerable.Range(0, stage.Strata).Average(h => 1.0 / stage.UnitsIn(h));
        return Draw(design, replicates, harmonic / ((harmonic - 1) * (replicates - 1)), (factor, h) =>
        {
            var (start, n) = (stage.StratumStart[h], stage.UnitsIn(h));
            var sampled = 1 - stage.Unsampled[start];
            Array.Clear(factor, start, n);
            if (sampled < 0.01)
            {
                for (var draw = 0; draw < n; draw++)
                    factor[start + random.Next(n)]++;
                return;
            }
            foreach (var c in PseudoPopulation(n, (int)Math.Round(n / sampled), random).Take(n))
                factor[start + c]++;
        });
    }

    /// <summary>Row of the matrix for each stratum: the larger ones first, then by name, so that the order of rows does not matter.</summary>
    private static int[] Places(Stage stage)
    {
        var place = new int[stage.Strata];
        var next = 0;
        foreach (var h in Enumerable.Range(0, stage.Strata).OrderBy(h => stage.UnitsIn(h) <= 2).ThenBy(stage.StratumLabel, StringComparer.Ordinal))
            place[h] = next++;
        return place;
    }

    /// <summary>Units repeated up to a population size, the remainder drawn, in random order.</summary>
    private static int[] PseudoPopulation(int n, int size, Random random)
    {
        var order = Enumerable.Range(0, n).ToArray();
        random.Shuffle(order);
        var population = new int[size];
        for (var i = 0; i < size; i++)
            population[i] = i < size / n * n ? i % n : order[i % n];
        random.Shuffle(population);
        return population;
    }

    private static ReplicateDesign Draw(SurveyDesign design, int replicates, double scale, Action<double[], int> stratum)
    {
        var stage = design.Stages[0];
        var factors = new List<double[]>();
        for (var r = 0; r < replicates; r++)
        {
            var factor = Ones(stage.Units);
            for (var h = 0; h < stage.Strata; h++)
                stratum(factor, h);
            factors.Add(factor);
        }
        return Make(design, factors, new ReplicateScaling(scale));
    }

    private static bool Lonely(SurveyDesign design, Stage stage, int h)
    {
        if (stage.UnitsIn(h) > 1)
            return false;
        return design.Description.LonelyPsu is LonelyPsu.Remove or LonelyPsu.Certainty ? true
            : throw stage.Lonely(h, ": it cannot be resampled");
    }

    private static Stage FirstStage(SurveyDesign design) => design.IsCalibrated
        ? throw new SurveyException(SurveyError.InvalidValue, "Make the replicates first, then calibrate them with Reweight: their variance must see the calibration.")
        : design.Stages[0];

    private static ReplicateDesign Make(SurveyDesign design, List<double[]> factors, ReplicateScaling scaling) =>
        new(design.WeightArray, design.WeightArray, design.Stages[0].Unit, [.. factors], scaling);

    private static double[] Ones(int count) => Factors(count, 1, 0, 0, 1);

    private static double[] Factors(int count, double value, int start, int length, double inside)
    {
        var result = new double[count];
        Array.Fill(result, value);
        Array.Fill(result, inside, start, length);
        return result;
    }
}
