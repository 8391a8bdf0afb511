namespace Diapason.Statistics.Publication;

/// <summary>
/// The rules by which rows open, are refreshed and are frozen, as a pure function of who is admitted and of what was published. Asking more often changes
/// nothing; a withdrawal or a restart refreshes nothing.
/// </summary>
/// <param name="rules">The rules.</param>
public sealed class EditionPlanner(PublicationRules rules)
{
    /// <summary>Decides one night.</summary>
    /// <param name="run">The night.</param>
    /// <param name="people">Everyone admitted.</param>
    /// <param name="known">What was stored of each row before.</param>
    /// <returns>What to publish and what to store.</returns>
    public EditionPlan Plan(NightlyRun run, AdmittedAnswers people, IReadOnlyCollection<RowState> known)
    {
        var states = known.ToDictionary(s => s.Row);
        var rows = people.Rows();
        rows.AddRange(states.Keys.Except(rows.Select(r => r.Id)).Select(id => new RowSet(id, people.Words)));
        var night = new Night(rules, run, people);
        var neighbours = new NeighbouringRows(rules.Newcomers, people, rows, states);
        var decided = new Dictionary<RowId, RowDecision>();
        // The larger of two nearly equal rows goes first: the smaller one stays frozen.
        foreach (var row in rows.OrderByDescending(r => r.Size).ThenBy(r => r.Id.Breakdown).ThenBy(r => r.Id.Segment))
        {
            var decision = night.Decide(row, states.GetValueOrDefault(row.Id) ?? new RowState(row.Id));
            if (decision.Outcome is RowOutcome.Opened or RowOutcome.Refreshed)
            {
                if (neighbours.Conflict(row))
                    decision = new RowDecision(row.Id, RowOutcome.NearlyEqual, [], night.Seen(row, states.GetValueOrDefault(row.Id) ?? new RowState(row.Id)));
                else
                    neighbours.Publish(row);
            }
            decided[row.Id] = decision;
        }
        return new EditionPlan(run.Edition, [.. rows.Select(r => decided[r.Id])]);
    }
}

/// <summary>One row on one night, apart from its neighbours.</summary>
internal sealed class Night(PublicationRules rules, NightlyRun run, AdmittedAnswers people)
{
    public RowDecision Decide(RowSet row, RowState state)
    {
        var seen = Seen(row, state);
        var outcome = Outcome(row, seen);
        if (outcome is not (RowOutcome.Opened or RowOutcome.Refreshed))
            return new RowDecision(row.Id, outcome, [], seen);
        var questions = Enumerable.Range(0, people.Answered.Count).Select(q => Next(row, seen, q)).ToList();
        int[] anew = [.. Enumerable.Range(0, questions.Count).Where(q => questions[q].Editions is [.., var last] && last == run.Edition)];
        // A row without one figure to show is no publication: its doubling is kept for when there is one.
        if (anew.Length == 0)
            return new RowDecision(row.Id, outcome == RowOutcome.Opened ? RowOutcome.TooFew : RowOutcome.TooFewNewcomers, [], seen);
        var next = seen with { Refreshes = [.. seen.Refreshes, new RowRefresh(run.Edition, Counted(row), row.Key)], Questions = questions };
        return new RowDecision(row.Id, outcome, anew, next);
    }

    public RowState Seen(RowSet row, RowState state) => state.FirstSeen is null && Counted(row) >= rules.Opening ? state with { FirstSeen = run.Day } : state;

    private RowOutcome Outcome(RowSet row, RowState state)
    {
        if (state.Refreshes is not [.., var last])
        {
            if (Counted(row) < rules.Opening)
                return RowOutcome.TooFew;
            if (run.Day - state.FirstSeen!.Value < rules.DaysApart)
                return RowOutcome.Waiting;
            return Held(row) ? RowOutcome.HeldToClose : RowOutcome.Opened;
        }
        if (row.Size < rules.Frozen)
            return RowOutcome.Shrunk;
        if (Counted(row, people.Prefix(last.Edition)) < (run.Closing ? rules.Newcomers : Math.Max(rules.Newcomers, last.Counted)))
            return RowOutcome.TooFewNewcomers;
        if (Held(row))
            return RowOutcome.HeldToClose;
        if (state.Refreshes.Count >= rules.Budget.Refreshes)
            return RowOutcome.BudgetSpent;
        return Survivors(row, state) ? RowOutcome.Refreshed : RowOutcome.FewSurvivors;
    }

    private bool Held(RowSet row) => rules.SmallRowsAtTheClose && !run.Closing && row.Size < 100;

    /// <summary>Of those who count and came with each refresh, tonight's included, at least ten are left.</summary>
    private bool Survivors(RowSet row, RowState state)
    {
        var from = 0;
        foreach (var edition in state.Refreshes.Select(r => r.Edition).Append(run.Edition))
        {
            var to = people.Prefix(edition);
            if (row.Count(from, to, people.Invited) < rules.Newcomers)
                return false;
            from = to;
        }
        return true;
    }

    private QuestionState Next(RowSet row, RowState state, int question)
    {
        var last = question < state.Questions.Count ? state.Questions[question] : QuestionState.Hidden;
        var answered = people.Answered[question];
        var counted = row.Count(0, people.Count, answered, people.Invited);
        var size = row.Count(0, people.Count, answered);
        var need = last.Editions is [.., var edition] && run.Closing ? rules.Newcomers : Math.Max(rules.Newcomers, rules.QuestionGrowth * last.Counted);
        var ready = last.Editions is not [.., var latest]
            ? counted >= rules.Opening
            : size >= rules.Frozen && row.Count(people.Prefix(latest), people.Count, answered, people.Invited) >= need && QuestionSurvivors(row, last, answered);
        IReadOnlyList<int> bases = [.. last.Bases, size];
        return ready && rules.Budget.Allows(bases, rules.Noise, run.Closing) ? new QuestionState([.. last.Editions, run.Edition], bases, counted) : last;
    }

    private bool QuestionSurvivors(RowSet row, QuestionState last, ulong[] answered)
    {
        var from = 0;
        foreach (var edition in last.Editions)
        {
            var to = people.Prefix(edition);
            if (row.Count(from, to, answered, people.Invited) < rules.Newcomers)
                return false;
            from = to;
        }
        return true;
    }

    private int Counted(RowSet row, int from = 0) => row.Count(from, people.Count, people.Invited);
}
