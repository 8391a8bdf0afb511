using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>
/// The bytes of a dictionary, little-endian, UTF-8, rows to come compressed by byte codes. Layout after the description of system files that PSPP
/// publishes (GNU PSPP Developers Guide, "System File Format").
/// </summary>
internal sealed class SavDictionaryBytes
{
    private const int LongestLabel = 120;
    private const int LongestVariableLabel = 255;
    private const int Utf8 = 65001;
    private readonly SavDictionary _file;
    private readonly Dictionary<string, Place> _places;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    private SavDictionaryBytes(SavDictionary file)
    {
        _file = file;
        _places = Places(file.Variables);
    }

    public static byte[] Of(SavDictionary file)
    {
        SavCheck.Refuse(file);
        var record = new SavDictionaryBytes(file);
        record.Header();
        foreach (var variable in file.Variables) record.Variable(variable);
        foreach (var variable in file.Variables.Where(v => v.Labels.Count > 0)) record.Labels(variable);
        record.Machine();
        record.Sets();
        record.Display();
        record.LongNames();
        record.LongTexts();
        if (file.Rows is { } rows) record.Extension(16, 8, [.. Bytes(1L), .. Bytes((long)rows)]);
        record.Extension(20, 1, "UTF-8"u8);
        record.Number(999);
        record.Number(0);
        return record._bytes.WrittenSpan.ToArray();
    }

    /// <summary>Each variable's first element, from 1, and the short names of its segments: no name of a person begins with an at sign.</summary>
    private static Dictionary<string, Place> Places(IReadOnlyList<SavVariable> variables)
    {
        var places = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        var (element, name) = (1, 0);
        foreach (var variable in variables)
        {
            var segments = variable.Kind == SavKind.Text ? SavLayout.Segments(variable.Width) : 1;
            places.Add(variable.Name, new Place(element, [.. Enumerable.Range(0, segments).Select(_ => "@" + (++name).ToString(CultureInfo.InvariantCulture))]));
            for (var s = 0; s < segments; s++) element += variable.Kind == SavKind.Text ? SavLayout.Elements(SavLayout.Declared(variable.Width, s)) : 1;
        }

        return places;
    }

