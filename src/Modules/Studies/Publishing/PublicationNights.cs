using Diapason.Statistics.Publication;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Publishing;

/// <summary>One night to decide.</summary>
/// <param name="Day">One of Montréal's.</param>
/// <param name="Before">Answers counted before this day are seen; null for all there are.</param>
/// <param name="Passed">Days since the night before; 0 when the council asks between two nights.</param>
/// <param name="IsOver">Whether the campaign is closed.</param>
internal sealed record NightToDecide(DateOnly Day, DateOnly? Before, int Passed, bool IsOver);

/// <summary>
/// The nights of one campaign, one after the other, from what is stored: it plans, makes editions and remembers, and knows neither clock nor database. The same
/// people give the same editions on every machine.
/// </summary>
internal sealed class PublicationNights(Study study, AnsweredPeople people, NoiseSource noise)
{
    /// <summary>Nights that must have found a campaign closed before its closing edition: seven days after the first.</summary>
    public const int ClosedEnough = 8;

    private readonly RowCodes _codes = new(study.Portrait, people.All.Variable);
    private readonly EditionPlanner _planner = new(study.Rules);
    private readonly List<Portrait> _made = [];
    private readonly List<BudgetSpent> _spent = [];

    public required IReadOnlyList<RowMemory> Rows { get; set; }

    /// <summary>Of the last edition.</summary>
    public required int Number { get; set; }

    public required int Nights { get; set; }

    public required int ClosedNights { get; set; }

    public required Portrait? Latest { get; set; }

    /// <summary>The day people could first answer.</summary>
    public required DateOnly? Opened { get; init; }

    /// <summary>The last day on which people answered elsewhere; null where they answered here.</summary>
    public DateOnly? Held { get; init; }

    public bool IsClosed { get; private set; }

    /// <summary>Editions made, oldest first.</summary>
    public IReadOnlyList<Portrait> Made => _made;

    /// <summary>What had been spent once each was made.</summary>
    public IReadOnlyList<BudgetSpent> Spent => _spent;

    /// <summary>What the portrait asked beyond the budget on the last night: nothing was published then.</summary>
    public IReadOnlyList<BudgetExcess> Excess { get; private set; } = [];

    /// <summary>Decides one night.</summary>
    /// <param name="closing">Makes the closing edition now, however many nights have passed: the answers are about to go.</param>
    public EditionPlan Decide(NightToDecide night, bool closing = false)
    {
        Excess = BeyondBudget();
        (Nights, ClosedNights) = (Nights + night.Passed, night.IsOver ? ClosedNights + Math.Min(1, night.Passed) : 0);
        // Beyond the budget a campaign waits for its portrait to be mended, unless its answers are about to go.
        IsClosed = closing || (Excess.Count == 0 && ClosedNights >= ClosedEnough);
        if (Excess.Count > 0) return new EditionPlan(Number + 1, []);
        people.Admit(Number + 1, night.Before);
        var admitted = people.AdmittedUntil(Number + 1);
        var states = _codes.States(Rows);
        var plan = _planner.Plan(new NightlyRun(Number + 1, Nights, IsClosed), admitted.Counted(study.Portrait), states);
        // Between two nights nothing is found: a row that is asked for opens no sooner.
        Rows = _codes.Remember(Rows, plan.Rows.Where(r => night.Passed > 0 || r.Outcome is RowOutcome.Opened or RowOutcome.Refreshed).Select(r => r.Next));
        if (!plan.HasRows) return plan;
        Latest = new MakeEdition(study, noise, admitted) { IsClosing = IsClosed }.Run(plan, Latest, night.Day, Opened) with { Held = Held };
        Number = plan.Edition;
        _made.Add(Latest);
        _spent.Add(BudgetSpent.Of(Rows));
        return plan;
    }

    /// <summary>Counted by code: every breakdown ever shown and every figure that looks at a variable.</summary>
    private IReadOnlyList<BudgetExcess> BeyondBudget() =>
        Excesses(Rows.Where(r => r.Refreshes.Count > 0).Select(r => r.Breakdown).Where(b => b.Length > 0).Concat(_codes.Breakdowns), study.Portrait);

    public static IReadOnlyList<BudgetExcess> Excesses(IEnumerable<string> breakdowns, PortraitDefinition portrait) =>
        new PublicationBudget().Excesses(breakdowns, portrait.Figures.Select(f => f.Looked));
}
