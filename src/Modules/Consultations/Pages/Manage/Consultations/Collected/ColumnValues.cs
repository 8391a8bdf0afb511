using Diapason.Consultations.Collecting;
using Diapason.Consultations.Exports;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>One value of a column, and what it means now.</summary>
/// <param name="Said">The value, and what the file says of it.</param>
/// <param name="Target">One of <see cref="ColumnValues.Targets"/>; empty for none.</param>
internal sealed record ColumnValue(string Value, string Said, int Rows, string Target, bool IsUnknown);

/// <summary>The values of a column, each with what it may mean.</summary>
internal sealed record ColumnValues(IReadOnlyList<ColumnValue> All, IReadOnlyList<Choice> Targets, Func<string, string> ByItself)
{
    private const string Missing = "?", Nothing = "-", Code = "=";

    public bool IsDay { get; private init; }

    public bool AreWords { get; private init; }

    public bool AreTooMany { get; private init; }

    public static ColumnValues Of(Questionnaire questionnaire, CollectedTable sheet, ColumnView column, Texts<ConsultationsModule> texts)
    {
        if (column.Mapping.As == ColumnUse.Language) return Of(sheet, column, [.. questionnaire.Heading.Languages.Select(language => new Choice(Code + language, Languages.NameOf(language)))], value => questionnaire.Heading.Languages.Contains(value) ? Code + value : "");
        if (questionnaire.FindVariable(column.Mapping.Variable) is not { } variable) return new([], [], _ => "");
        var words = new ValueWords(variable, questionnaire.Heading.Languages);
        var targets = new List<Choice>();
        if (column.Mapping.As == ColumnUse.Option && variable.Type is ChoicesType) targets.AddRange([new(Code + "1", texts["export.chosen"]), new(Code + "0", texts["export.not_chosen"])]);
        else if (column.Mapping.As is ColumnUse.Value or ColumnUse.Several) targets.AddRange(variable.Options.Select(option => new Choice(Code + option.Code, option.Label.In(Languages.Current))));
        targets.AddRange(ValueWords.MayMiss(variable).Select(kind => new Choice(Missing + MissingCodes.Of(kind), variable.Question.MissingOptions.FirstOrDefault(option => option.Missing == kind)?.Label.In(Languages.Current) ?? MissingWords.Of(kind, Languages.Current), Apart: true)));
        targets.Add(new(Nothing, texts["collected.as_empty"], Apart: true));
        var written = column.Mapping.As == ColumnUse.Value && !variable.Type.IsCoded;
        var values = written ? new ColumnValues([.. column.Mapping.Values.Select(value => new ColumnValue(value.From, value.From, Rows(sheet, column, value.From), Target(value), false))], targets, _ => "") : Of(sheet, column, targets, Reading(column, (variable, words), questionnaire));
        return values with { IsDay = variable.Type is DateType, AreWords = written };
    }

    /// <summary>What a choice on the page says of a value; null when the value says it by itself.</summary>
    public ValueMapping? Meant(string from, string to)
    {
        if (to.Length == 0 || to == ByItself(from) || Targets.All(target => target.Value != to)) return null;
        return to[..1] switch
        {
            Missing => new(from, "") { Missing = MissingCodes.Parse(to[1..]) },
            Code => new(from, to[1..]),
            _ => new(from, ""),
        };
    }

    private static ColumnValues Of(CollectedTable sheet, ColumnView column, IReadOnlyList<Choice> targets, Func<string, string> byItself)
    {
        var at = column.Number - 1;
        if (ColumnUnknowns.Values(sheet, at, column.Mapping) is not { } values) return new([], targets, byItself) { AreTooMany = true };
        return new([.. values.Select(one =>
        {
            var target = column.Mapping.Values.FirstOrDefault(value => value.From == one.Value) is { } said ? Target(said) : byItself(one.Value);
            return new ColumnValue(one.Value, column.Column.Labels.GetValueOrDefault(one.Value) is { } label ? $"{one.Value} — {label}" : one.Value, one.Rows, target, target.Length == 0);
        })], targets, byItself);
    }

    private static Func<string, string> Reading(ColumnView column, (Variable Variable, ValueWords Words) of, Questionnaire questionnaire) => value =>
    {
        var label = column.Column.Labels.GetValueOrDefault(value, "");
        if (column.Mapping.As == ColumnUse.Option) return of.Variable.FindOption(column.Mapping.Option) is { } option && ValueWords.IsChosen(value, label, option, questionnaire.Heading.Languages) is { } chosen ? Code + (chosen ? "1" : "0") : column.Column.IsMissing(value) ? Nothing : "";
        if (of.Words.Read(value, label) is { } target) return target.Missing == MissingKind.None ? Code + target.Code : Missing + MissingCodes.Of(target.Missing);
        return column.Column.IsMissing(value) ? Missing + MissingCodes.Of(MissingKind.Skipped) : "";
    };

    private static string Target(ValueMapping value) => value.Missing != MissingKind.None ? Missing + MissingCodes.Of(value.Missing) : value.To.Length > 0 ? Code + value.To : Nothing;

    private static int Rows(CollectedTable sheet, ColumnView column, string value) => sheet.Rows.Count(row => row.Cells.ElementAtOrDefault(column.Number - 1)?.Trim() == value);
}
