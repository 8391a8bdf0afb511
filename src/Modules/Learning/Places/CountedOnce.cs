namespace Diapason.Learning.Places;

/// <summary>
/// Who has come so far, each once. The same address or number is the same person, unless two different names are given with it: colleagues share one. A name given later is that of
/// whoever came without. Not for several threads.
/// </summary>
internal sealed class CountedOnce
{
    private readonly Dictionary<string, List<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Whether they had not come before.</summary>
    /// <param name="reach">Their address, or else their number.</param>
    /// <param name="name">Empty when they gave none.</param>
    public bool Add(string reach, string name)
    {
        if (!_names.TryGetValue(reach, out var names))
        {
            _names[reach] = [name];
            return true;
        }

        if (names.Exists(other => AreOne(other, name)))
        {
            if (name.Length > 0 && names.Remove("")) names.Add(name);
            return false;
        }

        names.Add(name);
        return true;
    }

    /// <summary>Whether two names given with one address may be of one person.</summary>
    public static bool AreOne(string name, string other) => name.Length == 0 || other.Length == 0 || name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
