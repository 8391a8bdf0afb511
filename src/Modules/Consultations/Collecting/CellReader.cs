using System.Globalization;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Collecting;

/// <summary>One column ready to be read: what each of its cells says of its variable.</summary>
internal sealed class CellReader(ColumnMapping mapping, CollectedColumn column, int at, Variable variable, IReadOnlyList<string> languages)
{
    private readonly Dictionary<string, ValueMapping> _values = mapping.Values.DistinctBy(value => value.From, StringComparer.Ordinal).ToDictionary(value => value.From, StringComparer.Ordinal);
    private readonly ValueWords _words = new(variable, languages);
    private readonly Option? _option = variable.FindOption(mapping.Option);

    public Variable Variable => variable;

    public string Column => mapping.Column;

    public ColumnUse Use => mapping.As;

    public Option? Option => _option;

    /// <summary>Adds what a row's cell says; the problem when it cannot be taken.</summary>
    public CollectedProblem? Take(TableRow row, GivenValue given, bool isText)
    {
        var cell = at < row.Cells.Count ? row.Cells[at].Trim() : "";
        if (cell.Length == 0) return null;
        if (_values.TryGetValue(cell, out var said))
        {
            if (said.IsNothing) return null;
            if (said.Missing != MissingKind.None) return Miss(row, cell, given, said.Missing);
        }

        return mapping.As switch
        {
            ColumnUse.Missing => said is null && _words.Read(cell, Label(cell)) is { Missing: not MissingKind.None and var why } ? Miss(row, cell, given, why) : Wrong(row, CollectedProblem.ValueUnknown, cell),
            ColumnUse.Option when variable.Type is RankingType => Rank(row, cell, given),
            ColumnUse.Option => Choose(row, cell, given, said),
            ColumnUse.Several => Several(row, cell, given),
            _ when variable.Type.IsCoded => One(row, cell, given, said),
            _ => Written(row, cell, given, isText),
        };
    }

    private CollectedProblem? One(TableRow row, string cell, GivenValue given, ValueMapping? said)
    {
        var target = said is null ? _words.Read(cell, Label(cell)) : new ValueTarget(said.To, MissingKind.None);
        if (target is { Missing: not MissingKind.None and var why }) return Miss(row, cell, given, why);
        if (target is not { } known) return column.IsMissing(cell) ? Miss(row, cell, given, MissingKind.Skipped) : Wrong(row, CollectedProblem.ValueUnknown, cell);
        if (given.Missing != MissingKind.None) return Wrong(row, CollectedProblem.BothGiven, cell);
        if (variable.Type is ChoicesType) given.Choose(known.Code);
        else given.Text = known.Code;
        return null;
    }

    private CollectedProblem? Choose(TableRow row, string cell, GivenValue given, ValueMapping? said)
    {
        if (said is null && MissingCodes.Parse(cell) is not MissingKind.None and var why && ValueWords.MayMiss(variable).Contains(why)) return Miss(row, cell, given, why);
        if ((said is null ? ValueWords.IsChosen(cell, Label(cell), _option!, languages) : said.To == "1") is not { } chosen) return column.IsMissing(cell) ? null : Wrong(row, CollectedProblem.ValueUnknown, cell);
        if (!chosen) return null;
        if (given.Missing != MissingKind.None) return Wrong(row, CollectedProblem.BothGiven, cell);
        given.Choose(_option!.Code);
        return null;
    }

    private CollectedProblem? Rank(TableRow row, string cell, GivenValue given) =>
        !int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || rank < 1 || rank > variable.Options.Count || !given.Rank(rank, _option!.Code) ? Wrong(row, CollectedProblem.RankWrong, cell) : null;

    private CollectedProblem? Several(TableRow row, string cell, GivenValue given)
    {
        var (targets, unknown) = (new List<string>(), "");
        foreach (var piece in SplitCell.Of(cell, mapping.Separator, _words))
        {
            var target = _values.TryGetValue(piece, out var said) ? new ValueTarget(said.To, said.Missing) : _words.Read(Unranked(piece), "");
            if (target is { Missing: not MissingKind.None and var why }) given.Missing = why;
            else if (target is { Code.Length: > 0 } known) targets.Add(known.Code);
            else if (target is null) unknown = piece;
        }

        if (unknown.Length > 0) return Wrong(row, CollectedProblem.ValueUnknown, unknown);
        if (targets.Count > 0 && given.Missing != MissingKind.None) return Wrong(row, CollectedProblem.BothGiven, cell);
        foreach (var (place, code) in targets.Distinct().Index())
            if (variable.Type is RankingType) given.Rank(place + 1, code);
            else given.Choose(code);
        return null;
    }

    // « 1. Temps », as our own file in words says ranks.
    private string Unranked(string piece) => variable.Type is RankingType && piece.IndexOf(". ", StringComparison.Ordinal) is > 0 and < 3 and var point && piece[..point].All(char.IsAsciiDigit) ? piece[(point + 2)..] : piece;

    private CollectedProblem? Written(TableRow row, string cell, GivenValue given, bool isText)
    {
        if (given.Missing != MissingKind.None) return Wrong(row, CollectedProblem.BothGiven, variable.Type is TextType ? "" : cell);
        if (column.IsMissing(cell)) return Miss(row, cell, given, MissingKind.Skipped);
        if (variable.Type is DateType && CollectedDays.Read(cell, mapping.Dates) is not { } day) return Wrong(row, CollectedProblem.DayUnreadable, cell);
        given.Text = variable.Type switch
        {
            DateType => CollectedDays.Read(cell, mapping.Dates),
            TextType when isText => FormulaGuard.Undo(row.Cells[at]),
            TextType => row.Cells[at],
            _ => cell,
        };
        return null;
    }

    private CollectedProblem? Miss(TableRow row, string cell, GivenValue given, MissingKind why)
    {
        if (given.IsAnswered) return Wrong(row, CollectedProblem.BothGiven, cell);
        given.Missing = why;
        return null;
    }

    private string Label(string cell) => column.Labels.GetValueOrDefault(cell, "");

    private CollectedProblem Wrong(TableRow row, string code, string value) => CollectedProblem.At(row.Line, mapping.Column, code, value);
}
