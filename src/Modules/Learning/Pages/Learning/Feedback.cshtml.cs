using Diapason.Design;
using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Days;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Learning;

/// <summary>Three questions, a minute, without a name.</summary>
internal sealed class FeedbackModel(PlaceSeals seals, ReadSessions read, SayWhatOneThought say, Texts<LearningModule> texts) : PageModel
{
    [BindProperty]
    public FeedbackForm Input { get; set; } = new();

    public string Seal { get; private set; } = "";

    public SeenSession Seen { get; private set; } = null!;

    public Registration Place { get; private set; } = null!;

    public IReadOnlyList<Choice> Scale => [.. new[] { "4", "3", "2", "1" }.Select(n => new Choice(n, texts["feedback.served." + n]))];

    public IReadOnlyList<Choice> Paces => [.. Enum.GetNames<SessionPace>().Select(pace => new Choice(pace, texts["feedback.pace." + pace.ToLowerInvariant()]))];

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel) => await FindAsync(seal, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string seal, CancellationToken cancel) =>
        await FindAsync(seal, cancel) ? this.Answer(await say.RunAsync(Place, Input, cancel), LearningLinks.Place(seal).With("done", "said"), nameof(Input)) : NotFound();

    private async Task<bool> FindAsync(string seal, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await seals.OpenAsync(seal, cancel) is not { Place.Attendance: not 0 } opened || await read.FindAsync(opened.Place.SessionId, cancel) is not { Standing: SessionStanding.Over } seen) return false;
        (Seal, Place, Seen) = (seal, opened.Place, seen);
        return true;
    }
}
