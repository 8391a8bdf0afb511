using Diapason.Forms;
using Diapason.Statistics.Publication;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Publishing;

/// <summary>Rows and questions by their place in a portrait, as the planner knows them, and by their codes, as they are stored.</summary>
internal sealed class RowCodes
{
    private readonly List<(string Signature, List<string> Options)> _breakdowns;
    private readonly List<string> _figures;

    public RowCodes(PortraitDefinition definition, Func<string, Variable> variable)
    {
        _breakdowns = [.. definition.Breakdowns.Select(b => (b.Signature(variable(b.Variable).Options), variable(b.Variable).Options.Select(o => o.Code).ToList()))];
        _figures = [.. definition.Figures.Select(f => f.Signature)];
    }

    public IEnumerable<string> Breakdowns => _breakdowns.Select(b => b.Signature);

    /// <summary>The states of the rows that the portrait has; those of another breakdown stay as they are.</summary>
    public List<RowState> States(IEnumerable<RowMemory> rows) => [.. rows.Select(State).OfType<RowState>()];

    /// <summary>What to remember after a night: rows that nobody decided on, and figures that the portrait no longer has, are kept.</summary>
    public List<RowMemory> Remember(IReadOnlyList<RowMemory> before, IEnumerable<RowState> decided)
    {
        var rows = before.ToDictionary(r => (r.Breakdown, r.Segment));
        foreach (var state in decided)
        {
            var (breakdown, segment) = Codes(state.Row);
            var known = rows.GetValueOrDefault((breakdown, segment));
            var others = (known?.Questions ?? []).Where(q => !_figures.Contains(q.Figure));
            var questions = state.Questions.Select((q, f) => new QuestionMemory(_figures[f], q.Editions, q.Bases, q.Counted)).Where(q => q.Editions.Count > 0);
            if (state.FirstSeen is null && state.Refreshes.Count == 0) continue;
            rows[(breakdown, segment)] = new RowMemory(breakdown, segment, state.FirstSeen, state.Refreshes, [.. questions, .. others]);
        }

        return [.. rows.Values.OrderBy(r => r.Breakdown, StringComparer.Ordinal).ThenBy(r => r.Segment, StringComparer.Ordinal)];
    }

    private RowState? State(RowMemory row)
    {
        if (Place(row) is not { } id) return null;
        var questions = row.Refreshes.Count == 0 ? [] : _figures.Select(f => row.Questions.FirstOrDefault(q => q.Figure == f)).Select(Question).ToList();
        return new RowState(id) { FirstSeen = row.FirstSeen, Refreshes = row.Refreshes, Questions = questions };
    }

    private static QuestionState Question(QuestionMemory? memory) => memory is null ? QuestionState.Hidden : new QuestionState(memory.Editions, memory.Bases, memory.Counted);

    private RowId? Place(RowMemory row)
    {
        if (row.Breakdown.Length == 0) return RowId.Everyone;
        var breakdown = _breakdowns.FindIndex(b => b.Signature == row.Breakdown);
        var segment = breakdown < 0 ? -1 : _breakdowns[breakdown].Options.IndexOf(row.Segment);
        return segment < 0 ? null : new RowId(breakdown, segment);
    }

    private (string Breakdown, string Segment) Codes(RowId row) =>
        row == RowId.Everyone ? ("", "") : (_breakdowns[row.Breakdown].Signature, _breakdowns[row.Breakdown].Options[row.Segment]);
}
