using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>The wall of a room: how to join, the question, and the results once the facilitator reveals them.</summary>
internal sealed class ScreenModel(ReadWorkshops read, ReadTally tally, Texts<WorkshopsModule> texts, CurrentCouncil council) : PageModel
{
    /// <summary>So many cards are legible on a wall.</summary>
    private const int MostCards = 12;

    /// <summary>An activity to look at again; the open one by default.</summary>
    [BindProperty(SupportsGet = true, Name = "activity")]
    public string? Asked { get; set; }

    public SeenWorkshop Seen { get; private set; } = null!;

    public ActivityContent? Activity { get; private set; }

    public ActivityKind Kind => ActivityKinds.Of(Activity!);

    public Tally? Tally { get; private set; }

    public IReadOnlyList<string> Words { get; private set; } = [];

    public bool IsRevealed => Activity is not null && Seen.Workshop.IsRevealed(Activity.Code);

    /// <summary>How far the room is, by halves: a number of answers beside results would give back a count that is held back.</summary>
    public string Answering => Tally!.People switch
    {
        var people when people >= Saying.Tally.Least && people * 10 >= Seen.People * 9 => "most",
        var people when people >= Saying.Tally.Least && people * 2 >= Seen.People => "half",
        _ => "some",
    };

    public int Place => Seen.Content.Activities.ToList().IndexOf(Activity!) + 1;

    public string Choice(int value) => Activity!.Choice(value, texts[$"choice.{Kind.Code}.{value}"]);

    /// <summary>A number as the wall says it.</summary>
    public string Said(int count) => Saying.Tally.IsSmall(count) ? texts["screen.small", Saying.Tally.Small] : count.ToString(System.Globalization.CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await read.FindAsync(code, cancel) is not { } seen) return NotFound();
        Seen = seen;
        Activity = seen.Content.Activity(Asked) ?? seen.Open ?? seen.Content.Activities.LastOrDefault(a => seen.Workshop.IsRevealed(a.Code));
        if (Activity is null) return Page();
        Tally = await tally.RunAsync(seen, Activity, cancel);
        if (IsRevealed && Kind.Form == "Words") Words = await tally.WordsAsync(seen, Activity, MostCards, cancel);
        return Page();
    }
}
