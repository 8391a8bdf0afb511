using System.Globalization;
using Diapason.Platform.Language;

namespace Diapason.Design.Charts;

/// <summary>The words of a chart, in the reader's language.</summary>
public sealed record ChartText
{
    /// <summary>Unique on the page: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>One sentence saying what is drawn; the values are in the table.</summary>
    public required string Description { get; init; }

    /// <summary>Head of the table's first column.</summary>
    public required string RowHead { get; init; }

    /// <summary>Beside a suppressed value: « masqué, trop peu de réponses ».</summary>
    public string Suppressed { get; init; } = Words.Of("chart.suppressed");

    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;
}

/// <summary>From zero to a maximum (0 when nobody has anything: all is then drawn at zero), and how values are written: decimals, and what follows them.</summary>
public sealed record Scale(double Maximum, int Decimals = 0, string Suffix = "")
{
    /// <summary>Finite, 0 or more.</summary>
    public double Maximum { get; init => field = Checked(value); } = Checked(Maximum);

    /// <summary>From 0 to 100, followed by a per cent sign set as the language wants it.</summary>
    public static Scale Percent(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return new(100, 0, LanguageHabits.Of(culture).Percent);
    }

    public string Write(double value, CultureInfo culture) => value.ToString($"N{Decimals}", culture) + Suffix;

    /// <summary>The value without its sign, for inside a bar.</summary>
    public string WriteBare(double value, CultureInfo culture) => value.ToString($"N{Decimals}", culture);

    internal double Step => Maximum switch { 0 or 100 or (>= 1 and <= 10) => Maximum == 100 ? 25 : 1, _ => Maximum / 4 };

    /// <summary>Where a value lies between the ends, 0 to 1.</summary>
    internal double PortionOf(double value) => Maximum > 0 ? Math.Clamp(value / Maximum, 0, 1) : 0;

    private static double Checked(double maximum) => maximum >= 0 && double.IsFinite(maximum)
        ? maximum : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "A scale ends at a finite number, 0 or more.");
}
