using System.Globalization;

namespace Diapason.Forms;

/// <summary>Draws what somebody posts for a page: now and then nothing, otherwise anything that is offered; for numbers, days and words, as often as not what a condition looks for.</summary>
internal sealed class DrawnAnswers : IQuestionVisitor<bool>
{
    private const int PassedOneIn = 10, AloneOneIn = 6;
    // Who was refused passes nothing over, then leaves whatever need not be answered.
    private const int CarefulFrom = 5, ShortFrom = 12;
    private readonly Random _random;
    private readonly VariableUses _uses = new();
    private readonly Dictionary<Variable, IReadOnlyList<AnswerValue>> _worth = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, IReadOnlyList<string?>> _posted = [];
    private int _tried;
    private Route _route = null!;

    public DrawnAnswers(Questionnaire questionnaire, Random random)
    {
        _random = random;
        var conditions = questionnaire.Sections.Select(section => section.When).Concat(questionnaire.Pages.Select(page => page.When)).Concat(questionnaire.Questions.Select(question => question.When));
        foreach (var condition in conditions.OfType<Condition>()) _uses.Add(condition.Root);
    }

    /// <summary>What is posted for a page that was refused so many times.</summary>
    public PostedFields Page(Page page, Route route, int tried)
    {
        (_posted, _tried, _route) = (new(StringComparer.Ordinal), tried, route);
        foreach (var question in page.Questions)
            if (route.Shows(question)) question.Accept(this);
        var posted = _posted;
        return name => posted.TryGetValue(name, out var values) ? values : [];
    }

    public bool Visit(SingleQuestion question) => One(question.Fields[0]) && Other(question);

    public bool Visit(MultipleQuestion question)
    {
        var field = question.Fields[0];
        if (IsPassed(question)) return true;
        var alone = field.Choices.Where(option => (option.Exclusive || option.Missing != MissingKind.None) && _route.Offers(option)).ToList();
        var together = question.Options.Where(option => !option.Exclusive && _route.Offers(option)).ToArray();
        var (least, most) = (Math.Max(1, question.MinChoices), question.MaxChoices > 0 ? Math.Min(question.MaxChoices, together.Length) : together.Length);
        if (alone.Count > 0 && (most < least || _random.Next(AloneOneIn) == 0)) return Post(field, alone[_random.Next(alone.Count)].Code);
        if (most < least) return true;
        _random.Shuffle(together);
        _posted[field.Name] = [.. together.Take(_random.Next(least, most + 1)).Select(option => option.Code)];
        return Other(question);
    }

    public bool Visit(StatementsQuestion question) => Each(question);

    public bool Visit(PairedQuestion question) => Each(question);

    public bool Visit(PilesQuestion question) => Each(question);

    public bool Visit(ConsentQuestion question) => Post(question.Fields[0], FieldNames.Yes);

    public bool Visit(NoteQuestion question) => true;

    public bool Visit(ConstantSumQuestion question)
    {
        if (IsLeft(question)) return true;
        var left = question.Total;
        foreach (var (at, field) in question.Parts.Index())
        {
            var part = at == question.Items.Count - 1 ? left : Math.Round(left * (decimal)_random.NextDouble(), question.Decimals);
            Post(field, part.ToString(CultureInfo.InvariantCulture));
            left -= part;
        }

        return true;
    }

    public bool Visit(CalculatedQuestion question) => true;

    public bool Visit(RankingQuestion question)
    {
        if (IsLeft(question)) return true;
        var fields = question.Ranks.ToArray();
        _random.Shuffle(fields);
        foreach (var (at, field) in fields.Take(question.Required ? question.Top : _random.Next(1, question.Top + 1)).Index()) Post(field, field.Choices[at].Code);
        return true;
    }

    public bool Visit(NumberQuestion question)
    {
        if (IsLeft(question)) return true;
        var (min, max) = ((double)(question.Min ?? Math.Min(0, question.Max ?? 0)), (double)(question.Max ?? Math.Max(100, question.Min ?? 100)));
        var drawn = Math.Round((decimal)Math.Clamp(min + (_random.NextDouble() * (max - min)), -1e15, 1e15), question.Decimals);
        return Post(question.Fields[0], Drawn(question, AnswerValue.Of(drawn)).Number.ToString(CultureInfo.InvariantCulture));
    }

    public bool Visit(DateQuestion question)
    {
        if (IsLeft(question)) return true;
        var day = question.Min.AddDays(_random.Next(question.Max.DayNumber - question.Min.DayNumber + 1));
        return Post(question.Fields[0], Drawn(question, AnswerValue.Of(WrittenDate.Format(day))).Text);
    }

    public bool Visit(ShortTextQuestion question) => IsLeft(question) || Post(question.Fields[0], Drawn(question, AnswerValue.Of("x")).Text);

    public bool Visit(LongTextQuestion question) => IsLeft(question) || Post(question.Fields[0], Drawn(question, AnswerValue.Of("x")).Text);

    private bool Each(Question question) => question.Fields.All(One);

    private bool One(Field field)
    {
        if (IsPassed(field.Variable.Question)) return true;
        var offered = field.Variable.Question.Filtered.Count > 0 ? [.. field.Choices.Where(_route.Offers)] : field.Choices;
        return offered.Count == 0 || Post(field, offered[_random.Next(offered.Count)].Code);
    }

    // The words beside « other » are those of who chose it, when they have some.
    private bool Other(OptionQuestion question) =>
        question.Other is not { } other || !question.Options.Any(option => option.Other && (_posted.GetValueOrDefault(question.Fields[0].Name)?.Contains(option.Code) ?? false))
        || _random.Next(2) == 0 || Post(other, Worth(other.Variable) is { Count: > 0 } worth ? worth[_random.Next(worth.Count)].Text : "x");

    private AnswerValue Drawn(WrittenQuestion question, AnswerValue plain) =>
        Worth(question.Variables[0]) is { Count: > 0 } worth && _random.Next(2) == 0 ? worth[_random.Next(worth.Count)] : plain;

    private IReadOnlyList<AnswerValue> Worth(Variable variable) =>
        _worth.TryGetValue(variable, out var worth) ? worth : _worth[variable] = [.. Candidates.Of(variable, _uses.Of(variable)).Values.Where(value => value.IsAnswered)];

    private bool IsLeft(Question question)
    {
        if (!IsPassed(question)) return false;
        if (question.MissingMark is { } mark && _random.Next(2) == 0) Post(mark, mark.Choices[_random.Next(mark.Choices.Count)].Code);
        return true;
    }

    private bool IsPassed(Question question) => _tried < CarefulFrom ? _random.Next(PassedOneIn) == 0 : _tried >= ShortFrom && !question.Required;

    private bool Post(Field field, string value)
    {
        _posted[field.Name] = [value];
        return true;
    }
}
