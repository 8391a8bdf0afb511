namespace Diapason.Forms;

/// <summary>
/// What is shown to one person, given their answers: one pass over the questionnaire, since a condition can only ask
/// about earlier pages. Answers to questions that are not shown count for nothing.
/// </summary>
public sealed class Route
{
    private readonly bool[] _shown;
    private readonly bool[] _pagesShown;
    private readonly CalculatedValues? _calculated;
    private readonly DateTime? _now;
    private bool[]? _pagesToCome;

    internal Route(Questionnaire questionnaire, AnswerSet answers, DateTime? now)
    {
        Questionnaire = questionnaire;
        Answers = answers;
        _now = now;
        if (questionnaire.Worked.Count > 0) _calculated = new(questionnaire.Worked.Count);
        _shown = new bool[questionnaire.Questions.Count];
        _pagesShown = new bool[questionnaire.Pages.Count];
        var pages = new List<Page>(questionnaire.Pages.Count);
        foreach (var page in questionnaire.Pages)
            if (Decide(page)) pages.Add(page);
        Pages = pages;
    }

    /// <summary>The questionnaire.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>The answers it was decided on.</summary>
    public AnswerSet Answers { get; }

    /// <summary>The pages shown, in order.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The first page shown, or <see langword="null"/>.</summary>
    public Page? First => Pages.Count > 0 ? Pages[0] : null;

    /// <summary>The first page shown that lacks an answer it requires, or whose questions were neither answered nor passed.</summary>
    public Page? FirstIncomplete
    {
        get
        {
            foreach (var page in Pages)
                if (!IsComplete(page)) return page;
            return null;
        }
    }

    /// <summary>The variables that hold an answer to a question not shown any more; they are dropped when the answers are sent.</summary>
    public IEnumerable<Variable> RoutedAway => Questionnaire.Variables.Where(variable => !Shows(variable.Question) && Answers.Has(variable.Code));

    /// <summary>Whether a page is shown.</summary>
    public bool Shows(Page page) => _pagesShown[page.Index];

    /// <summary>Whether a question is shown.</summary>
    public bool Shows(Question question) => _shown[question.Index];

    /// <summary>
    /// Whether a page may still be met: it is shown, or something that decides it has not been asked yet. Answers to come can only turn pages away,
    /// so that what is left, counted with these, never grows on the way.
    /// </summary>
    public bool MayShow(Page page) => (_pagesToCome ??= Foresee())[page.Index];

    /// <summary>The next page shown after a page, itself shown or not; <see langword="null"/> after the last.</summary>
    public Page? After(Page page)
    {
        foreach (var other in Pages)
            if (other.Index > page.Index) return other;
        return null;
    }

    /// <summary>The last page shown before a page, itself shown or not; <see langword="null"/> before the first.</summary>
    public Page? Before(Page page)
    {
        for (var i = Pages.Count - 1; i >= 0; i--)
            if (Pages[i].Index < page.Index) return Pages[i];
        return null;
    }

    /// <summary>Whether every question shown on a page was answered or passed, and every required one answered.</summary>
    public bool IsComplete(Page page)
    {
        foreach (var question in page.Questions)
        {
            if (!Shows(question)) continue;
            if ((question.Required && !IsGiven(question)) || !IsOffered(question)) return false;
            if (question.IsWorkedOut) continue;
            foreach (var variable in question.Variables)
                if (!variable.IsSaidAgain && !Answers.Has(variable.Code)) return false;
        }

        return true;
    }

    /// <summary>What a calculation gives once every page is decided.</summary>
    public ExpressionValue Value(Calculation calculation) => _calculated is null ? ExpressionValue.Empty : _calculated.Of(calculation, Scope);

    /// <summary>What a question's value is, once its page is decided.</summary>
    public AnswerValue Worked(Question question) => question.Calculation is { } value ? question.Of(Scope.Work(value)) : default;

    /// <summary>The options of a list that are offered to this person, in the order in which they see them.</summary>
    public IReadOnlyList<Option> Shown(Question question, IReadOnlyList<Option> options) => RandomOrder.Of(question, question.Filtered.Count > 0 ? [.. options.Where(Offers)] : options, Answers);

