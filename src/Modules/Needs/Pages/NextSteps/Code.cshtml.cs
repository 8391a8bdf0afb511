using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Keeps the path and shows its code on the page that follows, until the person says they have it.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class CodeModel(CurrentPath path, SavePath save, OpenPath open, PassingCookie passing) : ReferencePage(path)
{
    private const string Given = PassingCookie.Code;

    public string Code { get; private set; } = "";

    public string Until { get; private set; } = "";

    /// <summary>With the word that says which code it is.</summary>
    public string Written => SecretCodes.Write(PathCode.OfPaths, Code);

    public string ResumeAddress => Url.Whole(PathCode.OfPaths.Page);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!passing.Read(Given).TryGetValue(Given, out var code) || await open.RunAsync(code, HttpContext.RequestAborted) is not { IsDone: true, Value.SavedId: { } id })
            return this.SeeOther(NeedsLinks.MySteps);
        (Code, Until) = (code, (await open.ExpiryAsync(id, HttpContext.RequestAborted))?.LocalDay ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (Path.Read() is not { IsComplete: true } state) return this.SeeOther(NeedsLinks.Start);
        var saved = await save.RunAsync(state, SecretCode.Read(code) ?? SecretCode.New(), HttpContext.RequestAborted);
        Path.Keep(state with { SavedId = saved.Id });
        passing.Keep(Given, new Dictionary<string, string> { [Given] = saved.Code });
        return this.SeeOther(NeedsLinks.Code);
    }

    /// <summary>The person has it: the browser keeps it no longer.</summary>
    public IActionResult OnPostNoted()
    {
        passing.Forget(Given);
        return this.SeeOther(NeedsLinks.MySteps);
    }
}
