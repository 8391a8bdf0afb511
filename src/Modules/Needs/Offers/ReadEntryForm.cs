using Diapason.Needs.Authoring;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Offers;

/// <summary>What a form of one entry says.</summary>
/// <param name="Entry">Null when something is wrong.</param>
/// <param name="Sent">The files sent with this form and with earlier sendings of it.</param>
internal sealed record TypedEntry(OfferEntry? Entry, EntrySheet Sheet, IReadOnlyList<StoredFile> Sent, IReadOnlyList<Outcome> Refused, IReadOnlyList<OfferFault> Faults);

/// <summary>Reads the form of one entry: its files are kept first, then it is judged as a kit's entry is.</summary>
internal sealed class ReadEntryForm(KeepUpload keep, CurrentCouncil council)
{
    private const string File = "documents.";

    /// <summary>Until the title is read.</summary>
    private const string NewCode = EntrySheet.Unnamed + "0";

    private static readonly HashSet<string> NoOther = [];

    public async Task<TypedEntry> RunAsync(IFormCollection form, NeedsReference reference, OfferEntry? stored, CancellationToken cancel)
    {
        IReadOnlyList<string> languages = stored is null ? council.Languages : EntrySheet.Of(stored, council.Languages).Languages;
        var sheet = EntrySheet.Read(form, stored?.Code ?? NewCode, languages);
        if (stored is not null) sheet.KeepOrderOf(EntrySheet.Of(stored, languages));
        var (sent, refused) = (await SentBeforeAsync(form, cancel), new List<Outcome>());
        foreach (var file in form.Files.Where(f => f.Length > 0 && f.Name.StartsWith(File, StringComparison.Ordinal)))
        {
            var kept = await keep.RunAsync(file, file.Name, [.. sent, .. reference.Offer.Files], cancel);
            if (!kept.IsDone)
            {
                refused.Add(kept);
                continue;
            }

            sent.Add(kept.Value);
            sheet[file.Name] = kept.Value.Name;
        }

        if (stored?.IsWithdrawn == true) sheet["withdrawn"] = "true";
        var own = (stored?.Acts.Documents ?? []).SelectMany(d => d.Files.Values);
        var judged = JudgeSheets.Of([(0, sheet)], reference, [.. own, .. sent, .. reference.Offer.Files]);
        var entry = refused.Count == 0 ? judged.Offer?.Entries.SingleOrDefault() : null;
        return new TypedEntry(entry is not null && stored is null ? NameEntry.From(entry, reference.Offer, NoOther) : entry, sheet, sent, refused, judged.Faults);
    }

    private async Task<List<StoredFile>> SentBeforeAsync(IFormCollection form, CancellationToken cancel)
    {
        var sent = new List<StoredFile>();
        foreach (var written in form["sent"].OfType<string>())
            if (written.Split('|') is [var name, var hash] && await keep.FindAsync(name, hash, cancel) is { } file) sent.Add(file);
        return sent;
    }
}
