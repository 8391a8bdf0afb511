using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Diapason.Consultations.Images;

/// <summary>
/// The images of a form’s rows: a file that was sent is kept at once, so that a form refused for another reason has not lost it, and its name stands in the form instead;
/// one that is taken off leaves none.
/// </summary>
internal sealed class SentImages(DiapasonDb db, KeepImages keep)
{
    /// <summary>Ends the name of the field of a row: its image by name, as it was shown.</summary>
    public const string Field = ".image";

    /// <summary>Ends the name of the field where a file is chosen.</summary>
    public const string File = ".image_file";

    /// <summary>Ends the name of the box that takes an image off.</summary>
    public const string Out = ".image_out";

    /// <summary>The form with the name of each image, and the first file that is refused.</summary>
    public async Task<(IFormCollection Form, Problem? Refused)> RunAsync(IFormCollection form, CancellationToken cancel)
    {
        var files = form.Files.Where(file => file.Length > 0 && file.Name.EndsWith(File, StringComparison.Ordinal)).ToList();
        var rows = form.Keys.Where(key => key.EndsWith(Field, StringComparison.Ordinal)).ToList();
        if (files.Count == 0 && rows.Count == 0) return (form, null);
        var settled = form.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        await SettleAsync(settled, rows, cancel);
        Problem? refused = null;
        foreach (var file in files)
        {
            var kept = await keep.RunAsync(file, file.Name, cancel);
            if (kept.IsDone) settled[file.Name[..^File.Length] + Field] = kept.Value;
            else refused ??= kept.Refusal;
        }

        await db.SaveChangesAsync(cancel);
        return (new FormCollection(settled, form.Files), refused);
    }

    // What a form says of images it was shown is taken at its word only for those that are here, or awaited.
    private async Task SettleAsync(Dictionary<string, StringValues> settled, List<string> rows, CancellationToken cancel)
    {
        var known = await keep.KnownAsync([.. rows.Select(row => settled[row].ToString()).Where(OptionImage.IsKeptName)], cancel);
        foreach (var row in rows)
        {
            var name = settled[row].ToString();
            var isOut = settled.TryGetValue(row[..^Field.Length] + Out, out var ticked) && ticked.ToString().Length > 0;
            if (isOut || !OptionImage.IsName(name) || (OptionImage.IsKeptName(name) && !known.Contains(name))) settled[row] = "";
        }
    }
}
