using System.Globalization;
using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>Everything before the rows, read. Strings stay bytes until the file has said in which encoding they are.</summary>
internal sealed class SavHead
{
    private const int Longest = 1 << 20;
    private readonly List<Raw> _raw = [];
    private readonly Dictionary<int, Raw> _elements = [];
    private readonly Dictionary<int, List<(double Value, byte[] Label)>> _labels = [];
    private readonly Dictionary<int, byte[]> _extensions = [];
    private byte[] _label = [];
    private int _weight;

    public required bool IsLittle { get; init; }

    public required int Compression { get; init; }

    public required int Rows { get; init; }

    public required double Bias { get; init; }

    public int DataAt { get; private set; }

    public Encoding Text { get; private set; } = Encoding.UTF8;

    public SavDictionary Dictionary { get; private set; } = new([]);

    /// <summary>For each variable, its segments; null for a number.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<(int Declared, int Carried)>? Widths)> Places { get; private set; } = [];

    public static SavHead Read(SavBytes bytes, TableLimits limits)
    {
        if (!ReadSav.Looks(bytes.Take(4))) throw new SavRefused(TableFault.NotSav);
        bytes.At = 64;
        var layout = bytes.Number();
        bytes.IsLittle = layout is 2 or 3;
        if (!bytes.IsLittle && System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(layout) is not (2 or 3)) throw new SavRefused(TableFault.NotSav);
        _ = bytes.Number();
        var (compression, weight, rows) = (bytes.Number(), bytes.Number(), bytes.Number());
        var head = new SavHead { IsLittle = bytes.IsLittle, Compression = compression, Rows = rows, Bias = bytes.Real() };
        _ = bytes.Take(17);
        (head._label, head._weight) = (bytes.Take(64).ToArray(), weight);
        bytes.At = 176;
        head.Records(bytes, limits);
        head.Understand(limits);
        return head;
    }

    private void Records(SavBytes bytes, TableLimits limits)
    {
        for (var element = 1; ;)
        {
            switch (bytes.Number())
            {
                case 2: Variable(bytes, element++, limits); break;
                case 3: Labels(bytes); break;
                case 6: _ = bytes.Take(checked(bytes.Number() * 80)); break;
                case 7: Extension(bytes); break;
                case 999:
                    _ = bytes.Number();
                    DataAt = bytes.At;
                    return;
                default: throw new SavRefused(TableFault.NotSav);
            }
        }
    }

    private void Variable(SavBytes bytes, int element, TableLimits limits)
    {
        var (width, hasLabel, missing, print) = (bytes.Number(), bytes.Number(), bytes.Number(), bytes.Number());
        _ = bytes.Number();
        var name = bytes.Take(8).ToArray();
        var label = hasLabel == 0 ? [] : Padded(bytes, 4);
        var values = Enumerable.Range(0, Math.Min(Math.Abs(missing), 3)).Select(_ => bytes.Real()).ToArray();
        if (width == -1) return;
        if (width is < 0 or > 255) throw new SavRefused(TableFault.NotSav);
        if (_raw.Count >= (long)limits.Columns * 130) throw new SavRefused(TableFault.TooManyColumns, 0, limits.Columns);
        var raw = new Raw(Encoding.ASCII.GetString(name).TrimEnd(), width, label, print, missing, values, element);
        _raw.Add(raw);
        _elements[element] = raw;
    }

    private static byte[] Padded(SavBytes bytes, int to)
    {
        var length = bytes.Number();
        if (length is < 0 or > Longest) throw new SavRefused(TableFault.NotSav);
        var words = bytes.Take(length).ToArray();
        _ = bytes.Take((to - length % to) % to);
        return words;
    }

    private void Labels(SavBytes bytes)
    {
        var count = bytes.Number();
        if (count is < 0 or > Longest) throw new SavRefused(TableFault.NotSav);
        var labels = new List<(double, byte[])>();
        for (var i = 0; i < count; i++)
        {
            var value = bytes.Real();
            int length = bytes.Take(1)[0];
            labels.Add((value, bytes.Take(length).ToArray()));
            _ = bytes.Take((8 - (length + 1) % 8) % 8);
        }

        if (bytes.Number() != 4) throw new SavRefused(TableFault.NotSav);
        var variables = bytes.Number();
        if (variables is < 0 or > Longest) throw new SavRefused(TableFault.NotSav);
        // The last told of a variable counts.
        for (var i = 0; i < variables; i++) _labels[bytes.Number()] = labels;
    }

