using Diapason.Forms;
using Diapason.Statistics;
using StatisticsMissing = Diapason.Statistics.MissingKind;

namespace Diapason.Studies.Columns;

/// <summary>The submitted answers of one campaign, one byte a row and variable: an answer becoming a column. Only the variables a portrait reads are kept.</summary>
/// <remarks>Written by one follower only. Columns handed out share the memory; rows are appended after them, and a withdrawal copies.</remarks>
internal sealed class ColumnStore
{
    private static readonly byte NotStated = CategoricalColumn.MissingCode(StatisticsMissing.NotStated);
    private readonly Dictionary<string, int> _places = new(Utf8Codes.Comparer);
    private readonly IReadOnlyList<Variable> _variables;
    private readonly Dictionary<string, byte>[] _codes;
    private byte[][] _columns;
    private long[] _sequences = [];

    public ColumnStore(IReadOnlyList<Variable> variables)
    {
        _variables = variables;
        _codes = [.. variables.Select(Codes)];
        _columns = [.. variables.Select(_ => Array.Empty<byte>())];
        for (var v = 0; v < variables.Count; v++) _places[variables[v].Code] = v;
    }

    public int Rows { get; private set; }

    /// <summary>Adds one answer from its stored JSON; a variable that it does not hold was not stated.</summary>
    public void Append(long sequence, ReadOnlySpan<byte> document)
    {
        if (Rows == _sequences.Length) Grow(Math.Max(256, Rows * 2));
        _sequences[Rows] = sequence;
        foreach (var column in _columns) column[Rows] = NotStated;
        var places = _places.GetAlternateLookup<ReadOnlySpan<byte>>();
        for (var answers = new AnswerReader(document); answers.Read();)
            if (places.TryGetValue(answers.Variable, out var v) && answers.TryReadOne(out var text, out var missing)) _columns[v][Rows] = Code(v, text, missing);
        Rows++;
    }

    public long SequenceOf(int row) => _sequences[row];

    /// <summary>Drops withdrawn answers; says how many were there.</summary>
    public int Remove(IReadOnlySet<long> sequences)
    {
        var kept = Enumerable.Range(0, Rows).Where(row => !sequences.Contains(_sequences[row])).ToArray();
        var removed = Rows - kept.Length;
        if (removed == 0) return 0;
        _columns = [.. _columns.Select(column => Array.ConvertAll(kept, row => column[row]))];
        _sequences = Array.ConvertAll(kept, row => _sequences[row]);
        Rows = kept.Length;
        return removed;
    }

    /// <summary>A copy of some answers, in the order asked.</summary>
    public ColumnStore Take(int[] rows) => new(_variables)
    {
        _columns = [.. _columns.Select(column => Array.ConvertAll(rows, row => column[row]))],
        _sequences = Array.ConvertAll(rows, row => _sequences[row]),
        Rows = rows.Length,
    };

    public CategoricalColumn Column(string variable)
    {
        var place = _places[variable];
        return new CategoricalColumn(variable, [.. _variables[place].Options.Select(o => o.Code)], _columns[place].AsMemory(0, Rows));
    }

    public Variable Variable(string code) => _variables[_places[code]];

    private byte Code(int variable, ReadOnlySpan<byte> text, Forms.MissingKind missing)
    {
        if (missing != Forms.MissingKind.None) return CategoricalColumn.MissingCode(Kind(missing));
        return _codes[variable].GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out var code) ? code : NotStated;
    }

    private static StatisticsMissing Kind(Forms.MissingKind missing) => missing switch
    {
        Forms.MissingKind.DontKnow => StatisticsMissing.DontKnow,
        Forms.MissingKind.PreferNot => StatisticsMissing.PreferNotToSay,
        Forms.MissingKind.NotAsked => StatisticsMissing.NotAsked,
        Forms.MissingKind.Skipped => StatisticsMissing.Skipped,
        _ => StatisticsMissing.NotStated,
    };

    private static Dictionary<string, byte> Codes(Variable variable) =>
        variable.Options.Select((option, place) => (option.Code, Place: (byte)place)).ToDictionary(pair => pair.Code, pair => pair.Place, Utf8Codes.Comparer);

    private void Grow(int size)
    {
        for (var v = 0; v < _columns.Length; v++) Array.Resize(ref _columns[v], size);
        Array.Resize(ref _sequences, size);
    }
}
