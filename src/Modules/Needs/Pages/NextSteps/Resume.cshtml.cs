using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Brings a kept path back with its code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class ResumeModel(CurrentPath path, OpenPath open, WrongCodes wrong, PassingCookie passing) : ReferencePage(path)
{
    private const string Typed = PassingCookie.Resume;

    /// <summary>What is longer is no code, and would not hold in a cookie.</summary>
    private const int LongestTyped = 200;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!WasRefused || !passing.Read(Typed).TryGetValue(nameof(Code), out var typed)) return Page();
        Code = typed;
        var outcome = await open.RunAsync(typed, HttpContext.RequestAborted);
        if (outcome.IsDone) return Page();
        Elsewhere = outcome.Refusal!.Facts.Where(fact => fact.Name == OpenPath.Kind).Select(fact => fact.Value).OfType<CodeKind>().FirstOrDefault();
        foreach (var problem in outcome.Problems) ModelState.AddModelError(problem.Field ?? "", this.Say(problem));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await open.RunAsync(Code, HttpContext.RequestAborted);
        if (outcome.IsDone)
        {
            passing.Forget(Typed);
            Path.Keep(outcome.Value);
            return this.SeeOther(NeedsLinks.MySteps);
        }

        if (outcome.Refusal!.Code is "resume.unknown" or "resume.elsewhere") wrong.Count(HttpContext);
        passing.Keep(Typed, new Dictionary<string, string> { [nameof(Code)] = Code is { Length: > 0 and <= LongestTyped } ? Code : "" });
        return this.SeeOther(NeedsLinks.Resume.With("refused", "true"));
    }
}
