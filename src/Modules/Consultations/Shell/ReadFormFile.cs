using System.Text;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Shell;

/// <summary>A questionnaire read from a file, its text as a kit holds it, and all that is told of it.</summary>
internal sealed record FormFile(Questionnaire? Questionnaire, string Yaml, IReadOnlyList<FormLine> Lines)
{
    public static FormFile Wrong(FormLine line) => new(null, "", [line]);
}

/// <summary>Opens a questionnaire wherever it comes from: an XLSForm (<c>.xlsx</c>), a survey of LimeSurvey's (<c>.lss</c>), JSON, a kit's text (<c>.yaml</c>) or folder. Never throws for what a file holds.</summary>
internal static class ReadFormFile
{
    private const int MostBytes = 8 << 20;
    private const string InKit = "questionnaire.yaml";
    private static readonly TableLimits Limits = new(MostBytes, Rows: 20_000, Columns: 2_000);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static FormFile Run(string path)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, InKit);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return FormFile.Wrong(FormLine.Wrong("file_missing"));
            if (file.Length > MostBytes) return FormFile.Wrong(FormLine.Of(new TableProblem(TableFault.TooLong, 0, MostBytes)));
            return file.Extension.ToLowerInvariant() switch
            {
                ".xlsx" => Form(path),
                ".lss" => Survey(path),
                ".json" => Json(path),
                ".yaml" or ".yml" => Text(path),
                _ => FormFile.Wrong(FormLine.Wrong("file_other")),
            };
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return FormFile.Wrong(FormLine.Wrong("file_unreadable"));
        }
    }

    private static FormFile Form(string path)
    {
        using var file = File.OpenRead(path);
        var (sheets, problem) = ReadSpreadsheet.Sheets(file, Limits);
        if (problem is not null) return FormFile.Wrong(FormLine.Of(problem) with { Sheet = sheets.Count > 0 ? $"{sheets.Count + 1}" : "" });
        var read = XlsFormReader.Read([.. sheets.Select(sheet => new FormSheet(sheet.Name, [.. sheet.Rows.Select(row => new FormRow(row.Line, row.Cells))]))]);
        return new(read.Questionnaire, read.Yaml, [.. read.Notices.Select(FormLine.Of)]);
    }

    private static FormFile Survey(string path)
    {
        using var file = File.OpenRead(path);
        var read = LssReader.Read(file);
        return new(read.Questionnaire, read.Yaml, [.. read.Notices.Select(FormLine.Of)]);
    }

    private static FormFile Json(string path)
    {
        if (Words(path) is not { } text) return FormFile.Wrong(FormLine.Of(new TableProblem(TableFault.NotText, 0)));
        var json = QuestionnaireJson.Read(text);
        if (json.Code.Length > 0) return FormFile.Wrong(FormLine.Wrong(json.Code) with { Row = json.Line });
        var read = QuestionnaireReader.Read(json.Yaml, Path.GetFileName(path));
        var places = ReadDraft.From(json.Yaml).Places;
        // A file of programs has no lines worth naming: the thing is.
        return new(read.Questionnaire, json.Yaml, [.. read.Problems.Select(problem => FormLine.Of(problem) with { Sheet = DraftPlace.At(places, problem.Line).ToString(), Row = 0, Column = "" })]);
    }

    private static FormFile Text(string path)
    {
        if (Words(path) is not { } text) return FormFile.Wrong(FormLine.Of(new TableProblem(TableFault.NotText, 0)));
        var read = QuestionnaireReader.Read(text, Path.GetFileName(path));
        return new(read.Questionnaire, text, [.. read.Problems.Select(FormLine.Of)]);
    }

    private static string? Words(string path)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
