using System.Text;
using Diapason.Consultations.Exports;
using Diapason.Forms;
using Diapason.Platform.Startup;

namespace Diapason.Consultations.Shell;

/// <summary>Checks and converts questionnaires from a shell, without a database. What it says is for programs: one JSON object a line.</summary>
internal sealed class FormVerb : ICommandVerb
{
    private const string Kit = "kit", XlsForm = "xlsform", Json = "json";

    public string Verb => "form";

    public string Help => "form check FILE [--pages] | form convert FILE --to xlsform|json|kit [OUT]: a questionnaire (.xlsx, .lss, .json, .yaml or a kit's folder): what is carried, changed, left out and wrong, one JSON object a line, with sheet, row and column; writes it beside as the other kind of file";

    public bool MigratesFirst => false;

    internal TextWriter Out { get; init; } = Console.Out;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) => arguments switch
    {
        ["check", var file] => Check(file, withPages: false),
        ["check", var file, "--pages"] => Check(file, withPages: true),
        ["convert", var file, "--to", XlsForm or Json or Kit] => await ConvertAsync(file, Beside(file, Extension(arguments[3])), arguments[3], cancel),
        ["convert", var file, "--to", XlsForm or Json or Kit, var to] => await ConvertAsync(file, to, arguments[3], cancel),
        _ => 2,
    };

    private int Check(string file, bool withPages)
    {
        var read = ReadFormFile.Run(file);
        if (read.Questionnaire is not { } form) return Say(read.Lines);
        var walk = RandomWalks.Of(form);
        return Say([.. read.Lines, .. Completeness.Of(form, walk).Select(FormLine.Of), .. withPages ? walk.Pages.Select(page => FormLine.Of(page, walk.Walks)) : []]);
    }

    // What can be carried is written, and the exit code says whether that is all.
    private async Task<int> ConvertAsync(string file, string to, string kind, CancellationToken cancel)
    {
        var read = ReadFormFile.Run(file);
        if (read.Questionnaire is not { } form) return Say(read.Lines);
        try
        {
            await using var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            var told = kind == XlsForm ? (await WriteForm.RunAsync(form, output, cancel)).Select(FormLine.Of) : [];
            if (kind == Kit) await output.WriteAsync(Encoding.UTF8.GetBytes(read.Yaml), cancel);
            if (kind == Json) await output.WriteAsync(Encoding.UTF8.GetBytes(QuestionnaireJson.Write(ReadDraft.From(read.Yaml).Draft!)), cancel);
            return Say([.. read.Lines, .. told]);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return Say([.. read.Lines, FormLine.Wrong(File.Exists(to) ? "file_exists" : "file_not_written")]);
        }
    }

    private int Say(IReadOnlyList<FormLine> lines)
    {
        foreach (var line in lines) Out.WriteLine(line.ToJson());
        return lines.Any(line => line.IsError) ? 1 : 0;
    }

    private static string Extension(string kind) => kind switch { XlsForm => ".xlsx", Json => ".json", _ => ".yaml" };

    // A kit's folder bears the name of the kit.
    private static string Beside(string file, string extension) => Path.TrimEndingDirectorySeparator(Directory.Exists(file) ? file : Path.ChangeExtension(file, null)) + extension;
}
