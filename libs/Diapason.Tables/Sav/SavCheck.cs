namespace Diapason.Tables.Sav;

/// <summary>What no program could open is refused before a byte is written, by the name of the variable.</summary>
internal static class SavCheck
{
    private const int LongestName = 64;

    /// <exception cref="ArgumentException">The dictionary has no variable, two of one name, or one that the format cannot hold.</exception>
    public static void Refuse(SavDictionary file)
    {
        if (file.Variables.Count == 0) throw new ArgumentException("A file needs a variable.", nameof(file));
        var kinds = new Dictionary<string, SavKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var variable in file.Variables)
        {
            Name(variable.Name);
            if (!kinds.TryAdd(variable.Name, variable.Kind)) throw new ArgumentException($"Two variables are named {variable.Name}.", nameof(file));
            if (variable.Kind == SavKind.Text && variable.Width is < 1 or > SavVariable.LongestText) throw new ArgumentException($"{variable.Name}: a text has 1 to {SavVariable.LongestText} bytes.", nameof(file));
            if (variable.Kind == SavKind.Text && (variable.Labels.Count > 0 || variable.Missing is not null)) throw new ArgumentException($"{variable.Name}: only numbers have labels and missing values here.", nameof(file));
            if (variable.Decimals is < 0 or > 10) throw new ArgumentException($"{variable.Name}: 0 to 10 decimals.", nameof(file));
            if (variable.Labels.Select(l => l.Value).Distinct().Count() < variable.Labels.Count) throw new ArgumentException($"{variable.Name}: a number has one label.", nameof(file));
        }

        if (file.Weight is { } weight && kinds.GetValueOrDefault(weight, SavKind.Text) != SavKind.Number) throw new ArgumentException($"{weight} is no number that could weigh rows.", nameof(file));
        foreach (var set in file.Sets)
        {
            Name(set.Name);
            if (set.Variables.Count < 2 || set.Variables.Any(v => kinds.GetValueOrDefault(v, SavKind.Text) != SavKind.Number)) throw new ArgumentException($"{set.Name}: a set has two numeric variables at least.", nameof(file));
        }
    }

    private static void Name(string name)
    {
        if (name.Length is 0 or > LongestName || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') || name[^1] == '.')
            throw new ArgumentException($"{name} is no name of a variable: a letter, then letters, digits, underscores and points.", nameof(name));
    }
}
