using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>The ways in: one's own answers, quick questions, or a code.</summary>
internal sealed class IndexModel(CurrentPath path, AnswersGiven answers, OpenPath open) : ReferencePage(path)
{
    /// <summary>A path is under way in this browser.</summary>
    public bool HasPath { get; private set; }

    /// <summary>The day the kept copy of that path erases itself; null when it is in this browser only.</summary>
    public DateTime? KeptUntil { get; private set; }

    /// <summary>The visitor has answered the consultation on this device.</summary>
    public bool HasAnswers { get; private set; }

    /// <summary>These answers say where the visitor stands: there are steps without another question.</summary>
    public bool AreAnswersEnough { get; private set; }

    /// <summary>What the visitor has just had erased: <c>all</c>, or <c>these</c> when steps kept before stay under their code.</summary>
    [BindProperty(SupportsGet = true, Name = "erased")]
    public string? Erased { get; set; }

    public async Task OnGetAsync()
    {
        var (state, profile) = (Path.Read(), await AnswersAsync());
        HasPath = state is { IsComplete: true };
        if (state is { IsComplete: true, SavedId: { } id }) KeptUntil = await open.ExpiryAsync(id, HttpContext.RequestAborted);
        (HasAnswers, AreAnswersEnough) = (profile is not null, profile is { SaysWhereItStands: true });
    }

    public async Task<IActionResult> OnPostFromAnswersAsync()
    {
        // Without them the page says what to do instead.
        if (await AnswersAsync() is not { SaysWhereItStands: true } profile) return this.SeeOther(NeedsLinks.Start);
        // Said once: they are kept to whatever the way in.
        profile = profile with { Limits = Path.Read()?.Profile.Limits };
        Path.Keep(new PathState { Profile = profile, IsComplete = true, FromAnswers = true });
        return this.SeeOther(NeedsLinks.MySteps);
    }

    private Task<Profile?> AnswersAsync() => answers.FindAsync(Reference, HttpContext.RequestAborted);
}
