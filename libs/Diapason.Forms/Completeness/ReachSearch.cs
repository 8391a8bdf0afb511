namespace Diapason.Forms;

/// <summary>What came of looking for answers.</summary>
internal enum Reach
{
    /// <summary>There are some.</summary>
    Found,

    /// <summary>There are none: every answer was tried.</summary>
    Never,

    /// <summary>None was found, and not every one was tried.</summary>
    NotProved,
}

/// <summary>
/// Looks for answers with which conditions hold, as a person could give them: question by question in their order, those that are not shown left without an
/// answer, required ones answered. Bounded in steps, for one search and for all.
/// </summary>
internal sealed class ReachSearch(Questionnaire questionnaire)
{
    private const int MostSteps = 20_000;
    private int _left = 1_000_000;

    /// <param name="hold">Conditions that must hold together.</param>
    /// <param name="fails">A condition that must not.</param>
    public Reach Find(IReadOnlyList<Condition> hold, Condition? fails = null)
    {
        if (hold.Count == 0 && fails is null) return Reach.Found;
        var attempt = new ReachAttempt(questionnaire, hold, fails) { StepsLeft = Math.Min(MostSteps, _left) };
        var before = attempt.StepsLeft;
        var isFound = attempt.Try();
        _left -= before - attempt.StepsLeft;
        return isFound ? Reach.Found : attempt.IsWhole && attempt.StepsLeft > 0 ? Reach.Never : Reach.NotProved;
    }
}

/// <summary>One search.</summary>
internal sealed class ReachAttempt
{
    private readonly Questionnaire _questionnaire;
    private readonly Condition? _fails;
    private readonly HashSet<Condition> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly List<Variable> _variables = [];
    private readonly List<Candidates> _candidates;
    private readonly List<Condition>[] _goals;
    private readonly Dictionary<string, AnswerValue> _values = new(StringComparer.Ordinal);
    private readonly AnswerSet _answers;
    private readonly bool[] _shown;

    public ReachAttempt(Questionnaire questionnaire, IReadOnlyList<Condition> hold, Condition? fails)
    {
        (_questionnaire, _fails, _answers) = (questionnaire, fails, new(_values));
        foreach (var condition in hold) Include(condition);
        Include(fails);
        _variables.Sort((a, b) => a.Question.Index != b.Question.Index ? a.Question.Index - b.Question.Index : Place(a) - Place(b));
        var uses = new VariableUses();
        foreach (var condition in _conditions) uses.Add(condition.Root);
        _candidates = [.. _variables.Select(variable => Candidates.Of(variable, uses.Of(variable)))];
        IsWhole = !uses.IsTimed && _candidates.TrueForAll(one => one.AreAll);
        _shown = Enumerable.Repeat(true, questionnaire.Questions.Count).ToArray();
        // A goal is judged as soon as all it rests on is decided.
        _goals = [.. Enumerable.Range(0, _variables.Count + 1).Select(_ => new List<Condition>())];
        foreach (var goal in fails is null ? hold : hold.Append(fails)) _goals[1 + goal.RestsOn.Select(variable => _variables.IndexOf(variable)).DefaultIfEmpty(-1).Max()].Add(goal);
    }

    /// <summary>Whether trying everything would prove something.</summary>
    public bool IsWhole { get; }

    public required int StepsLeft { get; set; }

    public bool Try() => Try(0);

    private bool Try(int at)
    {
        if (--StepsLeft <= 0) return false;
        foreach (var goal in _goals[at])
            if (Holds(goal) == ReferenceEquals(goal, _fails)) return false;
        if (at == _variables.Count) return true;
        var variable = _variables[at];
        var question = variable.Question;
        _shown[question.Index] = Holds(question.Page.Section.When) && Holds(question.Page.When) && Holds(question.When);
        _values.Remove(variable.Code);
        if (!_shown[question.Index] || !question.Asks(variable, _answers)) return Try(at + 1);
        foreach (var value in _candidates[at].Values)
        {
            _values[variable.Code] = value;
            if (Try(at + 1)) return true;
            if (StepsLeft <= 0) return false;
        }

        _values.Remove(variable.Code);
        return MayBeLeft(variable) && Try(at + 1);
    }

    // A missing kind that is chosen beside words or a number is no answer to a condition.
    private static bool MayBeLeft(Variable variable) => !variable.Question.Required || variable.SpecifiesOther || (!variable.Type.IsCoded && variable.Question.MissingOptions.Count > 0);

    private bool Holds(Condition? condition)
    {
        if (condition is null) return true;
        var calculated = _questionnaire.Worked.Count > 0 ? new CalculatedValues(_questionnaire.Worked.Count) : null;
        return condition.Root.Decide(new AnswerScope { Answers = _answers, Shown = _shown, Calculated = calculated }) == Truth.True;
    }

    // What decides whether a question is shown decides whether its answer counts.
    private void Include(Condition? condition)
    {
        if (condition is null || !_conditions.Add(condition)) return;
        foreach (var variable in condition.RestsOn) Include(variable);
    }

    private void Include(Variable variable)
    {
        if (_variables.Contains(variable)) return;
        _variables.Add(variable);
        Include(variable.Question.Page.Section.When);
        Include(variable.Question.Page.When);
        Include(variable.Question.When);
        if (variable.SpecifiesOther) Include(variable.Question.Variables[0]);
    }

    private static int Place(Variable variable) => variable.Question.Variables.ToList().IndexOf(variable);
}