    private void Extension(SavBytes bytes)
    {
        var (subtype, size, count) = (bytes.Number(), bytes.Number(), bytes.Number());
        if (size < 0 || count < 0) throw new SavRefused(TableFault.NotSav);
        _extensions[subtype] = bytes.Take(checked(size * count)).ToArray();
    }

    private void Understand(TableLimits limits)
    {
        Text = SavEncoding.Of(_extensions, IsLittle);
        var names = Pairs(13);
        var longs = Pairs(14);
        var shorts = _raw.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => names.GetValueOrDefault(same.Key, same.Key), StringComparer.OrdinalIgnoreCase);
        var (variables, places) = (new List<SavVariable>(), new List<(string, IReadOnlyList<(int, int)>?)>());
        var measures = Measures();
        for (var i = 0; i < _raw.Count;)
        {
            var raw = _raw[i];
            var width = longs.TryGetValue(raw.Name, out var told) && int.TryParse(told.TrimEnd('\0'), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole is > SavLayout.Chunk and <= SavVariable.LongestText ? whole : raw.Width;
            var segments = raw.Width == 0 ? 1 : SavLayout.Segments(width);
            if (i + segments > _raw.Count) throw new SavRefused(TableFault.NotSav);
            var variable = Variable(raw, names.GetValueOrDefault(raw.Name, raw.Name), width, measures.ElementAtOrDefault(i));
            variables.Add(variable);
            places.Add((variable.Name, raw.Width == 0 ? null : [.. Enumerable.Range(0, segments).Select(s => (_raw[i + s].Width, segments == 1 ? raw.Width : SavLayout.Carried(width, s)))]));
            i += segments;
        }

        if (variables.Count == 0) throw new SavRefused(TableFault.NotSav);
        if (variables.Count > limits.Columns) throw new SavRefused(TableFault.TooManyColumns, 0, limits.Columns);
        Places = places;
        Dictionary = new SavDictionary(variables)
        {
            Label = Text.GetString(_label).TrimEnd(),
            Weight = _elements.TryGetValue(_weight, out var weight) ? names.GetValueOrDefault(weight.Name, weight.Name) : null,
            Sets = SavSets.Of(_extensions.GetValueOrDefault(7) ?? _extensions.GetValueOrDefault(19) ?? [], Text, shorts.GetValueOrDefault),
        };
    }

    private SavVariable Variable(Raw raw, string name, int width, int measure)
    {
        var format = (raw.Print >> 16) & 0xFF;
        var labels = raw.Width > 0 ? [] : _labels.GetValueOrDefault(raw.Element, []);
        return new SavVariable(name, raw.Width > 0 ? SavKind.Text : format is 20 or 22 or 23 or 24 or 38 or 39 ? SavKind.Day : SavKind.Number, Text.GetString(raw.Label))
        {
            Width = Math.Max(width, 1),
            Decimals = raw.Width > 0 ? 0 : Math.Min(raw.Print & 0xFF, 10),
            Measure = measure is >= 1 and <= 3 ? (SavMeasure)measure : null,
            Labels = [.. labels.DistinctBy(l => l.Value).Select(l => new SavLabel(l.Value, Text.GetString(l.Label).TrimEnd()))],
            Missing = raw.Width > 0 || raw.Values.Length == 0 ? null : new SavMissing(raw.Values.Min(), raw.Values.Max()),
        };
    }

    /// <summary>Of each variable and segment; none when the record is absent or does not fit.</summary>
    private int[] Measures()
    {
        var bytes = new SavBytes(_extensions.GetValueOrDefault(11) ?? []) { IsLittle = IsLittle };
        var length = _extensions.GetValueOrDefault(11)?.Length / 4 ?? 0;
        var each = length == _raw.Count * 3 ? 3 : length == _raw.Count * 2 ? 2 : 0;
        if (each == 0) return [];
        var all = Enumerable.Range(0, length).Select(_ => bytes.Number()).ToArray();
        return [.. all.Where((_, i) => i % each == 0)];
    }

    private Dictionary<string, string> Pairs(int subtype)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Text.GetString(_extensions.GetValueOrDefault(subtype) ?? []).Split('\t', StringSplitOptions.RemoveEmptyEntries))
            if (pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) pairs[pair[..at]] = pair[(at + 1)..];
        return pairs;
    }

    private sealed record Raw(string Name, int Width, byte[] Label, int Print, int Missing, double[] Values, int Element);
}