    private void Header()
    {
        var last = _file.Variables[^1];
        var elements = _places[last.Name].Element - 1 + (last.Kind == SavKind.Text ? Enumerable.Range(0, SavLayout.Segments(last.Width)).Sum(s => SavLayout.Elements(SavLayout.Declared(last.Width, s))) : 1);
        Words("$FL2", 4);
        Words("@(#) SPSS DATA FILE - Diapason", 60);
        Number(2);
        Number(elements);
        Number(1);
        Number(_file.Weight is { } weight ? _places[weight].Element : 0);
        Number(_file.Rows ?? -1);
        _bytes.Write(Bytes(BitConverter.DoubleToInt64Bits(SavCases.Bias)));
        Words(_file.MadeAt.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9);
        Words(_file.MadeAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture), 8);
        Words(_file.Label, 64);
        _bytes.Write(new byte[3]);
    }

    private void Variable(SavVariable variable)
    {
        var names = _places[variable.Name].Names;
        for (var s = 0; s < names.Count; s++)
        {
            var width = variable.Kind == SavKind.Text ? SavLayout.Declared(variable.Width, s) : 0;
            Number(2);
            Number(width);
            Number(s == 0 ? 1 : 0);
            Number(variable.Missing is null ? 0 : -2);
            Number(Format(variable, width));
            Number(Format(variable, width));
            Words(names[s], 8);
            if (s == 0) Label(variable.Label);
            if (variable.Missing is { } missing) _bytes.Write([.. Bytes(BitConverter.DoubleToInt64Bits(missing.Low)), .. Bytes(BitConverter.DoubleToInt64Bits(missing.High))]);
            for (var rest = 1; rest < SavLayout.Elements(width); rest++) Continuation();
        }
    }

    private void Label(string words)
    {
        var label = SavLayout.Bytes(words, LongestVariableLabel);
        Number(label.Length);
        _bytes.Write(label);
        _bytes.Write(new byte[(4 - label.Length % 4) % 4]);
    }

    /// <summary>The second and later elements of a text are variables without a name.</summary>
    private void Continuation()
    {
        foreach (var number in (int[])[2, -1, 0, 0, 0x010000 | 29 << 8, 0x010000 | 29 << 8]) Number(number);
        Words("", 8);
    }

    /// <summary>Kind, width and decimals of what is shown: F for numbers, SDATE for days, A for text.</summary>
    private static int Format(SavVariable variable, int width) => variable.Kind switch
    {
        SavKind.Number => 5 << 16 | (variable.Decimals == 0 ? 8 : 12) << 8 | variable.Decimals,
        SavKind.Day => 39 << 16 | 10 << 8,
        _ => 1 << 16 | width << 8,
    };

    private void Labels(SavVariable variable)
    {
        Number(3);
        Number(variable.Labels.Count);
        foreach (var (value, words, _) in variable.Labels)
        {
            var label = SavLayout.Bytes(words, LongestLabel);
            _bytes.Write(Bytes(BitConverter.DoubleToInt64Bits(value)));
            _bytes.Write([(byte)label.Length]);
            _bytes.Write(label);
            _bytes.Write(new byte[(SavLayout.Element - (label.Length + 1) % SavLayout.Element) % SavLayout.Element]);
        }

        Number(4);
        Number(1);
        Number(_places[variable.Name].Element);
    }

    /// <summary>IEEE numbers, little-endian, UTF-8; what stands for no value, for the highest and for the lowest.</summary>
    private void Machine()
    {
        Extension(3, 4, [.. ((int[])[1, 0, 0, -1, 1, 1, 2, Utf8]).SelectMany(Bytes)]);
        Extension(4, 8, [.. ((double[])[SavLayout.NoValue, double.MaxValue, double.BitIncrement(double.MinValue)]).SelectMany(v => Bytes(BitConverter.DoubleToInt64Bits(v)))]);
    }

    private void Sets()
    {
        using var sets = new MemoryStream();
        foreach (var set in _file.Sets)
        {
            // One a line.
            var label = SavLayout.Bytes(set.Label.ReplaceLineEndings(" "), LongestVariableLabel);
            sets.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${set.Name}=D1 1 {label.Length} ")));
            sets.Write(label);
            sets.Write(Encoding.ASCII.GetBytes(string.Concat(set.Variables.Select(name => " " + _places[name].Names[0])) + "\n"));
        }

        if (sets.Length > 0) Extension(7, 1, sets.ToArray());
    }

    private void Display() => Extension(11, 4, [.. _file.Variables.SelectMany(v => _places[v.Name].Names.SelectMany(_ =>
        (byte[])[.. Bytes((int)v.MeasureOrUsual), .. Bytes(v.Kind == SavKind.Text ? 24 : 10), .. Bytes(v.Kind == SavKind.Text ? 0 : 1)]))]);

    private void LongNames() => Extension(13, 1, Encoding.UTF8.GetBytes(string.Join('\t', _file.Variables.Select(v => $"{_places[v.Name].Names[0]}={v.Name}"))));

    private void LongTexts()
    {
        var texts = string.Concat(_file.Variables.Where(v => v.Kind == SavKind.Text && v.Width > SavLayout.Chunk)
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{_places[v.Name].Names[0]}={v.Width:D5}\0\t")));
        if (texts.Length > 0) Extension(14, 1, Encoding.ASCII.GetBytes(texts));
    }

    private void Extension(int subtype, int size, ReadOnlySpan<byte> data)
    {
        foreach (var number in (int[])[7, subtype, size, data.Length / size]) Number(number);
        _bytes.Write(data);
    }

    private void Words(string words, int length)
    {
        var bytes = SavLayout.Bytes(words, length);
        _bytes.Write(bytes);
        for (var i = bytes.Length; i < length; i++) _bytes.Write(" "u8);
    }

    private void Number(int value) => _bytes.Write(Bytes(value));

    private static byte[] Bytes(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Bytes(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }

    private sealed record Place(int Element, IReadOnlyList<string> Names);
}
