using System.Globalization;
using System.Text;

namespace Diapason.Forms;

/// <summary>Numbers as XPath 1.0 reads and writes them: an optional minus, figures, a point; never an exponent.</summary>
internal static class NumberText
{
    /// <summary>The number of a text; NaN when it is none.</summary>
    public static double Read(string text)
    {
        var figures = text.AsSpan().Trim();
        var plain = figures is ['-', ..] ? figures[1..] : figures;
        var digits = 0;
        foreach (var c in plain)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c != '.') return double.NaN;
        }

        return digits > 0 && TryFigures(plain, out var number) ? (figures.Length > plain.Length ? -number : number) : double.NaN;
    }

    /// <summary>Reads figures and a point. Answers are decimals: what both hold is made of the same digits in the same way, so that equal ones are equal.</summary>
    public static bool TryFigures(ReadOnlySpan<char> figures, out double number)
    {
        if (decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact))
        {
            number = (double)exact;
            return true;
        }

        return double.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    public static string Write(double number)
    {
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return "0";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        return mark < 0 ? text : Unfold(text[..mark], int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private static string Unfold(string mantissa, int exponent)
    {
        var minus = mantissa[0] == '-';
        var figures = new StringBuilder(mantissa).Replace("-", "").Replace(".", "");
        var point = mantissa.IndexOf('.', StringComparison.Ordinal) is var at && at < 0 ? figures.Length : at - (minus ? 1 : 0);
        point += exponent;
        if (point <= 0) figures.Insert(0, "0", 1 - point).Insert(1, '.');
        else if (point >= figures.Length) figures.Append('0', point - figures.Length);
        else figures.Insert(point, '.');
        return minus ? $"-{figures}" : figures.ToString();
    }
}