    /// <summary>Whether an option is offered to this person.</summary>
    public bool Offers(Option option) => Holds(option.When);

    /// <summary>Whether an answer passes the question's constraint, with the other answers of the page that is posted.</summary>
    internal bool Accepts(Question question, AnswerValue value, AnswerSet onPage)
    {
        // What was worked out before the page was sent may rest on it.
        var scope = new AnswerScope { Answers = onPage, Shown = _shown, Calculated = _calculated is null ? null : new(Questionnaire.Worked.Count), Now = _now, Self = AnswerScope.Of(value, question.Variables[0]) };
        return question.Constraint!.Root.Decide(scope) == Truth.True;
    }

    /// <summary>Where a page stands, for the progress line.</summary>
    public Progress At(Page page) => Progress.Of(this, page);

    /// <summary>
    /// The answers to keep when they are sent: one value for every variable. Answers routed away are dropped and marked
    /// <see cref="MissingKind.NotAsked"/>; what was shown and never met is <see cref="MissingKind.Skipped"/>.
    /// </summary>
    public AnswerSet Complete()
    {
        var kept = new Dictionary<string, AnswerValue>(Questionnaire.Variables.Count, StringComparer.Ordinal);
        foreach (var variable in Questionnaire.Variables)
        {
            if (!Shows(variable.Question) || !variable.Question.Asks(variable, Answers)) kept[variable.Code] = AnswerValue.Of(MissingKind.NotAsked);
            else kept[variable.Code] = Answers.TryGet(variable.Code, out var value) ? value : AnswerValue.Of(MissingKind.Skipped);
        }

        foreach (var question in Questionnaire.Questions)
        {
            if (!Shows(question)) continue;
            question.WorkOut(kept);
            if (question.IsShuffled) question.KeepOrder(kept, Shown(question, question.Scales.First()));
            if (question.IsWorkedOut) kept[question.Code] = Worked(question);
        }

        return new(kept);
    }

    private bool Decide(Page page)
    {
        var shown = Holds(page.Section.When) && Holds(page.When);
        var any = false;
        foreach (var question in page.Questions)
        {
            // A list of which nothing is offered asks nothing.
            var asked = shown && Holds(question.When) && (question.Filtered.Count == 0 || question.Filtered.Any(Offers));
            _shown[question.Index] = asked;
            any |= asked && question.IsSeen;
        }

        return _pagesShown[page.Index] = any;
    }

    private bool[] Foresee()
    {
        var asked = new bool[_shown.Length];
        var pages = new bool[_pagesShown.Length];
        foreach (var page in Questionnaire.Pages)
        {
            var may = MayHold(page.Section.When, asked) && MayHold(page.When, asked);
            foreach (var question in page.Questions)
            {
                asked[question.Index] = may && MayHold(question.When, asked) && MayOffer(question, asked);
                pages[page.Index] |= asked[question.Index] && question.IsSeen;
            }
        }

        return pages;
    }

    private bool MayOffer(Question question, bool[] asked) => question.Filtered.Count == 0 || question.Filtered.Any(option => MayHold(option.When, asked));

    private bool MayHold(Condition? condition, bool[] asked) => condition is null || IsOpen(condition, asked) || Holds(condition);

    // An answer kept from a way since left decides nothing yet, as long as its question may come back.
    private bool IsOpen(Condition condition, bool[] asked)
    {
        foreach (var variable in condition.RestsOn)
            if (!variable.Question.IsWorkedOut && asked[variable.Question.Index] && !(_shown[variable.Question.Index] && Answers.Has(variable.Code))) return true;
        return false;
    }

    private bool Holds(Condition? condition) => condition is null || condition.Root.Decide(Scope) == Truth.True;

    // An answer that is no longer offered, since an earlier one changed, is asked again.
    private bool IsOffered(Question question) => question.Filtered.All(option => !Answers[question.Code].Selects(option.Code) || Offers(option));

    private AnswerScope Scope => new() { Answers = Answers, Shown = _shown, Calculated = _calculated, Now = _now };

    // The line that specifies an “other” is never required.
    internal bool IsGiven(Question question)
    {
        foreach (var field in question.Fields)
            if (!field.IsOther && !Answers[field.Variable.Code].IsGiven) return false;
        return true;
    }
}
