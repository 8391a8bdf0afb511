using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Forms;
using Diapason.Tables;
using Diapason.Yaml;

namespace Diapason.Consultations.Shell;

/// <summary>One thing told of a file, as a program reads it: what became of it, where, a stable code, and what a sentence needs.</summary>
internal sealed record FormLine(string Outcome, string Code, IReadOnlyList<(string Name, object? Value)> Facts)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sheet, or the part of a questionnaire that is meant.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The row of the sheet or the line of the text, from 1; 0 for the whole.</summary>
    public int Row { get; init; }

    public string Column { get; init; } = "";

    public bool IsError => Outcome is "error" or "blocks";

    public static FormLine Of(FormNotice notice) => new(Word(notice.Outcome), notice.Code, notice.Facts) { Sheet = notice.Sheet, Row = notice.Row, Column = notice.Column };

    public static FormLine Of(YamlProblem problem) =>
        new("error", problem.Code, problem.Facts) { Sheet = problem.File, Row = problem.Line, Column = problem.Column.ToString(CultureInfo.InvariantCulture) };

    public static FormLine Of(TableProblem problem) =>
        new("error", Snake(problem.Fault.ToString()), problem.Limit is { } limit ? [("limit", limit)] : []) { Row = problem.Line };

    public static FormLine Of(Finding finding) => new(finding.Severity == FindingSeverity.Blocks ? "blocks" : "warns", finding.Code, finding.Facts)
    {
        Sheet = Snake(finding.Place.Part.ToString()),
        Column = finding.Place.Question.Length > 0 ? $"{finding.Place.Question}/{finding.Place.Code}" : finding.Place.Code,
    };

    public static FormLine Of(WalkedPage page, int walks) =>
        new("walked", "page", [("met", page.Met), ("of", walks), ("seconds", Math.Round(page.MedianSeconds)), ("stops", page.Stops)]) { Sheet = "page", Column = page.Page };

    public static FormLine Wrong(string code) => new("error", code, []);

    public string ToJson()
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options)) Write(json);
        return Encoding.UTF8.GetString(line.ToArray());
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("outcome", Outcome);
        json.WriteString("sheet", Sheet);
        json.WriteNumber("row", Row);
        json.WriteString("column", Column);
        json.WriteString("code", Code);
        json.WriteStartObject("facts");
        foreach (var (name, value) in Facts.DistinctBy(fact => fact.Name)) json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word(FormOutcome outcome) => Snake(outcome.ToString());

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
