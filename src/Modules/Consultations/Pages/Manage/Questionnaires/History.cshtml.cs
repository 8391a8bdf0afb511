using System.Globalization;
using Diapason.Consultations.Data;
using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>One change of a draft, in words.</summary>
internal sealed record RevisionLine(int Number, DateTime At, string Who, string Act);

/// <summary>Every change of a draft, latest first, and what is different between two of them.</summary>
internal sealed class HistoryModel(FindDraft find, DiapasonDb db, DraftWords words, IEnumerable<IAuditSubjects> owners, IAuthorizationService authorization, Texts<ConsultationsModule> texts) : PageModel
{
    private const int Most = 200;

    public DraftState State { get; private set; } = null!;

    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. Lines.Select(line => new Choice(line.Number.ToString(CultureInfo.InvariantCulture), texts["history.choice", line.Number, line.At.LocalDayAndTime]))];

    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Null until two are compared.</summary>
    public IReadOnlyList<(string What, string Before, string After)>? Differences { get; private set; }

    public bool Writes { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? from, int? to)
    {
        var cancel = HttpContext.RequestAborted;
        if (await find.RunAsync(id, cancel) is not { } state) return NotFound();
        State = state;
        Writes = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded;
        Lines = await LinesAsync(id, cancel);
        (From, To) = (from ?? Math.Max(1, state.Head - 1), to ?? state.Head);
        if (from is null || to is null || await find.RevisionAsync(id, From, cancel) is not { } was || await find.RevisionAsync(id, To, cancel) is not { } now) return Page();
        var (before, after) = (DraftState.Read(was), DraftState.Read(now));
        Differences = [.. CompareDrafts.Run(before, after).Select(one => Say(one, before, after))];
        return Page();
    }

    private (string, string, string) Say(DraftDifference one, Draft before, Draft after)
    {
        var name = words.Name(one.Fate == DraftFate.Removed ? before : after, one.Place);
        if (one.Fate == DraftFate.Changed) return (texts["history.changed", name, words.Field(one.Field)], Value(one.Field, one.Before), Value(one.Field, one.After));
        return (name, "", texts["history.fate." + one.Fate.ToString().ToLowerInvariant()]);
    }

    private string Value(string field, string value) => field == "kind" && value.Length > 0 ? texts["writing.kind." + value] : value;

    private async Task<IReadOnlyList<RevisionLine>> LinesAsync(Guid id, CancellationToken cancel)
    {
        var revisions = await db.Set<DraftRevision>().AsNoTracking().Where(r => r.DraftId == id).OrderByDescending(r => r.Number).Take(Most)
            .Select(r => new { r.Number, r.At, r.UserId, r.Act, r.Place }).ToListAsync(cancel);
        var people = owners.FirstOrDefault(owner => owner.Kind == "account") is { } accounts
            ? await accounts.NameAsync([.. revisions.Select(r => r.UserId).OfType<Guid>().Distinct()], cancel) : new Dictionary<Guid, AuditSubject>();
        return [.. revisions.Select(r => new RevisionLine(r.Number, r.At, r.UserId is { } user && people.TryGetValue(user, out var person) ? person.Name : "", Act(r.Act, DraftPlace.Parse(r.Place))))];
    }

    private string Act(string act, DraftPlace place)
    {
        var done = texts["writing.act." + act];
        return place.Kind == DraftPlaceKind.Heading && act is not "changed" ? done : texts["history.act_on", done, words.Name(State.Draft, place)];
    }
}
