namespace Diapason.Consultations.Exports;

/// <summary>A name for each column that every statistics program takes: letters, digits and underscores, 32 characters at most, no two alike.</summary>
internal sealed class ShortNames
{
    private const int Longest = 32;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="columns">In the order of the file.</param>
    public ShortNames(IEnumerable<string> columns)
    {
        // Some programs read capitals as small letters.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns.Distinct(StringComparer.Ordinal))
        {
            var plain = string.Concat(column.Replace(AnswerColumns.Missing, "__mis", StringComparison.Ordinal).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var name = plain.Length <= Longest ? plain : plain[..Longest];
            for (var i = 2; !taken.Add(name); i++) name = plain[..Math.Min(plain.Length, Longest - $"_{i}".Length)] + $"_{i}";
            _names[column] = name;
        }
    }

    public string Of(string column) => _names.GetValueOrDefault(column, "");
}
