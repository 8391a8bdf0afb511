using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>The ways in: one's own answers, quick questions, or a code.</summary>
internal sealed class IndexModel(CurrentPath path, AnswersGiven answers, Texts<NeedsModule> texts) : ReferencePage(path)
{
    /// <summary>A path is under way in this browser.</summary>
    public bool HasPath { get; private set; }

    /// <summary>The visitor has answered the consultation on this device.</summary>
    public bool HasAnswers { get; private set; }

    /// <summary>The visitor has just had everything erased.</summary>
    [BindProperty(SupportsGet = true, Name = "erased")]
    public bool IsErased { get; set; }

    public async Task OnGetAsync()
    {
        HasPath = Path.Read() is { IsComplete: true };
        HasAnswers = await AnswersAsync() is not null;
    }

    public async Task<IActionResult> OnPostFromAnswersAsync()
    {
        if (await AnswersAsync() is not { } profile) return this.SeeOther(NeedsLinks.Start);
        if (!profile.SaysWhereItStands)
        {
            await OnGetAsync();
            ModelState.AddModelError("", texts["start.answers.not_enough"]);
            return this.Refused();
        }

        Path.Keep(new PathState { Profile = profile, IsComplete = true });
        return this.SeeOther(NeedsLinks.MySteps);
    }

    private Task<Profile?> AnswersAsync() => answers.FindAsync(Reference, HttpContext.RequestAborted);
}
