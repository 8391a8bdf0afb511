namespace Diapason.Statistics.Publication;

/// <summary>What a campaign may publish: numbers counted by code, stored with each edition, shown to the council, refused beyond.</summary>
public sealed record PublicationBudget
{
    /// <summary>Breakdown variables that are public, crossings included; changing categories after the first edition makes a new one.</summary>
    public int Breakdowns { get; init; } = 6;

    /// <summary>Refreshes of one row, its opening and closing included.</summary>
    public int Refreshes { get; init; } = 14;

    /// <summary>Figures («any of», indices) that may use the same variable, its own shares apart.</summary>
    public int FiguresPerVariable { get; init; } = 2;

    /// <summary>Information on one person's answer, 1/people², in one row and figure before the close.</summary>
    public double Information { get; init; } = 1.6;

    /// <summary>The same with the closing edition.</summary>
    public double InformationWithClosing { get; init; } = 2.2;

    /// <summary>
    /// What somebody who knows everyone else's answers learns of one person's from all refreshes of a figure: the largest, over every refresh from which and up
    /// to which that person may have been in it, of sᵀΣ⁻¹s, with Σ the covariance of the noise and s their presence. Without memory it is Σ 1/V(n).
    /// </summary>
    /// <param name="bases">True base at each refresh, people.</param>
    /// <param name="noise">What was added.</param>
    /// <returns>Information, 1/people²; the advantage near one half is Φ(√I/2) − ½.</returns>
    public static double InformationOf(IReadOnlyList<int> bases, NoiseRule noise)
    {
        var worst = 0.0;
        for (var first = 0; first < bases.Count; first++)
        {
            for (var last = first; last < bases.Count; last++)
                worst = Math.Max(worst, Presence(bases, noise, first, last));
        }
        return worst;
    }

    /// <summary>Whether a figure may be refreshed so.</summary>
    /// <param name="bases">True base at each refresh, tonight's last.</param>
    /// <param name="noise">What is added.</param>
    /// <param name="closing">Whether tonight is the closing edition.</param>
    /// <returns>Whether it stays within the budget.</returns>
    public bool Allows(IReadOnlyList<int> bases, NoiseRule noise, bool closing) =>
        bases.Count <= Refreshes && InformationOf(bases, noise) <= (closing ? InformationWithClosing : Information);

    /// <summary>What a campaign's declarations exceed.</summary>
    /// <param name="breakdowns">Every breakdown ever published or about to be: its variables and categories as one text each, so that a changed category is another.</param>
    /// <param name="figures">For each figure over several variables, the variables it uses.</param>
    /// <returns>A sentence for a developer and a stable code for each excess; empty when all is within the budget.</returns>
    public IReadOnlyList<BudgetExcess> Excesses(IEnumerable<string> breakdowns, IEnumerable<IReadOnlyCollection<string>> figures)
    {
        var found = new List<BudgetExcess>();
        var count = breakdowns.Distinct(StringComparer.Ordinal).Count();
        if (count > Breakdowns)
            found.Add(new BudgetExcess("breakdowns", "", count, Breakdowns));
        var uses = figures.SelectMany(f => f.Distinct(StringComparer.Ordinal)).GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > FiguresPerVariable);
        found.AddRange(uses.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new BudgetExcess("figures", g.Key, g.Count(), FiguresPerVariable)));
        return found;
    }

    /// <summary>The noise of a refresh, given the one before, is fresh: its correlation with older ones passes through that one alone.</summary>
    private static double Presence(IReadOnlyList<int> bases, NoiseRule noise, int first, int last)
    {
        var (information, before) = (0.0, 0.0);
        for (var j = 0; j < bases.Count; j++)
        {
            var deviation = Math.Sqrt(noise.Variance(bases[j]));
            var there = (j >= first && j <= last ? 1 : 0) / deviation;
            var fresh = j == 0 ? there : (there - (noise.Memory * before)) / Math.Sqrt(1 - (noise.Memory * noise.Memory));
            (information, before) = (information + (fresh * fresh), there);
        }
        return information;
    }
}

/// <summary>Something beyond the budget.</summary>
/// <param name="Code"><c>breakdowns</c> or <c>figures</c>.</param>
/// <param name="Variable">The variable, or empty.</param>
/// <param name="Asked">How many are asked for.</param>
/// <param name="Allowed">How many there may be.</param>
public sealed record BudgetExcess(string Code, string Variable, int Asked, int Allowed);
