using Diapason.Needs.Authoring;
using Diapason.Needs.Contracts;
using Diapason.Needs.Offers;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.OfferKeeping;

/// <summary>The whole offer as a file: taken away, or sent back; what it would change is shown before it is agreed to.</summary>
internal sealed class FileModel(ReferenceLibrary library, CurrentCouncil council, ReadOfferFile read, ImportOffer import, EntryWords words, Texts<NeedsModule> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public NeedsReference Reference { get; private set; } = null!;

    /// <summary>What was sent, and reads well; null before, or when something is wrong.</summary>
    public SentOffer? Sent { get; private set; }

    /// <summary>What it would change.</summary>
    public OfferMerge? Merge { get; private set; }

    public IReadOnlyList<(string Row, string Entry, string Field, string Says)> Faults { get; private set; } = [];

    /// <summary>The stamp of the offer it is compared with.</summary>
    public string Seen => OfferMerge.StampOf(Reference.Offer);

    /// <summary>Entries of the offer that the file does not name.</summary>
    public IReadOnlyList<OfferEntry> Left => Merge is null ? [] : [.. Reference.Offer.Entries.Where(e => Merge.Changes.All(c => c.Now.Code != e.Code))];

    /// <summary>The row of the file that comes from an older state of this entry, or null.</summary>
    public int? OlderRow(EntryChange change) => Sent?.Older.TryGetValue(change.Now.Code, out var row) == true ? row : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Show(await read.RunAsync(Request.Form.Files.GetFile("file"), Reference, cancel));
        return ModelState.IsValid ? Page() : this.Refused();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Show(read.Again(Request.Form["offer"].ToString(), Reference));
        if (Sent?.Read.Offer is not { } brought) return this.Refused();
        var outcome = await import.RunAsync(brought, Request.Form["seen"].ToString(), cancel);
        return this.Answer(outcome, NeedsLinks.OfferFile.With("done", "imported"));
    }

    /// <summary>What changes of an entry, field by field.</summary>
    public IReadOnlyList<(string Field, string Was, string Now)> Fields(EntryChange change)
    {
        var languages = read.LanguagesOf(Reference);
        var (was, now) = (EntrySheet.Of(change.Was!, languages), EntrySheet.Of(change.Now, languages));
        return [.. now.Differing(was).Select(field => (words.Label(field, Reference), words.Value(field, was[field], Reference), words.Value(field, now[field], Reference)))];
    }

    private void Show(SentOffer sent)
    {
        var faults = sent.Read.Faults;
        // What is about no place of the file needs no table of places.
        Faults = [.. faults.Where(fault => fault.Row > 0 || fault.Field is not null).Select(Say)];
        if (faults.Count > 0) ModelState.AddModelError("file", faults.Count == 1 ? words.WrongAt(faults[0], Reference) : texts["offer.refused", faults.Count]);
        if (sent.Read.Offer is not { } offer) return;
        (Sent, Merge) = (sent, OfferMerge.ByCouncil(Reference.Offer, offer));
    }

    private (string, string, string, string) Say(OfferFault fault) => (
        fault.Row == 0 ? "" : texts["offer.line", fault.Row],
        fault.Entry ?? "",
        fault.Field is { } field ? words.Label(field, Reference) : "",
        words.Wrong(fault));

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await library.FindAsync(council.Id, cancel) is not { } reference) return false;
        Reference = reference;
        return true;
    }
}
