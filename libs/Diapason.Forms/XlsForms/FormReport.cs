namespace Diapason.Forms;

/// <summary>Gathers what becomes of a form; the same thing is said once, and so many are kept.</summary>
internal sealed class FormReport
{
    private const int Most = 20_000;
    private readonly List<FormNotice> _notices = [];
    private readonly HashSet<(FormOutcome, string, int, string, string)> _said = [];

    public IReadOnlyList<FormNotice> Notices => _notices;

    public void Add(FormOutcome outcome, string sheet, int row, string column, string code, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        if (_notices.Count < Most && _said.Add((outcome, sheet, row, column, code))) _notices.Add(new(outcome, sheet, row, column, code, facts.ToArray()));
    }
}
