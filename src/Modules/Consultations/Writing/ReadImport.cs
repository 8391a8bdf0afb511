using System.Text;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Images;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Tables;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Writing;

/// <summary>A file as it would become a draft, before anything is kept.</summary>
/// <param name="Yaml">The draft's text, to be sent again once it is agreed to.</param>
/// <param name="Notices">What became of everything, for a form of others.</param>
internal sealed record ReadFile(string Yaml, IReadOnlyList<FormNotice> Notices)
{
    /// <summary>Images that came with it and are not taken: the file and why.</summary>
    public IReadOnlyList<(string Name, Problem Why)> Refused { get; init; } = [];
}

/// <summary>
/// Reads a file that may become a draft: an XLSForm (<c>.xlsx</c>), a survey of LimeSurvey's (<c>.lss</c>), JSON, a kit's questionnaire (<c>.yaml</c>), or one of these beside its images (<c>.zip</c>).
/// Nothing is kept but images, which are forgotten a day later when no draft names them.
/// </summary>
internal sealed class ReadImport(KeepImages keep, DiapasonDb db)
{
    public const string Field = "file";
    private static readonly string[] Known = [".xlsx", ".lss", ".json", ".yaml", ".yml"];
    private const int MostBytes = 8 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<Outcome<ReadFile>> RunAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return Problem.Invalid("writing.file_missing", Field);
        if (file.Length > MostBytes) return Problem.Invalid("writing.file_long", Field);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        bytes.Position = 0;
        if (!Path.GetExtension(file.FileName).Equals(FormPackage.Extension, StringComparison.OrdinalIgnoreCase)) return Read(file.FileName, bytes);
        if (FormPackage.Open(bytes, MostBytes) is not { } package) return Problem.Invalid("writing.file_package", Field);
        using var form = new MemoryStream(package.Form);
        var read = Read(package.Name, form);
        return read.IsDone ? await WithImagesAsync(read.Value, package.Images, cancel) : read;
    }

    // The options name files of the folder; those that are kept bear the names under which they are.
    private async Task<ReadFile> WithImagesAsync(ReadFile read, IReadOnlyDictionary<string, byte[]> images, CancellationToken cancel)
    {
        if (ReadDraft.From(read.Yaml).Draft is not { } draft) return read;
        var (names, refused) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<(string, Problem)>());
        foreach (var name in DraftImages.Of(draft))
        {
            if (!images.TryGetValue(name, out var bytes)) continue;
            var kept = await keep.RunAsync(bytes, Field, cancel);
            if (kept.IsDone) names[name] = kept.Value;
            else refused.Add((name, kept.Refusal!));
        }

        await db.SaveChangesAsync(cancel);
        return names.Count == 0 ? read with { Refused = refused } : new(WriteDraft.Of(DraftImages.Rename(draft, name => names.GetValueOrDefault(name, name))), read.Notices) { Refused = refused };
    }

    private static Outcome<ReadFile> Read(string fileName, MemoryStream bytes)
    {
        var (extension, content) = (Path.GetExtension(fileName).ToLowerInvariant(), FileContents.Of(bytes.ToArray()));
        var wanted = extension == ".xlsx" ? FileContent.Spreadsheet : FileContent.Text;
        if (Known.Contains(extension) && content != wanted) return TableRefusal.Of(content, Field, $"{extension[1..].ToUpperInvariant()}, {string.Join(", ", Known.Where(other => other != extension).Select(other => other[1..].ToUpperInvariant()))}");
        return extension switch
        {
            ".xlsx" => Form(bytes),
            ".lss" => Survey(bytes),
            ".json" => Text(bytes.ToArray(), isJson: true),
            ".yaml" or ".yml" => Text(bytes.ToArray(), isJson: false),
            _ => Problem.Invalid("writing.file_other", Field),
        };
    }

    private static Outcome<ReadFile> Form(Stream file)
    {
        var (sheets, problem) = ReadSpreadsheet.Sheets(file, new TableLimits(MostBytes, Rows: 20_000, Columns: 2_000));
        if (problem?.Fault is TableFault.TooManyRows or TableFault.TooLong) return Problem.Invalid("writing.file_long", Field);
        if (problem is not null) return TableRefusal.Of(problem, Field, "XLSX");
        var read = XlsFormReader.Read([.. sheets.Select(sheet => new FormSheet(sheet.Name, [.. sheet.Rows.Select(row => new FormRow(row.Line, row.Cells))]))]);
        return new ReadFile(read.Yaml, read.Notices);
    }

    private static Outcome<ReadFile> Survey(Stream file)
    {
        var read = LssReader.Read(file);
        return new ReadFile(read.Yaml, read.Notices);
    }

    private static Outcome<ReadFile> Text(byte[] bytes, bool isJson)
    {
        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            if (isJson)
            {
                var json = QuestionnaireJson.Read(text);
                if (json.Code.Length > 0) return Problem.Invalid("writing.json_broken", Field, ("line", json.Line));
                text = json.Yaml;
            }

            return ReadDraft.From(text).Draft is { Sections.Count: > 0 } draft ? new ReadFile(WriteDraft.Of(draft), []) : Problem.Invalid("writing.import_unreadable", Field);
        }
        catch (DecoderFallbackException)
        {
            return Problem.Invalid("writing.file_unreadable", Field);
        }
    }
}
