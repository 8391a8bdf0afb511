using System.Buffers.Binary;
using System.Text;

namespace Diapason.Tests.Metering;

/// <summary>One point of a metric as it crossed the wire.</summary>
/// <param name="Kind"><c>gauge</c>, <c>sum</c> or <c>histogram</c>.</param>
internal sealed record OtlpPoint(string Scope, string Name, string Unit, string Kind, bool IsMonotonic, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>Reads an <c>ExportMetricsServiceRequest</c> by the field numbers of opentelemetry-proto 1.x: no reader of the exporter's own is asked.</summary>
internal static class OtlpMetrics
{
    private static readonly (int Field, string Kind)[] Shapes = [(5, "gauge"), (7, "sum"), (9, "histogram")];

    public static (IReadOnlyList<OtlpPoint> Points, IReadOnlyDictionary<string, string> Resource) Read(byte[] body)
    {
        var (points, resource) = (new List<OtlpPoint>(), new Dictionary<string, string>());
        foreach (var from in Messages(body, 1))
        {
            foreach (var described in Messages(from, 1)) foreach (var (key, value) in Labels(described, 1)) resource[key] = value;
            foreach (var scope in Messages(from, 2))
                foreach (var metric in Messages(scope, 2)) points.AddRange(Points(Text(Messages(scope, 1).First(), 1), metric));
        }

        return (points, resource);
    }

    private static IEnumerable<OtlpPoint> Points(string scope, byte[] metric)
    {
        foreach (var (field, kind) in Shapes)
            foreach (var data in Messages(metric, field))
                foreach (var point in Messages(data, 1))
                    yield return new OtlpPoint(scope, Text(metric, 1), Text(metric, 3), kind, Fields(data).Any(f => f.Number == 3 && f.Value == 1), Labels(point, kind == "histogram" ? 9 : 7), Value(point, kind));
    }

    private static double Value(byte[] point, string kind)
    {
        foreach (var (number, value, _) in Fields(point))
            if (number == 4) return kind == "histogram" ? value : BitConverter.UInt64BitsToDouble(value);
            else if (number == 6 && kind != "histogram") return (long)value;
        return 0;
    }

    private static Dictionary<string, string> Labels(byte[] message, int field) => Messages(message, field)
        .ToDictionary(pair => Text(pair, 1), pair => Messages(pair, 2).Select(value => Text(value, 1) is { Length: > 0 } text ? text : string.Join(' ', Fields(value).Select(f => f.Value))).FirstOrDefault(""));

    private static IEnumerable<byte[]> Messages(byte[] message, int field) => Fields(message).Where(f => f.Number == field && f.Bytes is not null).Select(f => f.Bytes!);

    private static string Text(byte[] message, int field) => Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault() ?? []);

    private static List<(int Number, ulong Value, byte[]? Bytes)> Fields(ReadOnlySpan<byte> message)
    {
        var fields = new List<(int, ulong, byte[]?)>();
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0: fields.Add((number, Varint(ref message), null)); break;
                case 1: fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(message), null)); message = message[8..]; break;
                case 5: fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(message), null)); message = message[4..]; break;
                case 2:
                    var length = (int)Varint(ref message);
                    fields.Add((number, 0, message[..length].ToArray()));
                    message = message[length..];
                    break;
                default: throw new InvalidDataException("No wire type of protobuf.");
            }
        }

        return fields;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[0];
            message = message[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
