namespace Diapason.Forms;

/// <summary>One row to carry, once what repeats is unrolled: where it stands and under which conditions.</summary>
internal sealed record FormItem(FormRow Row, FormType Type, FormScope Scope, FormNamed? Named)
{
    /// <summary>The name of the choice that the next row asks to specify; "" for none.</summary>
    public string Specified { get; init; } = "";

    /// <summary>What it is worked out by, for a value that has words of its own and is kept.</summary>
    public FormExpression? Worked { get; init; }

    /// <summary>The groups around, outermost first.</summary>
    public required IReadOnlyList<FormGroup> Groups { get; init; }
}

/// <summary>A group of rows; each time that something is asked again is a group of its own.</summary>
internal sealed record FormGroup(FormRow Row, FormScope Scope, string Appearance)
{
    /// <summary>Which time it is asked, from one; zero for a group that does not repeat.</summary>
    public int Time { get; init; }

    /// <summary>The expression that says how many times; "" when a number does.</summary>
    public string Count { get; init; } = "";

    public bool IsOnePage => Appearance.Contains("field-list", StringComparison.OrdinalIgnoreCase) || Appearance.Contains("table-list", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Walks the rows of a form: groups, names spelt as codes, repeats unrolled.</summary>
internal sealed class FormItems(FormBook book, Dictionary<string, FormList> lists)
{
    private const int MostTimes = 20;
    private const int MostNested = 30;

    /// <summary>What agreeing gives, as forms compare with it.</summary>
    private static readonly FormList Agreed = new("", "") { Choices = { new("OK", "ok", [], 0) } };
    private readonly FormCodes _codes = new(CodeKind.Question);
    private readonly List<FormItem> _items = [];
    private int _steps;

    public FormScope Root { get; } = new(null);

    private SheetColumns Columns => book.Survey;

    public List<FormItem> Read()
    {
        Walk(0, book.SurveyRows.Count, [], Root);
        return _items;
    }

    private void Walk(int from, int to, IReadOnlyList<FormGroup> groups, FormScope scope)
    {
        for (var at = from; at < to && _steps < FormBook.MostRows * 2; at++)
        {
            _steps++;
            var row = book.SurveyRows[at];
            var written = Columns.Cell(row, "type");
            if (written.Length == 0)
            {
                if (Columns.Cell(row, "name").Length > 0) book.Report.Add(FormOutcome.Error, Columns.Sheet, row.Line, "type", FormNoticeCodes.TypeUnknown, ("type", ""));
                continue;
            }

            var type = FormType.Read(written);
            if (type.Row == FormRowKind.Closes) book.Report.Add(FormOutcome.Error, Columns.Sheet, row.Line, "type", FormNoticeCodes.GroupUnbalanced);
            else if (type.Row is FormRowKind.OpensGroup or FormRowKind.OpensRepeat) at = Enter(at, to, type, groups, scope);
            else Add(row, type, groups, scope);
        }

        if (_steps >= FormBook.MostRows * 2) book.Report.Add(FormOutcome.Error, Columns.Sheet, book.SurveyRows[from].Line, "", FormNoticeCodes.TooManyRows, ("most", FormBook.MostRows));
    }

    private int Enter(int at, int to, FormType type, IReadOnlyList<FormGroup> groups, FormScope scope)
    {
        var (row, end) = (book.SurveyRows[at], End(at, to));
        if (end == to) book.Report.Add(FormOutcome.Error, Columns.Sheet, row.Line, "type", FormNoticeCodes.GroupUnbalanced);
        if (groups.Count >= MostNested) book.Report.Add(FormOutcome.Error, Columns.Sheet, row.Line, "type", "condition_too_deep");
        else if (type.Reason.Length > 0)
            for (var left = at; left < end; left++) book.Report.Add(FormOutcome.NotCarried, Columns.Sheet, book.SurveyRows[left].Line, "type", type.Reason, ("type", Columns.Cell(row, "type")));
        else if (type.Row == FormRowKind.OpensGroup)
        {
            book.Report.Add(FormOutcome.Carried, Columns.Sheet, row.Line, "", FormNoticeCodes.Carried);
            Walk(at + 1, end, [.. groups, new(row, scope, Columns.Cell(row, "appearance"))], scope);
        }
        else Repeat((at, end), groups, scope);
        return end;
    }

    private void Repeat((int From, int To) rows, IReadOnlyList<FormGroup> groups, FormScope scope)
    {
        var row = book.SurveyRows[rows.From];
        var count = Columns.Cell(row, "repeat_count");
        var isNumber = NumberText.Read(count) is >= 1 and <= MostTimes;
        var times = isNumber ? (int)NumberText.Read(count) : book.Options.Repeats;
        book.Report.Add(FormOutcome.Changed, Columns.Sheet, row.Line, "repeat_count", FormNoticeCodes.RepeatUnrolled, ("times", times));
        for (var time = 1; time <= times; time++)
        {
            var own = new FormScope(scope);
            Walk(rows.From + 1, rows.To, [.. groups, new(row, own, Columns.Cell(row, "appearance")) { Time = time, Count = isNumber ? "" : count }], own);
        }
    }

    // The row that closes what a row opens; the end when none does.
    private int End(int at, int to)
    {
        var open = 0;
        for (; at < to; at++)
        {
            var kind = FormType.Read(Columns.Cell(book.SurveyRows[at], "type")).Row;
            if (kind is FormRowKind.OpensGroup or FormRowKind.OpensRepeat) open++;
            else if (kind == FormRowKind.Closes && --open == 0) return at;
        }

        return to;
    }

    private void Add(FormRow row, FormType type, IReadOnlyList<FormGroup> groups, FormScope scope)
    {
        var name = Columns.Cell(row, "name");
        if (type.Row == FormRowKind.Left)
        {
            var written = Columns.Cell(row, "type");
            book.Report.Add(type.Reason == FormNoticeCodes.TypeUnknown ? FormOutcome.Error : FormOutcome.NotCarried, Columns.Sheet, row.Line, "type", type.Reason, ("type", written), ("nearest", type.Reason == FormNoticeCodes.TypeUnknown ? Text.Slip.Nearest(written.ToLowerInvariant(), FormType.Words) : null));
            if (name.Length > 0) scope.Add(new(name, ""));
            return;
        }

        var code = _codes.Take(name.Length > 0 ? name : $"q{row.Line}");
        if (name.Length == 0) book.Report.Add(type.Row == FormRowKind.Question && type.Kind == NoteQuestion.Word ? FormOutcome.Changed : FormOutcome.Error, Columns.Sheet, row.Line, "name", FormNoticeCodes.NameMissing, ("became", code));
        else if (name != code) book.Report.Add(FormOutcome.Changed, Columns.Sheet, row.Line, "name", FormNoticeCodes.NameChanged, ("name", name), ("became", code));
        var named = new FormNamed(name.Length > 0 ? name : code, code) { List = type.Kind == FormQuestions.Acknowledge ? Agreed : lists.GetValueOrDefault(type.List), HasOther = type.HasOther };
        // Nothing is answered to a note: whatever rests on it rests on nothing.
        scope.Add(type.Kind == NoteQuestion.Word ? new(named.Name, "") : named);
        _items.Add(new(row, type, scope, named) { Groups = groups });
    }
}
