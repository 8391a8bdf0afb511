using System.Text;
using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Yaml;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.LexiconKeeping;

/// <summary>The lexicon as a kit's file: taken away, or sent back; what it would change is shown before it is agreed to.</summary>
internal sealed class LexiconFileModel(ReferenceLibrary library, CurrentCouncil council, ReadLexiconFile read, ImportLexicon import, KitSentences sentences, Texts<NeedsModule> texts) : PageModel
{
    private const int MostFaults = 20;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public NeedsReference Reference { get; private set; } = null!;

    /// <summary>What was sent, and reads well; null before, or when something is wrong.</summary>
    public SentLexicon? Sent { get; private set; }

    public LexiconChanges? Changes { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string Seen => LexiconMerge.StampOf(Reference.Lexicon!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetTakeAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(WriteLexicon.Of(Reference.Lexicon!)), "application/yaml; charset=utf-8", $"{council.Value.Slug}-lexicon.yaml");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Show(await read.RunAsync(Request.Form.Files.GetFile("file"), Reference, cancel));
        return ModelState.IsValid ? Page() : this.Refused();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Show(read.Again(Request.Form["lexicon"].ToString(), Reference));
        if (Sent?.Lexicon is not { } brought) return this.Refused();
        return this.Answer(await import.RunAsync(brought, Request.Form["seen"].ToString(), cancel), NeedsLinks.LexiconFile.With("done", "imported"));
    }

    private void Show(SentLexicon sent)
    {
        Faults = [.. sent.Problems.Take(MostFaults).Select(Say)];
        if (sent.Fault is { } fault) ModelState.AddModelError("file", texts[fault]);
        else if (sent.Lexicon is null) ModelState.AddModelError("file", texts["lexicon.file_refused", Math.Max(1, sent.Problems.Count)]);
        if (sent.Lexicon is not { } lexicon) return;
        (Sent, Changes) = (sent, LexiconChanges.Of(Reference.Lexicon!, lexicon));
    }

    private string Say(YamlProblem problem)
    {
        var code = YamlCodes.All.Contains(problem.Code) ? "kit." + problem.Code : problem.Code;
        var reason = sentences.Reason(code, [.. problem.Facts]);
        return problem.Line > 0 ? texts["lexicon.at_line", problem.Line, reason] : reason;
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await library.FindAsync(council.Id, cancel) is not { Lexicon: not null } reference) return false;
        Reference = reference;
        return true;
    }
}
