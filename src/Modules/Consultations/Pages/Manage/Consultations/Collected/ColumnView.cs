using Diapason.Consultations.Collecting;
using Diapason.Forms;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>One column of a file as its page shows it.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Becomes">What becomes of it, in words.</param>
/// <param name="Some">A few of its values.</param>
/// <param name="Unknown">How many of its values mean nothing yet.</param>
internal sealed record ColumnView(int Number, CollectedColumn Column, ColumnMapping Mapping, string Becomes, string Some, int Unknown)
{
    private const int Shown = 3;
    private const int Longest = 60;

    public string Name => Column.Name;

    public string Label => Column.Label;

    public bool IsTaken => Mapping.As != ColumnUse.LeaveOut;

    public string Subject => CollectedWords.SubjectOf(Mapping);

    public static IReadOnlyList<ColumnView> All(Questionnaire questionnaire, CollectedTable sheet, AnswerMapping mapping, CollectedWords words) =>
        [.. Enumerable.Range(0, sheet.Columns.Count).Select(at => Of(questionnaire, (sheet, at), mapping, words))];

    public static ColumnView Of(Questionnaire questionnaire, (CollectedTable Sheet, int At) place, AnswerMapping mapping, CollectedWords words)
    {
        var (column, one) = (place.Sheet.Columns[place.At], mapping.Of(place.Sheet.Columns[place.At].Name));
        return new(place.At + 1, column, one, words.Becomes(one, questionnaire), Few(place.Sheet, place.At), ColumnUnknowns.Count(questionnaire, place, one));
    }

    private static string Few(CollectedTable sheet, int at) =>
        string.Join(" · ", sheet.Rows.Select(row => row.Cells.ElementAtOrDefault(at)?.Trim() ?? "").Where(cell => cell.Length > 0).Distinct().Take(Shown).Select(cell => cell.Length > Longest ? cell[..Longest] + "…" : cell));
}
