using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Joining;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Workshops.Pages.Workshops;

/// <summary>Finds a card again with its code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class CodeModel(SecretCodes codes, FindCodeKind find, CardCode cards, CardSeals seals, WrongCodes wrong, CurrentCouncil council) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public IActionResult OnGet() => council.OrNull is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return NotFound();
        if (codes.Read(Code) is not { } typed) return this.Refuse(Problem.Invalid("card.code_slip", nameof(Code)));
        if (await cards.HoldsAsync(council.Id, typed.Code, cancel)) return this.SeeOther(WorkshopsLinks.Card(seals.Of(typed.Code)));
        wrong.Count(HttpContext);
        Elsewhere = await find.RunAsync(typed, CardCode.OfCards, cancel);
        if (Elsewhere is { } kind) return this.Refuse(Problem.Invalid("card.code_other", nameof(Code), ("is", kind.Is)));
        return this.Refuse(Problem.Invalid("card.code_unknown", nameof(Code)));
    }
}
