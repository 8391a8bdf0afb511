using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Consultations.Contracts;
using Diapason.Forms;

namespace Diapason.Consultations.Exports;

/// <summary>One JSON object a line and a person: each variable's value, a list for several choices, or why there is none.</summary>
internal sealed class WriteAnswerLines(AnswerTables tables, AnswerRows rows)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task RunAsync(CampaignFacts campaign, Stream output, CancellationToken cancel)
    {
        var weighed = await tables.WeightsAsync(campaign, cancel);
        using var line = new MemoryStream();
        await using var json = new Utf8JsonWriter(line, Options);
        await foreach (var row in rows.ReadAsync(campaign, await rows.DrawAsync(campaign, cancel), cancel))
        {
            Write(json, campaign.Questionnaire, row, weighed);
            line.WriteByte((byte)'\n');
            await output.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancel);
            line.SetLength(0);
            json.Reset();
        }
    }

    private static void Write(Utf8JsonWriter json, Questionnaire questionnaire, SentRow row, IReadOnlyDictionary<long, double>? weighed)
    {
        json.WriteStartObject();
        json.WriteString("key", row.Key);
        json.WriteString("language", row.Language);
        json.WriteString("layout", row.Layout);
        json.WriteBoolean("synthetic", row.IsSynthetic);
        if (row.Source.Length > 0) json.WriteString(AnswerTables.Source, row.Source);
        if (weighed is not null && weighed.TryGetValue(row.Sequence, out var weight)) json.WriteNumber(AnswerTables.Weight, weight);
        json.WriteStartObject("answers");
        foreach (var variable in questionnaire.Variables) Write(json, variable.Code, variable.In(row.Answers));
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, string name, AnswerValue value)
    {
        if (!value.IsAnswered)
        {
            json.WriteStartObject(name);
            json.WriteString("missing", MissingCodes.Of(value.Missing == MissingKind.None ? MissingKind.Skipped : value.Missing));
            json.WriteEndObject();
            return;
        }

        switch (value.Kind)
        {
            case AnswerKind.Number: json.WriteNumber(name, value.Number); break;
            case AnswerKind.Codes:
                json.WriteStartArray(name);
                foreach (var code in value.Codes) json.WriteStringValue(code);
                json.WriteEndArray();
                break;
            default: json.WriteString(name, value.Text); break;
        }
    }
}
