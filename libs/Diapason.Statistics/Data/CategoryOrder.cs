using System.Globalization;

namespace Diapason.Statistics;

/// <summary>The order given to categories discovered in texts: numbers by value, otherwise ordinal.</summary>
internal static class CategoryOrder
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string?> values, IReadOnlyDictionary<string, MissingKind>? missing)
    {
        var found = values.Where(v => !string.IsNullOrEmpty(v) && missing?.ContainsKey(v) != true).Select(v => v!).Distinct(StringComparer.Ordinal).ToList();
        var numeric = found.TrueForAll(v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        if (numeric)
            found.Sort((a, b) => double.Parse(a, CultureInfo.InvariantCulture).CompareTo(double.Parse(b, CultureInfo.InvariantCulture)));
        else
            found.Sort(StringComparer.Ordinal);
        return found;
    }
}
