using Diapason.Consultations.Answering;
using Diapason.Consultations.Exports;
using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Collecting;

/// <summary>Proposes what becomes of each column and each value of a file, by codes and by words. What it does not know is left out, for a person to say.</summary>
internal sealed class ProposeMapping(Questionnaire questionnaire)
{
    /// <summary>Values of one column that are proposed by name; a column with more of them holds words.</summary>
    public const int MostValues = 200;

    private static readonly string[] Separators = ["; ", ";", " · ", "|", "\n", ", ", ",", " "];
    private static readonly HashSet<string> LanguageNames = ["language", "langue", "lang", "startlanguage", "start language", "langue de depart", "langue de reponse", "interview language"];
    private readonly KnownColumns _known = new(questionnaire);
    private readonly IReadOnlyList<string> _languages = questionnaire.Heading.Languages;

    /// <summary>For the sheet of which most columns are known.</summary>
    public AnswerMapping Of(CollectedFile file, string language)
    {
        var sheet = file.Sheets.MaxBy(one => one.Rows.Count == 0 ? -1 : one.Columns.Count(column => _known.Find(column) is not null))!;
        return Of(sheet, language);
    }

    public AnswerMapping Of(CollectedTable sheet, string language) => new()
    {
        Questionnaire = questionnaire.Code,
        Sheet = sheet.Name,
        Language = _languages.Contains(language) ? language : _languages[0],
        Columns = WithoutDoubles([.. sheet.Columns.Select((column, at) => Of(column, sheet, at))]),
    };

