namespace Diapason.Words;

/// <summary>
/// A Hunspell dictionary (<c>.aff</c> and <c>.dic</c>) read to know which words exist and from which roots they come. Everything is compared without accents, and the
/// conditions of affixes are not checked: it admits a few forms that no one writes and refuses none. It finds roots; it is no spelling checker.
/// Prefixes only say that a word is known: « unfair » is not a form of « fair ».
/// </summary>
public sealed class AffixDictionary
{
    private readonly Dictionary<string, string> _roots = new(100_000, StringComparer.Ordinal);
    private readonly Dictionary<string, (string Strip, string Flag)[]> _suffixes;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _rootOf;
    private readonly Dictionary<string, (string Strip, string Flag)[]>.AlternateLookup<ReadOnlySpan<char>> _suffixOf;
    private readonly List<(string Add, string Flag)> _prefixes = [];
    private readonly string[] _sorted;
    private readonly int _longest;
    private readonly int _flagLength;

    /// <summary>Reads both files.</summary>
    /// <param name="aff">The affix file; flags of one character or, with <c>FLAG long</c>, of two.</param>
    /// <param name="dic">The words, one a line, each with its flags after a slash.</param>
    public AffixDictionary(TextReader aff, TextReader dic)
    {
        var suffixes = new Dictionary<string, HashSet<(string, string)>>(StringComparer.Ordinal);
        _flagLength = 1;
        while (aff.ReadLine() is { } line)
        {
            if (line.StartsWith("FLAG long", StringComparison.Ordinal)) _flagLength = 2;
            if (!line.StartsWith("SFX ", StringComparison.Ordinal) && !line.StartsWith("PFX ", StringComparison.Ordinal)) continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // The head of a group of rules: SFX a0 Y 102.
            if (parts.Length < 5) continue;
            var (strip, add) = (parts[2] == "0" ? "" : Plain.Of(parts[2]), parts[3].Split('/')[0] is var written && written == "0" ? "" : Plain.Of(written));
            if (parts[0] == "PFX" && strip.Length == 0 && !add.Contains('\'', StringComparison.Ordinal)) _prefixes.Add((add, parts[1]));
            if (parts[0] == "SFX" && add != strip) (suffixes.TryGetValue(add, out var rules) ? rules : suffixes[add] = []).Add((strip, parts[1]));
        }

        _suffixes = suffixes.ToDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
        _longest = _suffixes.Keys.Select(add => add.Length).DefaultIfEmpty().Max();
        ReadWords(dic);
        _sorted = [.. _roots.Keys.Order(StringComparer.Ordinal)];
        (_rootOf, _suffixOf) = (_roots.GetAlternateLookup<ReadOnlySpan<char>>(), _suffixes.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    /// <summary>How many roots there are.</summary>
    public int Count => _roots.Count;

    /// <summary>The roots a word may come from, itself included when it is one: « signe » comes from « signe » and from « signer ». Accents and capitals do not count, and the roots come without them; empty for an unknown word.</summary>
    public IReadOnlyList<string> Roots(string word)
    {
        var (plain, found) = (Plain.Of(word), new List<string>(2));
        Visit(plain, found);
        if (found.Count == 0 && HasPrefix(plain)) found.Add(plain);
        return found;
    }

    /// <summary>Roots that begin so, fifty at most.</summary>
    internal IEnumerable<string> Beginning(string start)
    {
        var at = Array.BinarySearch(_sorted, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _sorted.Length && i - (at < 0 ? ~at : at) < 50 && _sorted[i].StartsWith(start, StringComparison.Ordinal); i++) yield return _sorted[i];
    }

    internal bool Any(string plain) => Visit(plain, null) || HasPrefix(plain);

    private bool HasPrefix(string plain) =>
        _prefixes.Exists(p => plain.Length > p.Add.Length + 2 && plain.StartsWith(p.Add, StringComparison.Ordinal) && Visit(plain[p.Add.Length..], null, p.Flag));

    private bool Visit(string plain, List<string>? found, string? also = null)
    {
        var any = false;
        if (_roots.TryGetValue(plain, out var own) && (also is null || Bears(own, also)))
        {
            if (found is null) return true;
            found.Add(plain);
            any = true;
        }

        Span<char> candidate = stackalloc char[64];
        for (var k = Math.Min(_longest, plain.Length - 1); k >= 0; k--)
        {
            if (!_suffixOf.TryGetValue(plain.AsSpan(plain.Length - k), out var rules)) continue;
            var kept = plain.AsSpan(0, plain.Length - k);
            foreach (var (strip, flag) in rules)
            {
                if (kept.Length + strip.Length > candidate.Length) continue;
                kept.CopyTo(candidate);
                strip.CopyTo(candidate[kept.Length..]);
                if (!_rootOf.TryGetValue(candidate[..(kept.Length + strip.Length)], out var root, out var flags) || !Bears(flags, flag) || (also is not null && !Bears(flags, also))) continue;
                if (found is null) return true;
                any = true;
                if (!found.Contains(root)) found.Add(root);
            }
        }

        return any;
    }

    private bool Bears(string flags, string flag)
    {
        for (var i = flags.IndexOf(flag, StringComparison.Ordinal); i >= 0; i = flags.IndexOf(flag, i + 1, StringComparison.Ordinal))
            if (i % _flagLength == 0) return true;
        return false;
    }

    private void ReadWords(TextReader dic)
    {
        var flagsSeen = new Dictionary<string, string>(StringComparer.Ordinal);
        while (dic.ReadLine() is { } line)
        {
            var end = line.AsSpan().IndexOfAny('\t', ' ');
            var entry = end < 0 ? line : line[..end];
            if (entry.Length == 0 || entry.All(char.IsAsciiDigit)) continue;
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            var (word, flags) = slash < 0 ? (entry, "") : (entry[..slash], entry[(slash + 1)..]);
            flags = flagsSeen.TryGetValue(flags, out var same) ? same : flagsSeen[flags] = flags;
            var plain = Plain.Of(word);
            _roots[plain] = _roots.TryGetValue(plain, out var before) && before != flags ? before + flags : flags;
        }
    }
}
