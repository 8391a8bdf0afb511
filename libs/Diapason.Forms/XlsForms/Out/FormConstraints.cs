using System.Globalization;

namespace Diapason.Forms;

/// <summary>Bounds as constraints of a form, and what <see cref="FormBounds"/> understands of them.</summary>
internal static class FormConstraints
{
    public static string Of(NumberQuestion question) => Joined(
        question.Min is { } min ? $". >= {Figure(min)}" : "",
        question.Max is { } max ? $". <= {Figure(max)}" : "",
        question.Decimals > 0 ? $"round(., {question.Decimals}) = ." : "");

    public static string Of(DateQuestion question) => Joined(
        question.Min > DateQuestion.Earliest ? $". >= date('{WrittenDate.Format(question.Min)}')" : "",
        question.Max < DateQuestion.Latest ? $". <= date('{WrittenDate.Format(question.Max)}')" : "");

    public static string Of(int maxLength) => $"string-length(.) <= {maxLength}";

    /// <summary>Choices that stand alone go with no other, and need no company.</summary>
    public static string Of(MultipleQuestion question)
    {
        var alone = question.Options.Where(option => option.Exclusive).Concat(question.MissingOptions).Select(option => option.Code).ToList();
        return Joined(
        [
            question.MinChoices > 1 ? string.Join(" or ", alone.Select(code => $"selected(., '{code}')").Prepend($"count-selected(.) >= {question.MinChoices}")) is var least && alone.Count > 0 ? $"({least})" : least : "",
            question.MaxChoices > 0 ? $"count-selected(.) <= {question.MaxChoices}" : "",
            .. alone.Select(code => $"not(selected(., '{code}') and count-selected(.) > 1)"),
        ]);
    }

    private static string Joined(params IEnumerable<string> parts) => string.Join(" and ", parts.Where(part => part.Length > 0));

    public static string Figure(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