    /// <summary>The values of a column that are not empty, each once, the most frequent first; null when there are too many for them to be choices.</summary>
    public static IReadOnlyList<(string Value, int Rows)>? ValuesOf(CollectedTable sheet, int column)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            if (column >= row.Cells.Count || row.Cells[column].Trim() is not { Length: > 0 } value) continue;
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts.Count > MostValues) return null;
        }

        return [.. counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
    }

    /// <summary>How a column is read once it is known what it is about: the values that do not say it by themselves are named.</summary>
    public ColumnMapping Read(ColumnMapping chosen, CollectedTable sheet)
    {
        if (sheet.IndexOf(chosen.Column) is not (>= 0 and var at) || questionnaire.FindVariable(chosen.Variable) is not { } variable) return chosen;
        if (chosen.As == ColumnUse.Value && !variable.Type.IsCoded) return Written(chosen, sheet, (at, variable));
        if (ValuesOf(sheet, at) is not { } values) return chosen;
        var column = sheet.Columns[at];
        var words = new ValueWords(variable, _languages);
        if (chosen.As == ColumnUse.Several && chosen.Separator.Length == 0) chosen = chosen with { Separator = SeparatorOf(values, words) };
        var said = chosen.As switch
        {
            ColumnUse.Value or ColumnUse.Missing => values.Select(one => Target(one.Value, column, words)),
            ColumnUse.Option when variable.Type is ChoicesType => values.Select(one => Chosen(one.Value, column, variable.FindOption(chosen.Option))),
            _ => [],
        };
        return chosen with { Values = [.. said.OfType<ValueMapping>()] };
    }

    // Of words, numbers and days only those that say why there are none are named, unless a column beside it does.
    private ColumnMapping Written(ColumnMapping chosen, CollectedTable sheet, (int At, Variable Variable) of)
    {
        var words = new ValueWords(of.Variable, _languages);
        var why = new HashSet<string>(StringComparer.Ordinal);
        var cells = sheet.Rows.Select(row => row.Cells.ElementAtOrDefault(of.At)?.Trim() ?? "").ToList();
        var isSaidBeside = sheet.Columns.Any(column => _known.Find(column) is { IsWhy: true } beside && beside.Variable == of.Variable);
        foreach (var cell in cells)
            if (!isSaidBeside && cell is { Length: > 0 and < 100 } && why.Count < MostValues && words.Read(cell, "") is not null) why.Add(cell);
        return chosen with
        {
            Dates = of.Variable.Type is DateType ? CollectedDays.Guess(cells.Where(cell => !why.Contains(cell))) : DateOrder.YearFirst,
            Values = [.. why.Select(cell => Target(cell, sheet.Columns[of.At], words) ?? new ValueMapping(cell, "") { Missing = words.Read(cell, "")!.Value.Missing })],
        };
    }

    private ColumnMapping Of(CollectedColumn column, CollectedTable sheet, int at)
    {
        if ((LanguageNames.Contains(PlainWords.Of(column.Name)) || column.Name.EndsWith(" [language]", StringComparison.Ordinal)) && questionnaire.FindVariable(column.Name) is null) return Language(column, sheet, at);
        if (column.IsWeight || AnswerTables.Own.Any(own => column.Name == own || column.Name.EndsWith($" [{own}]", StringComparison.Ordinal)) || column.Name == AnswerTables.Weight || _known.Find(column) is not { } subject) return new(column.Name, ColumnUse.LeaveOut);
        // What others say again is worked out again.
        if (subject.Variable is { IsSaidAgain: true, Aspect: "first" }) return new(column.Name, ColumnUse.LeaveOut);
        var use = subject.IsWhy ? ColumnUse.Missing : subject.Option is not null ? ColumnUse.Option : subject.Variable.Type is ChoicesType or RankingType ? ColumnUse.Several : ColumnUse.Value;
        return Read(new(column.Name, use) { Variable = subject.Variable.Code, Option = subject.Option?.Code ?? "" }, sheet);
    }

    private ColumnMapping Language(CollectedColumn column, CollectedTable sheet, int at)
    {
        var values = ValuesOf(sheet, at) ?? [];
        return new(column.Name, ColumnUse.Language) { Values = [.. values.Select(one => Spoken(one.Value, column)).OfType<ValueMapping>()] };
    }

    private ValueMapping? Spoken(string value, CollectedColumn column)
    {
        var said = PlainWords.Of(column.Labels.GetValueOrDefault(value, value));
        var found = _languages.Contains(value) ? null : _languages.FirstOrDefault(language => said == PlainWords.Of(Languages.NameOf(language)) || said.StartsWith(language + " ", StringComparison.Ordinal) || said == language);
        return found is null ? null : new(value, found);
    }

    // A code that says itself is not written: a mapping stays short, and reads the next file's codes as well.
    private static ValueMapping? Target(string value, CollectedColumn column, ValueWords words)
    {
        if (words.Read(value, column.Labels.GetValueOrDefault(value, "")) is { } target)
            return target.Missing == MissingKind.None ? target.Code == value ? null : new(value, target.Code) : MissingCodes.Of(target.Missing) == value ? null : new(value, "") { Missing = target.Missing };
        return column.IsMissing(value) ? new(value, "") { Missing = MissingKind.Skipped } : null;
    }

    private ValueMapping? Chosen(string value, CollectedColumn column, Option? option) =>
        option is null || value is "0" or "1" ? null
        : ValueWords.IsChosen(value, column.Labels.GetValueOrDefault(value, ""), option, _languages) is { } chosen ? new(value, chosen ? "1" : "0")
        : column.IsMissing(value) ? new(value, "") { Missing = MissingKind.Skipped } : null;

    private static string SeparatorOf(IReadOnlyList<(string Value, int Rows)> values, ValueWords words)
    {
        double Known(string separator)
        {
            var pieces = values.SelectMany(one => SplitCell.Of(one.Value, separator, words)).ToList();
            return pieces.Count == 0 ? 0 : (double)pieces.Count(piece => words.Read(piece, "") is not null) / pieces.Count;
        }

        var best = Separators.Select(separator => (Separator: separator, Known: Known(separator))).MaxBy(one => one.Known);
        return best.Known > 0 ? best.Separator : Separators[1];
    }

    // Two columns for one place: the first is kept, the other is for a person to say.
    private static IReadOnlyList<ColumnMapping> WithoutDoubles(IReadOnlyList<ColumnMapping> columns)
    {
        var taken = new HashSet<(ColumnUse, string, string)>();
        return [.. columns.Select(one => one.As == ColumnUse.LeaveOut || taken.Add((one.As, one.Variable, one.Option)) ? one : new ColumnMapping(one.Column, ColumnUse.LeaveOut))];
    }
}
