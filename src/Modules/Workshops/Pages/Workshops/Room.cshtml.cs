using System.Globalization;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Joining;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>What somebody does in a room: one activity at a time, the one that the facilitator opened. A plain form is always enough.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class RoomModel(CardSeals seals, ReadWorkshops read, SaySomething say, DiapasonDb db, CurrentCouncil council, Texts<WorkshopsModule> texts) : PageModel
{
    private const string Prefix = "item.";

    /// <summary>The line just answered.</summary>
    [BindProperty(SupportsGet = true, Name = "said")]
    public string? JustSaid { get; set; }

    /// <summary>A line to be answered again.</summary>
    [BindProperty(SupportsGet = true, Name = "line")]
    public int? Again { get; set; }

    public string Seal { get; private set; } = "";

    public Participant Participant { get; private set; } = null!;

    public SeenWorkshop Seen { get; private set; } = null!;

    /// <summary>The activity on the page: the one that is open, or the one somebody was still writing for.</summary>
    public ActivityContent? Activity => Seen.Open;

    public ActivityKind Kind => ActivityKinds.Of(Activity!);

    /// <summary>What they said to it, line by line.</summary>
    public IReadOnlyDictionary<string, Contribution> Mine { get; private set; } = new Dictionary<string, Contribution>();

    /// <summary>The key of the next card; the same as long as it is not kept.</summary>
    public string CardKey { get; private set; } = "";

    /// <summary>What was typed and could not be taken.</summary>
    public string Typed(string item) => Request.HasFormContentType ? Request.Form[Prefix + item].ToString() : "";

    /// <summary>The first line they have not answered, or the one they come back to; nought when all is answered.</summary>
    public int Line
    {
        get
        {
            var lines = Activity!.Items.Count;
            if (Again is { } line && line >= 1 && line <= lines) return line;
            return Enumerable.Range(1, lines).FirstOrDefault(n => !Mine.ContainsKey(Item(n)));
        }
    }

    /// <summary>They have nothing to do but wait: without script the page may ask again by itself.</summary>
    public bool IsWaiting => Activity is null || (Kind.Form == "OneByOne" && Line == 0) || (Kind.Form == "Words" && !Participant.KeepsWords);

    /// <summary>Words that came too late: they are still on the page of whoever wrote them.</summary>
    public IReadOnlyList<string> Late { get; private set; } = [];

    public static string Item(int line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a choice is called, on the phone and on the wall alike.</summary>
    public string Choice(int value) => Activity!.Choice(value, texts[$"choice.{Kind.Code}.{value}"]);

    public int Laid(int value) => Mine.Values.Count(one => one.Value == value);

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        CardKey = SecretCode.New().ToLowerInvariant();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        var typed = Request.Form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal)).Take(ActivityContent.MostItems)
            .Select(field => KeyValuePair.Create(field.Key[Prefix.Length..], field.Value.ToString())).ToList();
        CardKey = typed.Count == 1 ? typed[0].Key : SecretCode.New().ToLowerInvariant();
        var outcome = await say.RunAsync(Participant, Seen, Request.Form["activity"].ToString(), typed, cancel);
        if (outcome.Refusal?.Kind == ProblemKind.Lost) Late = [.. typed.Select(one => one.Value).Where(words => words.Any(char.IsLetter))];
        if (!outcome.IsDone) return this.Refuse(outcome);
        return this.SeeOther(WorkshopsLinks.Room(seal).With("said", typed.Count == 1 ? typed[0].Key : "all"));
    }

    private async Task<bool> FindAsync(string seal, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await seals.OpenAsync(seal, cancel) is not { } opened || await read.FindAsync(opened.Participant.WorkshopId, cancel) is not { } seen) return false;
        (Seal, Participant, Seen) = (seal, opened.Participant, seen);
        if (seen.Open is { } open)
            Mine = await db.Set<Contribution>().AsNoTracking().Where(c => c.ParticipantId == Participant.Id && c.Activity == open.Code).ToDictionaryAsync(c => c.Item, cancel);
        return true;
    }
}
