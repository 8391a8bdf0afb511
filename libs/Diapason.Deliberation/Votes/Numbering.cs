namespace Diapason.Deliberation;

/// <summary>Numbers given to identifiers in the order in which they come.</summary>
internal sealed class Numbering
{
    private readonly List<string> _ids;
    private readonly Dictionary<string, int> _numbers;

    public Numbering(IEnumerable<string> ids)
    {
        _ids = [.. ids];
        _numbers = new(StringComparer.Ordinal);
        for (var number = 0; number < _ids.Count; number++) _numbers[_ids[number]] = number;
    }

    private Numbering(Numbering other) => (_ids, _numbers) = ([.. other._ids], new(other._numbers, StringComparer.Ordinal));

    public IReadOnlyList<string> Ids => _ids;

    public Numbering Continued() => new(this);

    public int Find(string id) => _numbers.GetValueOrDefault(id, -1);

    public int NumberOf(string id)
    {
        if (_numbers.TryGetValue(id, out var number)) return number;
        _numbers[id] = number = _ids.Count;
        _ids.Add(id);
        return number;
    }
}
