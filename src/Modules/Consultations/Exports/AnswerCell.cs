using Diapason.Forms;

namespace Diapason.Consultations.Exports;

/// <summary>
/// How one value is written in a file: an option's code, codes apart by a space, a number with a point, words as they are, a missing kind's
/// code. Words that a spreadsheet would run as a formula, or that look like a missing kind, are preceded by an apostrophe.
/// </summary>
internal static class AnswerCell
{
    /// <summary>Ends the name of a column that repeats another one in words.</summary>
    public const string LabelSuffix = ":label";

    private static readonly string[] Own = ["sequence", "submitted_at", "language", "consent_version", "layout"];

    public static bool IsOwnColumn(string name) => Own.Contains(name) || name.EndsWith(LabelSuffix, StringComparison.Ordinal);

    public static string Write(Variable variable, AnswerValue value) =>
        value.Kind == AnswerKind.Text && variable.Type == VariableType.Text ? Safe(value.Text) : value.ToString();

    /// <summary>Words made safe for spreadsheets.</summary>
    public static string Safe(string words, bool missingToo = true) => NeedsMark(words) && (missingToo || !IsMissing(words)) ? "'" + words : words;

    /// <summary>Null when the variable cannot hold this.</summary>
    public static AnswerValue? Read(Variable variable, string cell) =>
        variable.Type == VariableType.Text && cell is ['\'', .. var words] && NeedsMark(words) ? AnswerValue.Of(words) : variable.Read(cell);

    // Some spreadsheets run the wide forms of East Asian keyboards too. A leading apostrophe is doubled, so that reading gives back what was written.
    private static bool NeedsMark(string words) =>
        words.Length > 0 && (words[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n' or '\'' || IsMissing(words));

    private static bool IsMissing(string words) => MissingCodes.Parse(words) != MissingKind.None;
}
