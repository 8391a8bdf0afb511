using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Papers;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Pages.Manage.Papers;

/// <summary>Sheets of paper, typed by the keyboard alone: one field an activity, from the number of the sheet to the next one.</summary>
internal sealed class TypingModel(ReadWorkshops read, TypeSheet type, DiapasonDb db, Texts<WorkshopsModule> texts) : PageModel
{
    /// <summary>The sheet just typed.</summary>
    [BindProperty(SupportsGet = true, Name = "typed")]
    public int? JustTyped { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public int? Table { get; set; }

    [BindProperty]
    public bool KeepsWords { get; set; }

    [BindProperty]
    public bool IsCorrection { get; set; }

    public SeenWorkshop Seen { get; private set; } = null!;

    public int Typed { get; private set; }

    /// <summary>It was typed already: from then on the page offers to correct it.</summary>
    public bool IsTwice { get; private set; }

    public string Line(string activity) => Request.HasFormContentType ? Request.Form[SheetForm.Field(activity)].ToString() : "";

    public static string Field(ActivityContent activity) => SheetForm.Field(activity.Code);

    public string Hint(ActivityContent activity)
    {
        var kind = ActivityKinds.Of(activity);
        return kind.Form switch
        {
            "OneByOne" => texts["type.hint_choices", activity.Items.Count, kind.Choices],
            "Numbers" => texts["type.hint_numbers", activity.Items.Count],
            _ => texts["type.hint_words"],
        };
    }

    public static bool IsWords(ActivityContent activity) => ActivityKinds.Of(activity).Form == "Words";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        var form = new SheetForm { Number = Number, Table = Table, KeepsWords = KeepsWords, IsCorrection = IsCorrection, Lines = Seen.Content.Activities.ToDictionary(a => a.Code, a => Line(a.Code)) };
        var outcome = await type.RunAsync(Seen, form, cancel);
        IsTwice = outcome.Refusal?.Kind == Platform.Outcomes.ProblemKind.Lost;
        return this.Answer(outcome, WorkshopsLinks.Typing(id).With("typed", Number));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        (Seen, Typed) = (seen, await db.Set<Participant>().CountAsync(p => p.WorkshopId == id && p.IsTyped, cancel));
        return true;
    }
}
