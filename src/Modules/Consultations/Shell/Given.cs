using System.Globalization;

namespace Diapason.Consultations.Shell;

/// <summary>What follows the names of a command line, each once: <c>--as csv</c>, or a word alone.</summary>
internal sealed class Given
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[string name] => _values[name];

    /// <summary>Null when it cannot be read so.</summary>
    public static Given? Read(IReadOnlyList<string> arguments, IReadOnlyList<string> alone)
    {
        var given = new Given();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal)) return null;
            if (!alone.Contains(name) && ++i == arguments.Count) return null;
            if (!given._values.TryAdd(name, alone.Contains(name) ? "" : arguments[i])) return null;
        }

        return given;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Or(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    public DateOnly? Day(string name) => DateOnly.TryParseExact(Or(name, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>All of the first are there, and nothing that is in neither.</summary>
    public bool Takes(IReadOnlyList<string> needed, IReadOnlyList<string> allowed) => needed.All(Has) && _values.Keys.All(name => needed.Contains(name) || allowed.Contains(name));
}
