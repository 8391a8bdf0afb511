using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// Lays a survey's groups as sections: a page a group, as LimeSurvey shows them, or a page a question when the survey says so. A page is decided before it
/// is shown: where a question rests on another of its page, the page is cut.
/// </summary>
internal sealed class LssLayout(LssSurvey survey, LssKinds kinds, LssNames names, FormReport report)
{
    private readonly FormCodes _pages = new(CodeKind.Name);
    private readonly FormCodes _sections = new(CodeKind.Name);
    private readonly Dictionary<string, int> _pageOf = new(StringComparer.Ordinal);
    private readonly List<DraftSection> _sectionsMade = [];
    private int _page = -1;

    public List<DraftCalculation> Calculations { get; } = [];

    /// <summary>The row of each question made, by its code.</summary>
    public Dictionary<string, LssRow> Rows { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<DraftSection> Sections => _sectionsMade;

    private bool IsPageAQuestion => survey.Settings["format"] == "S";

    public void Lay(LocalizedText title)
    {
        Before(title);
        foreach (var group in survey.Groups)
        {
            var named = survey.Text(group.Name, (group.Row, "group_name"));
            var section = new DraftSection { Code = _sections.Take(named.IsEmpty ? "group" : NewCode.Option([], named, isItem: true)), Texts = DraftPart.NoTexts.SetItem("title", named.IsEmpty ? title : named) };
            var when = When(group.Row, group.Row["grelevance"], "grelevance", _page + 1);
            if (when is null) continue;
            var pages = Pages(group, section.Title);
            if (pages.Count > 0) _sectionsMade.Add(section with { When = when, Pages = pages });
        }
    }

    // What a survey says before its first question, and its notice on privacy, to be agreed to.
    private void Before(LocalizedText title)
    {
        var (welcome, policy) = (survey.Text("surveyls_welcometext", hasLines: true), survey.Text("surveyls_policy_notice", hasLines: true));
        var pages = new List<DraftPage>();
        if (survey.Settings["showsurveypolicynotice"] is "1" or "2" && !policy.IsEmpty)
        {
            var agree = survey.Text("surveyls_policy_notice_label");
            pages.Add(Alone(new() { Code = "consent", Kind = ConsentQuestion.Word, Texts = DraftPart.NoTexts.SetItem("title", survey.Ours("Votre accord", "Your agreement")).SetItem("body", agree.IsEmpty ? survey.Ours("J’ai lu ce texte et je veux bien participer.", "I have read this text and I am willing to take part.") : agree) }, title));
            Consent = policy;
        }

        if (!welcome.IsEmpty) pages.Add(Alone(new() { Code = "welcome", Kind = NoteQuestion.Word, Texts = DraftPart.NoTexts.SetItem("body", welcome) }, title));
        if (pages.Count > 0) _sectionsMade.Add(new() { Code = _sections.Take("welcome"), Texts = DraftPart.NoTexts.SetItem("title", title), Pages = pages });
    }

    /// <summary>The text to be agreed to; empty when the survey asks for none.</summary>
    public LocalizedText Consent { get; private set; } = LocalizedText.Empty;

    private DraftPage Alone(DraftQuestion question, LocalizedText title)
    {
        _page++;
        var own = kinds.Reserve(question.Code);
        return new() { Code = _pages.Take(own), Texts = DraftPart.NoTexts.SetItem("title", title), Questions = [question with { Code = own }] };
    }

    private List<DraftPage> Pages(LssGroup group, LocalizedText title)
    {
        var pages = new List<DraftPage>();
        foreach (var asked in group.Questions)
        {
            if (asked.Attribute("hidden") == "1" && asked.Type != "*")
            {
                report.Add(FormOutcome.NotCarried, asked.Row.Table, asked.Row.Line, "hidden", FormNoticeCodes.NeverShown);
                continue;
            }

            if (asked.Type == "*") Calculate(asked);
            else Ask(asked, pages, title);
        }

        if (pages.Count > 0 && survey.Text(group.Description, (group.Row, "description"), hasLines: true) is { IsEmpty: false } intro) pages[0] = pages[0] with { Texts = pages[0].Texts.SetItem("intro", intro) };
        return pages;
    }

    private void Ask(LssQuestion asked, List<DraftPage> pages, LocalizedText title)
    {
        var relevance = Relevance(asked);
        if (relevance is null) return;
        var rules = kinds.RulesOf(asked);
        var isNew = pages.Count == 0 || IsPageAQuestion;
        if (!isNew && relevance.RestsOn.Concat(rules.RestsOn).Any(code => _pageOf.GetValueOrDefault(code, -1) >= _page))
        {
            report.Add(FormOutcome.Changed, asked.Row.Table, asked.Row.Line, "relevance", FormNoticeCodes.PageCut);
            isNew = true;
        }

        var when = Earlier(asked.Row, relevance, "relevance", isNew ? _page + 1 : _page);
        var questions = kinds.Of(asked, rules).Select(question => question with { When = FormPage.Joined([.. new[] { when, question.When }.Where(one => one.Length > 0)]) }).ToList();
        if (questions.Count == 0) return;
        if (isNew)
        {
            pages.Add(new() { Code = _pages.Take(questions[0].Code.Replace('.', '_')), Texts = DraftPart.NoTexts.SetItem("title", title) });
            _page++;
        }

        foreach (var question in questions) (Rows[question.Code], _pageOf[question.Code]) = (asked.Row, _page);
        pages[^1] = pages[^1] with { Questions = [.. pages[^1].Questions, .. questions] };
    }

    private void Calculate(LssQuestion asked)
    {
        var text = survey.Said([asked.Row], "question").Values.Concat(asked.Said.Values).FirstOrDefault("");
        var value = LssExpression.Read(LssText.Plain(text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), hasLines: false).Text, names, isTruth: false);
        if (value.Fault.Length > 0 || value.Text.Length == 0 || value.RestsOn.Any(code => !_pageOf.ContainsKey(code)))
        {
            report.Add(FormOutcome.NotCarried, asked.Row.Table, asked.Row.Line, "question", value.Fault.Length > 0 ? value.Fault : FormNoticeCodes.CellNotUsed, [.. value.Facts]);
            return;
        }

        var code = kinds.Reserve(asked.Title);
        Rows[code] = asked.Row;
        _pageOf[code] = value.RestsOn.Select(rest => _pageOf[rest]).DefaultIfEmpty(0).Max();
        names.Add(asked, "", new(code, code));
        Calculations.Add(new(code, value.Text));
        report.Add(FormOutcome.Carried, asked.Row.Table, asked.Row.Line, "", FormNoticeCodes.Carried);
    }

