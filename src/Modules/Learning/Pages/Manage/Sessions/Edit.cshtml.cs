using Diapason.Design;
using Diapason.Learning.Contracts;
using Diapason.Learning.Interests;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>One session, added or changed. What is refused comes back as it was typed.</summary>
internal sealed class EditModel(ReadSessions read, SaveSession save, IOfferNames offer, ReadLists lists, SessionWords words, SheetWords fields, CurrentCouncil council) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>The list of interest it is written for.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public Guid? ListId { get; set; }

    public SeenList? List { get; private set; }

    /// <summary>As it is stored; null for a new one.</summary>
    public SeenSession? Stored { get; private set; }

    /// <summary>The public sees it, and people may have signed up.</summary>
    public bool IsPublic => Stored is { Session.State: Data.SessionState.Open };

    public SessionSheet Sheet { get; private set; } = null!;

    /// <summary>What somebody else has saved meanwhile, field by field: what is typed here, what is stored.</summary>
    public IReadOnlyList<(string Field, string Mine, string Theirs)> Differences { get; private set; } = [];

    /// <summary>The stamp of what the form was filled from.</summary>
    public string Seen { get; private set; } = "";

    public OfferNames Names { get; private set; } = OfferNames.None;

    public SessionWords Words => words;

    public IReadOnlyList<Choice> Entries => [.. Names.Entries.Select(e => new Choice(e.Code, e.Title.Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> Competencies => [.. Names.Competencies.Select(c => new Choice(c.Code, c.Name.Here))];

    public IReadOnlyList<Choice> Regions => [.. Names.Regions.Select(r => new Choice(r.Code, r.Name.Here))];

    public IReadOnlyList<Choice> Formats => [.. Enum.GetValues<SessionFormat>().Select(f => new Choice(f.ToString(), words.Format(f)))];

    public IReadOnlyList<Choice> InLanguages => [.. council.Languages.Select(l => new Choice(l, Languages.NameOf(l)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        (Sheet, Seen) = Stored is null ? (ForList(), "") : (SessionSheet.Of(Stored.Content, council.Languages), Stored.Session.Stamp.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        (Sheet, Seen) = (SessionSheet.Read(Request.Form, council.Languages), Request.Form["seen"].ToString());
        var judge = new JudgeSession(Names, read.Today, Stored?.Content.Meetings ?? []);
        if (judge.Read(Sheet) is not { } content) return this.Refuse(Platform.Outcomes.Outcome.Of(judge.Problems));
        if (Stored is { Session.Id: var id })
        {
            var outcome = await save.ChangeAsync(id, content, Guid.TryParse(Seen, out var seen) ? seen : Guid.Empty, Stored.Held, cancel);
            if (outcome.Refusal == SaveSession.TooLate) await ShowOtherAsync(cancel);
            return this.Answer(outcome, LearningLinks.Manage(id).With("done", "changed"));
        }

        var added = await save.AddAsync(content, List?.List.Id, cancel);
        return this.SeeOther(LearningLinks.Manage(added.Value).With("done", "added"));
    }

    /// <summary>Both versions, and the stamp of the other: sending the form again then says that it was seen.</summary>
    private async Task ShowOtherAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Stored is null) return;
        var theirs = SessionSheet.Of(Stored.Content, council.Languages);
        Differences = [.. Sheet.Differing(theirs).Select(field => (fields.Label(field), fields.Value(field, Sheet[field], Names), fields.Value(field, theirs[field], Names)))];
        Seen = Stored.Session.Stamp.ToString();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return false;
        (Names, Stored) = (await offer.ReadAsync(cancel), Id is { } id ? await read.FindAsync(id, cancel) : null);
        List = Id is null && ListId is { } list && await lists.FindAsync(list, cancel) is { List.State: Data.ListState.Open } found ? found : null;
        return Id is null || Stored is not null;
    }

    /// <summary>A new one, which says already what its list says.</summary>
    private SessionSheet ForList()
    {
        var sheet = new SessionSheet(council.Languages);
        if (List?.List is not { } list) return sheet;
        (sheet["entry"], sheet["competency"], sheet["region"]) = (list.Entry, list.Competency, list.Region);
        foreach (var language in council.Languages)
            if (Names.Entry(list.Entry)?.Title is { } title && title.Has(language)) sheet[$"title.{language}"] = title.In(language);
        return sheet;
    }
}
