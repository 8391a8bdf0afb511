using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>The columns of a mapping joined to a sheet and a questionnaire, or what of it makes no sense there.</summary>
internal sealed class ColumnReaders
{
    private readonly List<CollectedProblem> _wrong = [];
    private readonly List<CellReader> _all = [];

    /// <summary>Those that say why there is no answer come last: an answer that is there and a reason beside it are both told.</summary>
    public IReadOnlyList<CellReader> All => _all;

    public IReadOnlyList<CollectedProblem> Wrong => _wrong;

    public (ColumnMapping Mapping, int At)? Language { get; private set; }

    public static ColumnReaders Of(Questionnaire questionnaire, CollectedTable table, AnswerMapping mapping)
    {
        var readers = new ColumnReaders();
        var places = table.Columns.Index().ToDictionary(column => column.Item.Name, column => column.Index, StringComparer.Ordinal);
        foreach (var one in mapping.Columns.Where(one => one.As != ColumnUse.LeaveOut))
        {
            if (!places.TryGetValue(one.Column, out var at)) readers.Refuse(one, CollectedProblem.ColumnAbsent);
            else if (one.As == ColumnUse.Language) readers.Speak(one, at);
            else readers.Add(questionnaire, (one, table.Columns[at], at));
        }

        if (readers._all.Count == 0 && readers._wrong.Count == 0) readers._wrong.Add(CollectedProblem.At(0, "", CollectedProblem.NothingMapped));
        if (!questionnaire.Heading.Languages.Contains(mapping.Language)) readers._wrong.Add(CollectedProblem.At(0, "", CollectedProblem.LanguageUnknown, mapping.Language));
        readers._all.Sort((one, other) => (one.Use == ColumnUse.Missing).CompareTo(other.Use == ColumnUse.Missing));
        return readers;
    }

    /// <summary>The column to look at for a problem of a field.</summary>
    public string ColumnOf(Field field) => (_all.Find(one => one.Variable == field.Variable && field.Ranked is { } ranked && one.Option == ranked) ?? _all.Find(one => one.Variable == field.Variable))?.Column ?? "";

    public string ColumnOf(Variable variable) => _all.Find(one => one.Variable == variable)?.Column ?? "";

    /// <summary>Nobody need say it: other answers do.</summary>
    public bool IsWorkedOut(Variable variable) => variable.Question.IsWorkedOut || (variable.Aspect == "first" && _all.Exists(one => one.Variable.Question == variable.Question && one.Variable != variable));

    /// <summary>No field fills it: the file's own word is kept as it is.</summary>
    public static bool IsKeptBeside(Variable variable) => variable.Question.IsWorkedOut || variable.Aspect is "order" or "version";

    private void Add(Questionnaire questionnaire, (ColumnMapping Mapping, CollectedColumn Column, int At) one)
    {
        var mapping = one.Mapping;
        if (questionnaire.FindVariable(mapping.Variable) is not { } variable) Refuse(mapping, CollectedProblem.VariableUnknown, mapping.Variable);
        else if (mapping.As == ColumnUse.Option && variable.Type is not (ChoicesType or RankingType)) Refuse(mapping, CollectedProblem.UseWrong);
        else if (mapping.As == ColumnUse.Several && variable.Type is not (ChoicesType or RankingType)) Refuse(mapping, CollectedProblem.UseWrong);
        else if (mapping.As == ColumnUse.Option && variable.FindOption(mapping.Option) is null) Refuse(mapping, CollectedProblem.OptionUnknown, mapping.Option);
        else if (mapping.As == ColumnUse.Value && variable.Type is RankingType) Refuse(mapping, CollectedProblem.UseWrong);
        else if (mapping.As == ColumnUse.Option || mapping.Values.All(value => value.IsNothing || (value.Missing == MissingKind.None ? IsKnown(variable, value.To) : ValueWords.MayMiss(variable).Contains(value.Missing))))
        {
            if (_all.Exists(known => known.Variable == variable && (known.Use == ColumnUse.Missing) == (mapping.As == ColumnUse.Missing) && (known.Use != ColumnUse.Option || mapping.As != ColumnUse.Option || known.Option!.Code == mapping.Option))) Refuse(mapping, CollectedProblem.TakenTwice, mapping.Variable);
            else _all.Add(new CellReader(mapping, one.Column, one.At, variable, questionnaire.Heading.Languages));
        }
        else Refuse(mapping, CollectedProblem.OptionUnknown, mapping.Values.First(value => !value.IsNothing && !(value.Missing == MissingKind.None ? IsKnown(variable, value.To) : ValueWords.MayMiss(variable).Contains(value.Missing))).To);
    }

    private static bool IsKnown(Variable variable, string code) => !variable.Type.IsCoded || variable.FindOption(code) is not null;

    private void Speak(ColumnMapping mapping, int at)
    {
        if (Language is not null) Refuse(mapping, CollectedProblem.TakenTwice, "language");
        else Language = (mapping, at);
    }

    private void Refuse(ColumnMapping mapping, string code, string value = "") => _wrong.Add(CollectedProblem.At(0, mapping.Column, code, value));
}
