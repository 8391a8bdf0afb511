using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>A mapping as a file of JSON: what <see cref="Write"/> writes, <see cref="Read"/> reads; another program may write it too.</summary>
internal static class MappingJson
{
    /// <summary>Of a file: a mapping of two thousand columns, each with its values, is far below.</summary>
    public const int MostBytes = 4 << 20;

    private const string Kind = "answers-mapping";
    private const int MostValues = 2_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        MaxDepth = 8,
    };

    public static string Write(AnswerMapping mapping) => JsonSerializer.Serialize(
        new Written(Kind, 1, mapping.Questionnaire, mapping.Sheet, mapping.Language, [.. mapping.Columns.Select(Write)]), Options);

    /// <summary>The mapping; or the line, from 1, of what is no mapping.</summary>
    public static (AnswerMapping? Mapping, int Line) Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            return JsonSerializer.Deserialize<Written>(text, Options) is { Kind: Kind, Version: 1, Columns: not null } read && Of(read) is { } mapping ? (mapping, 0) : (null, 1);
        }
        catch (JsonException broken)
        {
            return (null, (int)Math.Min(broken.LineNumber ?? 0, int.MaxValue - 1) + 1);
        }
        catch (DecoderFallbackException)
        {
            return (null, 1);
        }
    }

    public static AnswerMapping Kept(string json) => Read(Encoding.UTF8.GetBytes(json)).Mapping ?? throw new InvalidOperationException("A kept mapping cannot be read.");

    private static AnswerMapping? Of(Written read)
    {
        var columns = new List<ColumnMapping>();
        foreach (var one in read.Columns!)
        {
            if (one is not { Column: { Length: > 0 } column } || Word<ColumnUse>(one.As) is not { } use || Word<DateOrder>(one.Dates ?? "year_first") is not { } dates) return null;
            if (one.Values?.Count > MostValues || columns.Count >= ReadCollected.MostColumns || columns.Exists(known => known.Column == column)) return null;
            var values = new List<ValueMapping>();
            foreach (var value in one.Values ?? [])
            {
                if (value is not { From: { } from }) return null;
                var missing = MissingCodes.Parse(value.Missing);
                if (value.Missing is { Length: > 0 } && missing == MissingKind.None) return null;
                values.Add(new(from, value.To ?? "") { Missing = missing });
            }

            columns.Add(new(column, use) { Variable = one.Variable ?? "", Option = one.Option ?? "", Separator = one.Separator ?? "", Dates = dates, Values = values });
        }

        return new() { Questionnaire = read.Questionnaire ?? "", Sheet = read.Sheet ?? "", Language = read.Language ?? "", Columns = columns };
    }

    private static WrittenColumn Write(ColumnMapping one) => new(one.Column, Snake(one.As))
    {
        Variable = Or(one.Variable),
        Option = Or(one.Option),
        Separator = Or(one.Separator),
        Dates = one.Dates == DateOrder.YearFirst ? null : Snake(one.Dates),
        Values = one.Values.Count == 0 ? null : [.. one.Values.Select(value => new WrittenValue(value.From) { To = Or(value.To), Missing = Or(MissingCodes.Of(value.Missing)) })],
    };

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private static string Snake<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    private static T? Word<T>(string? written)
        where T : struct, Enum => Enum.GetValues<T>().Where(word => Snake(word) == written).Select(word => (T?)word).FirstOrDefault();

    private sealed record Written(string? Kind, int Version, string? Questionnaire, string? Sheet, string? Language, List<WrittenColumn?>? Columns);

    private sealed record WrittenColumn(string? Column, string? As)
    {
        public string? Variable { get; init; }
        public string? Option { get; init; }
        public string? Separator { get; init; }
        public string? Dates { get; init; }
        public List<WrittenValue?>? Values { get; init; }
    }

    private sealed record WrittenValue(string? From)
    {
        public string? To { get; init; }
        public string? Missing { get; init; }
    }
}
