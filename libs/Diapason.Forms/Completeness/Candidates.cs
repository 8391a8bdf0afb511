namespace Diapason.Forms;

/// <summary>
/// The values of a variable that are worth trying: one of each set of values that the expressions cannot tell apart. Whoever tries them all has tried every
/// answer, where <see cref="AreAll"/>.
/// </summary>
internal sealed class Candidates(VariableUse use) : IVariableTypeVisitor<Candidates>
{
    private const int MostApart = 8;
    private const double Largest = 1e15;
    private Variable _variable = null!;

    /// <summary>What can be answered, without nothing at all.</summary>
    public List<AnswerValue> Values { get; } = [];

    public bool AreAll { get; private set; } = true;

    public static Candidates Of(Variable variable, VariableUse use)
    {
        var candidates = new Candidates(use) { _variable = variable };
        // Worked out from the others, it is not answered.
        if (variable.Question.IsWorkedOut) return candidates;
        variable.Type.Accept(candidates);
        if (variable.Type.IsCoded) candidates.Values.AddRange(variable.Question.MissingOptions.Select(option => AnswerValue.Of(option.Missing)));
        return candidates;
    }

    public Candidates Visit(ChoiceType type)
    {
        Values.AddRange(Told(_variable.Options).Concat(Others(_variable.Options).Take(1)).Select(option => AnswerValue.Of(option.Code)));
        return this;
    }

    public Candidates Visit(ChoicesType type)
    {
        var (told, others) = (Told(_variable.Options).Where(option => !option.Exclusive).ToList(), Others(_variable.Options).Where(option => !option.Exclusive).ToList());
        AreAll &= told.Count <= MostApart;
        if (told.Count > MostApart) told = told[..MostApart];
        for (var chosen = 0; chosen < 1 << told.Count; chosen++)
            Add([.. told.Where((_, i) => (chosen >> i & 1) == 1)], others, _variable.Question.ChoiceBounds);
        Values.AddRange(Told(_variable.Options).Concat(Others(_variable.Options).Where(option => option.Exclusive).Take(1)).Where(option => option.Exclusive).Select(option => AnswerValue.Of([option.Code])));
        return this;
    }

    // The order tells nothing to whoever asks only what is among the ranked.
    public Candidates Visit(RankingType type)
    {
        AreAll &= !use.IsLoose;
        var bounds = _variable.Question.ChoiceBounds;
        var (told, others) = (Told(_variable.Options).Take(MostApart).ToList(), Others(_variable.Options).ToList());
        AreAll &= Told(_variable.Options).Count() <= MostApart;
        for (var chosen = 0; chosen < 1 << told.Count; chosen++)
            Add([.. told.Where((_, i) => (chosen >> i & 1) == 1)], others, bounds);
        if (use.IsLoose && bounds.Most == _variable.Options.Count) Values.AddRange(_variable.Options.Select(first => AnswerValue.Of([first.Code, .. _variable.Options.Where(option => option != first).Select(option => option.Code)])));
        return this;
    }

    public Candidates Visit(NumberType type)
    {
        AreAll &= !use.IsLoose && use.Literals.TrueForAll(literal => !(Math.Abs(literal.AsNumber()) >= Largest));
        var question = _variable.Question;
        foreach (var number in Numbers(question).Distinct())
            if (question.Allows(AnswerValue.Of(number))) Values.Add(AnswerValue.Of(number));
        return this;
    }

    public Candidates Visit(DateType type)
    {
        AreAll &= !use.IsLoose;
        var (first, last) = _variable.Question.DayBounds;
        var days = use.Literals.Select(literal => literal.AsDays()).Where(days => Math.Abs(days) < 4e6).SelectMany(days => new[] { Math.Floor(days), Math.Ceiling(days), Math.Floor(days) - 1, Math.Ceiling(days) + 1 });
        foreach (var day in days.Select(DayText.Moment).OfType<DateTime>().Select(DateOnly.FromDateTime).Append(first).Append(last).Distinct())
            if (day >= first && day <= last) Values.Add(AnswerValue.Of(WrittenDate.Format(day)));
        return this;
    }

    public Candidates Visit(TextType type)
    {
        AreAll &= !use.IsLoose;
        var words = use.Literals.Select(literal => literal.AsText()).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct().ToList();
        var another = "x";
        while (words.Contains(another)) another += "x";
        Values.AddRange(words.Append(another).Select(AnswerValue.Of));
        return this;
    }

    // Where something looks further than at the codes told apart, each option is one by itself.
    private IEnumerable<Option> Told(IReadOnlyList<Option> options) => use.IsLoose ? options : options.Where(option => use.Literals.Exists(literal => literal.AsText() == option.Code));

    private IEnumerable<Option> Others(IReadOnlyList<Option> options) => options.Except(Told(options));

    private void Add(List<Option> chosen, List<Option> others, (int Least, int Most) bounds)
    {
        var (least, most) = bounds;
        for (var more = 0; more <= others.Count; more++)
        {
            var count = chosen.Count + more;
            if (count == 0 || count < least || count > most) continue;
            var codes = chosen.Concat(others.Take(more)).ToHashSet();
            Values.Add(AnswerValue.Of([.. _variable.Options.Where(codes.Contains).Select(option => option.Code)]));
            if (!use.IsCounted) return;
        }
    }

    private IEnumerable<decimal> Numbers(Question question)
    {
        var (min, max, decimals) = question.NumberBounds;
        var step = 1m;
        for (var i = 0; i < decimals; i++) step /= 10;
        foreach (var bound in new[] { min, max, 0 }.OfType<decimal>())
        {
            var isFar = Math.Abs(bound) >= (decimal)Largest;
            yield return isFar ? bound : Math.Ceiling(bound / step) * step;
            yield return isFar ? bound : Math.Floor(bound / step) * step;
        }

        foreach (var literal in use.Literals.Select(literal => literal.AsNumber()).Where(number => Math.Abs(number) < Largest))
        {
            var (below, above) = (Math.Floor((decimal)literal / step) * step, Math.Ceiling((decimal)literal / step) * step);
            foreach (var number in new[] { below - step, below, above, above + step }) yield return number;
        }
    }
}