    /// <summary>The relevance of a question; always, after a report, for one that cannot be read; null when nobody is ever shown it.</summary>
    private LssRelevance? Relevance(LssQuestion asked)
    {
        var read = LssExpression.Read(asked.Row["relevance"], names);
        if (read.IsNever) report.Add(FormOutcome.NotCarried, asked.Row.Table, asked.Row.Line, "relevance", FormNoticeCodes.NeverShown);
        if (read.Fault.Length > 0) report.Add(FormOutcome.NotCarried, asked.Row.Table, asked.Row.Line, "relevance", Told(read.Fault), [.. read.Facts]);
        return read.IsNever ? null : read.Fault.Length > 0 ? LssRelevance.Always : read;
    }

    private string? When(LssRow row, string written, string column, int page)
    {
        var read = LssExpression.Read(written, names);
        if (read.IsNever)
        {
            report.Add(FormOutcome.NotCarried, row.Table, row.Line, column, FormNoticeCodes.NeverShown);
            return null;
        }

        if (read.Fault.Length > 0) report.Add(FormOutcome.NotCarried, row.Table, row.Line, column, Told(read.Fault), [.. read.Facts]);
        return read.Fault.Length > 0 ? "" : Earlier(row, read, column, page);
    }

    // A name that is given further on is not known yet when it is met.
    private static string Told(string fault) => fault == FormNoticeCodes.NameUnknown ? FormNoticeCodes.RestsOnLater : fault;

    private string Earlier(LssRow row, LssRelevance relevance, string column, int page)
    {
        if (relevance.RestsOn.FirstOrDefault(code => _pageOf.GetValueOrDefault(code, int.MaxValue) >= page) is not { } later) return relevance.Text;
        report.Add(FormOutcome.NotCarried, row.Table, row.Line, column, FormNoticeCodes.RestsOnLater, ("name", later));
        return "";
    }
}
