namespace Diapason.Forms;

/// <summary>
/// Lays the questions of a form on pages: each by itself, as a form shows them, or those of a group that is one page together. Groups with a title are
/// sections. A page is decided before it is shown: where a question rests on another of its page, the page is cut.
/// </summary>
internal sealed class FormLayout(FormBook book, FormQuestions questions, FormExpressions expressions)
{
    private readonly FormCodes _pages = new(CodeKind.Name);
    private readonly FormCodes _sections = new(CodeKind.Name);
    private readonly Dictionary<FormGroup, (string When, IReadOnlyList<FormNamed> RestsOn)?> _conditions = new(ReferenceEqualityComparer.Instance);
    private FormGroup? _pageGroup;
    private int _page = -1;

    public List<FormSection> Sections { get; } = [];

    public List<(string Code, string Value)> Calculations { get; } = [];

    public void Lay(IReadOnlyList<FormItem> items)
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at].Type.Row == FormRowKind.Calculation) Calculate(items[at]);
            else if (at + 1 < items.Count && questions.Specified(items[at], items[at + 1]) is { } option)
            {
                Ask(items[at] with { Specified = option });
                items[at + 1].Named!.Page = _page;
                Note(FormOutcome.Carried, items[++at].Row, "", FormNoticeCodes.Carried);
            }
            else Ask(items[at]);
        }
    }

    private void Calculate(FormItem item)
    {
        if (expressions.Read(item.Row, "calculation", item.Scope, ExpressionUse.Decides) is not { } value)
        {
            if (book.Survey.Cell(item.Row, "calculation").Length == 0) Note(FormOutcome.NotCarried, item.Row, "calculation", FormNoticeCodes.CellNotUsed);
            return;
        }

        if (value.RestsOn.FirstOrDefault(named => named == item.Named || (named.Page < 0 && named.RestsOn is null)) is { } later)
        {
            Note(FormOutcome.NotCarried, item.Row, "calculation", FormNoticeCodes.RestsOnLater, ("name", later.Name));
            return;
        }

        // With words of its own it is kept as a question is; without, it serves conditions alone.
        if (book.Survey.Texts(item.Row, "label", book.Main).Count > 0)
        {
            Ask(item with { Worked = value });
            return;
        }

        item.Named!.RestsOn = value.RestsOn;
        Calculations.Add((item.Named.Code, value.Text));
        Note(FormOutcome.Carried, item.Row, "", FormNoticeCodes.Carried);
    }

    private void Ask(FormItem item)
    {
        var around = item.Groups.FirstOrDefault(group => group.IsOnePage);
        Enter(item);
        var (pageConditions, own) = Conditions(item, around);
        var isNew = around is null || !ReferenceEquals(around, _pageGroup) || _page < 0;
        if (!isNew && (own.Any(condition => Latest(condition.RestsOn) >= _page) || Latest(Quoted(item)) >= _page))
        {
            Note(FormOutcome.Changed, item.Row, "relevant", FormNoticeCodes.PageCut);
            isNew = true;
        }

        var page = isNew ? _page + 1 : _page;
        var kept = own.Where(condition => IsEarlier(condition.RestsOn, page, item.Row)).Select(condition => condition.When).ToList();
        if (questions.Make(item, FormPage.Joined(kept), name => Quote(item, name, page)) is not { } question) return;
        if (isNew) Open(item, around, [.. pageConditions.Where(condition => IsEarlier(condition.RestsOn, page, item.Row)).Select(condition => condition.When)]);
        Sections[^1].Pages[^1].Questions.Add(question);
        item.Named!.Page = _page;
    }

    // A group with words of its own that is no page is a section; what follows it belongs to the one around again.
    private void Enter(FormItem item)
    {
        var group = item.Groups.LastOrDefault(inner => !inner.IsOnePage && book.Survey.Texts(inner.Row, "label", book.Main).Count > 0 && !item.Groups.TakeWhile(outer => outer != inner).Any(outer => outer.IsOnePage));
        if (Sections.Count > 0 && ReferenceEquals(Sections[^1].Group, group)) return;
        var name = group is null ? book.Settings.GetValueOrDefault("form_id", "form") : book.Survey.Cell(group.Row, "name");
        var title = group is not null ? book.Texts(book.Survey, group.Row, "label") : book.Same(book.Settings.GetValueOrDefault("form_title", "") is { Length: > 0 } named ? named : StandIns.Dots);
        if (Sections.Count > 0 && Sections[^1].Pages.Count == 0) Sections.RemoveAt(Sections.Count - 1);
        Sections.Add(new(_sections.Take(name), title, group));
        _pageGroup = null;
    }

    private void Open(FormItem item, FormGroup? around, IReadOnlyList<string> when)
    {
        var title = around is not null ? book.Texts(book.Survey, around.Row, "label", name => Quote(item, name, _page + 1)) : [];
        var name = around is not null && !ReferenceEquals(around, _pageGroup) ? book.Survey.Cell(around.Row, "name") : "";
        Sections[^1].Pages.Add(new(_pages.Take(name.Length > 0 ? name : item.Named!.Code.Replace('.', '_')), when) { Title = title, Spare = Sections[^1].Title });
        (_page, _pageGroup) = (_page + 1, around);
    }

    private (List<(string When, IReadOnlyList<FormNamed> RestsOn)> Page, List<(string When, IReadOnlyList<FormNamed> RestsOn)> Own) Conditions(FormItem item, FormGroup? around)
    {
        var (page, own, isOwn) = (new List<(string, IReadOnlyList<FormNamed>)>(), new List<(string, IReadOnlyList<FormNamed>)>(), false);
        foreach (var group in item.Groups)
        {
            if (Of(group) is { } condition) (isOwn ? own : page).Add(condition);
            isOwn |= ReferenceEquals(group, around);
        }

        if (expressions.Read(item.Row, "relevant", item.Scope, ExpressionUse.Decides) is { } relevant) own.Add((relevant.Text, relevant.RestsOn));
        return (page, own);
    }

    private (string When, IReadOnlyList<FormNamed> RestsOn)? Of(FormGroup group)
    {
        if (_conditions.TryGetValue(group, out var known)) return known;
        var parts = new List<FormExpression>();
        if (expressions.Read(group.Row, "relevant", group.Scope, ExpressionUse.Decides) is { } relevant) parts.Add(relevant);
        var texts = parts.Select(part => part.Text).ToList();
        if (group.Count.Length > 0 && expressions.Read(group.Row, "repeat_count", group.Scope, ExpressionUse.Decides) is { } count)
        {
            parts.Add(count);
            texts.Add($"({count.Text}) >= {group.Time}");
        }

        return _conditions[group] = parts.Count == 0 ? null : (FormPage.Joined(texts), [.. parts.SelectMany(part => part.RestsOn)]);
    }

    private bool IsEarlier(IReadOnlyList<FormNamed> restsOn, int page, FormRow row)
    {
        if (Unfolded(restsOn).FirstOrDefault(named => named.Page < 0 || named.Page >= page) is not { } later) return true;
        Note(FormOutcome.NotCarried, row, "relevant", FormNoticeCodes.RestsOnLater, ("name", later.Name));
        return false;
    }

    private IReadOnlyList<FormNamed> Quoted(FormItem item) =>
        [.. new[] { "label", "hint" }.SelectMany(column => book.Survey.Texts(item.Row, column, book.Main).Values).Append(book.Survey.Cell(item.Row, "choice_filter")).SelectMany(QuotedAnswers.Of).Select(quoted => item.Scope.Find(quoted.Code)).OfType<FormNamed>()];

    private static string? Quote(FormItem item, string name, int page) =>
        item.Scope.Find(name) is { Code.Length: > 0 } named && Unfolded([named]).All(one => one.Page >= 0 && one.Page < page) && (named.RestsOn is not null || named.Page >= 0) ? named.Code : null;

    private static int Latest(IReadOnlyList<FormNamed> restsOn) => Unfolded(restsOn).Select(named => named.Page).DefaultIfEmpty(-1).Max();

    // The questions something rests on, calculations unfolded, each once.
    private static IEnumerable<FormNamed> Unfolded(IReadOnlyList<FormNamed> restsOn)
    {
        var (seen, left) = (new HashSet<FormNamed>(ReferenceEqualityComparer.Instance), new Queue<FormNamed>(restsOn));
        while (left.TryDequeue(out var named))
        {
            if (!seen.Add(named)) continue;
            if (named.RestsOn is null) yield return named;
            else foreach (var inner in named.RestsOn) left.Enqueue(inner);
        }
    }

    private void Note(FormOutcome outcome, FormRow row, string column, string code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        book.Report.Add(outcome, book.Survey.Sheet, row.Line, column.Length > 0 ? book.Survey.Written(column) : "", code, facts);
}
