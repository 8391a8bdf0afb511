using System.Globalization;
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
    public static AnswerValue? Read(Variable variable, string cell)
    {
        var missing = MissingCodes.Parse(cell);
        if (missing != MissingKind.None) return IsAllowed(variable, missing) ? AnswerValue.Of(missing) : null;
        return variable.Type switch
        {
            VariableType.Choice => variable.FindOption(cell) is null ? null : AnswerValue.Of(cell),
            VariableType.Choices => ReadChoices(variable, cell),
            VariableType.Number => ReadNumber(variable, cell),
            _ => AnswerValue.Of(cell[0] == '\'' && NeedsMark(cell[1..]) ? cell[1..] : cell),
        };
    }

    private static bool IsAllowed(Variable variable, MissingKind missing) =>
        !MissingCodes.CanBeChosen(missing) || variable.Question.MissingOptions.Any(option => option.Missing == missing);

    private static AnswerValue? ReadChoices(Variable variable, string cell)
    {
        var codes = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(codes, code => variable.FindOption(code) is not null) ? AnswerValue.Of(codes) : null;
    }

    private static AnswerValue? ReadNumber(Variable variable, string cell)
    {
        var limits = variable.Question.Limits;
        return decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && !(number < limits.Min) && !(number > limits.Max) ? AnswerValue.Of(number) : null;
    }

    // Some spreadsheets run the wide forms of East Asian keyboards too. A leading apostrophe is doubled, so that reading gives back what was written.
    private static bool NeedsMark(string words) =>
        words.Length > 0 && (words[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n' or '\'' || IsMissing(words));

    private static bool IsMissing(string words) => MissingCodes.Parse(words) != MissingKind.None;
}
