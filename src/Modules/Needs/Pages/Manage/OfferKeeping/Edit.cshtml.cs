using Diapason.Design;
using Diapason.Needs.Authoring;
using Diapason.Needs.Contracts;
using Diapason.Needs.Offers;
using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.OfferKeeping;

/// <summary>One entry of the offer, added or changed in every language of the council. What is refused comes back as it was typed, files included.</summary>
internal sealed class EditModel(
    ReferenceLibrary library, CurrentCouncil council, SaveEntry save, WithdrawEntry withdraw, ReadEntryForm read, AudienceChoices audience, EntryWords words, StepWords steps, LateWords late, Texts<NeedsModule> texts) : PageModel
{
    private const int MorePlaces = 2;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public NeedsReference Reference { get; private set; } = null!;

    /// <summary>As it is stored; null for a new one.</summary>
    public OfferEntry? Stored { get; private set; }

    public EntrySheet Sheet { get; private set; } = null!;

    /// <summary>The stamp of what the form was filled from.</summary>
    public string? Seen { get; private set; }

    /// <summary>What the form was filled from, to tell later what was touched.</summary>
    public string Opened { get; private set; } = "";

    /// <summary>Fields one had not touched, which take what somebody else has saved.</summary>
    public IReadOnlyList<string> Taken { get; private set; } = [];

    /// <summary>What of it is past already, and what that does.</summary>
    public IReadOnlyList<string> Late => Stored is null || Stored.IsWithdrawn ? [] : late.Of(Stored);

    /// <summary>What somebody else has saved meanwhile, field by field: what is typed here, what is stored.</summary>
    public IReadOnlyList<(string Field, string Mine, string Theirs)> Differences { get; private set; } = [];

    /// <summary>Files sent with a form that was refused, kept for its next sending.</summary>
    public IReadOnlyList<StoredFile> Sent { get; private set; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Choices { get; private set; } = null!;

    public EntryWords Words => words;

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<OfferKind>().Select(kind => new Choice(SnakeCase.Of(kind), steps.Kind(kind, Reference.Framework)))];

    public IReadOnlyList<Choice> Formats => [.. Enum.GetValues<OfferFormat>().Select(format => new Choice(SnakeCase.Of(format), texts["format." + SnakeCase.Of(format)]))];

    public IReadOnlyList<Choice> Phases => [.. new[] { "1", "2", "3" }.Select(phase => new Choice(phase, texts["phase." + phase]))];

    /// <summary>The council's languages, and those in which the entry is already said to be given.</summary>
    public IReadOnlyList<Choice> SpokenIn => [.. council.Languages.Concat(Sheet.Words("languages")).Distinct().Where(Languages.IsCode).Select(language => new Choice(language, Languages.NameOf(language)))];

    public IReadOnlyList<Choice> Prices => [.. Reference.Offer.Prices.Select(price => new Choice(price.Code, price.Name.Here))];

    public IReadOnlyList<Choice> Levels => [.. from low in Enumerable.Range(0, Framework.HighestLevel)
                                               from high in Enumerable.Range(low + 1, Framework.HighestLevel - low)
                                               let fromTo = $"{low}-{high}"
                                               select new Choice(fromTo, words.Levels(fromTo, Reference.Framework))];

    public IReadOnlyList<string> Days => [.. Sheet.Words("dates"), .. Enumerable.Repeat("", MorePlaces)];

    public int DocumentPlaces => Sheet.DocumentPlaces.DefaultIfEmpty(-1).Max() + 2;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Sheet = Stored is null ? EntrySheet.Blank(council.Languages) : EntrySheet.Of(Stored, council.Languages);
        (Seen, Opened) = (Stored is null ? null : OfferMerge.StampOf(Stored), Sheet.Carry());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        // The address may still say that an earlier saving was done.
        Done = null;
        var typed = await read.RunAsync(Request.Form, Reference, Stored, cancel);
        (Sheet, Sent, Seen, Opened) = (typed.Sheet, typed.Sent, Stored is null ? null : Request.Form["seen"].ToString(), Request.Form["opened"].ToString());
        foreach (var problem in typed.Refused.SelectMany(refused => refused.Problems)) ModelState.AddModelError(problem.Field ?? "", problem.Field is { } field ? words.At(field, this.Say(problem), Reference) : this.Say(problem));
        foreach (var fault in typed.Faults) ModelState.AddModelError(fault.Field ?? "", words.WrongAt(fault, Reference));
        if (typed.Entry is not { } entry) return this.Refused();
        var outcome = await save.RunAsync(entry, Seen, cancel);
        if (outcome.Refusal?.Kind == ProblemKind.Lost) await ShowOtherAsync(cancel);
        return this.Answer(outcome, NeedsLinks.EditEntry(entry.Code).With("done", "saved"));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        this.Answer(await withdraw.RunAsync(Code ?? "", isWithdrawn: true, cancel), NeedsLinks.Offer.With("done", "withdrawn").With("step", Code));

    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken cancel) =>
        this.Answer(await withdraw.RunAsync(Code ?? "", isWithdrawn: false, cancel), NeedsLinks.Offer.With("done", "put_back").With("step", Code));

    /// <summary>Both versions, and the stamp of the other: sending the form again then says that it was seen.</summary>
    private async Task ShowOtherAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        if (Stored is null) return;
        var theirs = EntrySheet.Of(Stored, council.Languages);
        var opened = EntrySheet.Opened(Opened, Sheet.Languages);
        var merged = new MergedFields(EntrySheet.AreSame);
        foreach (var field in Sheet.Differing(theirs).ToList()) Sheet[field] = merged.Of(field, Sheet[field], theirs[field], opened[field]);
        Taken = [.. merged.Taken.Select(field => words.Label(field, Reference))];
        Differences = [.. Sheet.Differing(theirs).Select(field => (words.Label(field, Reference), words.Value(field, Sheet[field], Reference), words.Value(field, theirs[field], Reference)))];
        (Seen, Opened) = (OfferMerge.StampOf(Stored), theirs.Carry());
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await library.FindAsync(council.Id, cancel) is not { } reference) return false;
        (Reference, Stored) = (reference, reference.Offer.Entry(Code));
        Choices = await audience.OfAsync(reference, cancel);
        return Code is null || Stored is not null;
    }
}
