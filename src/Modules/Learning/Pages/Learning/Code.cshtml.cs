using Diapason.Learning.Contracts;
using Diapason.Learning.Places;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Learning.Pages.Learning;

/// <summary>Finds a place again with its code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class CodeModel(SecretCodes codes, FindCodeKind find, PlaceCode places, PlaceSeals seals, CurrentCouncil council) : PageModel
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
        if (codes.Read(Code) is not { } typed) return this.Refuse(Problem.Invalid("place.code_slip", nameof(Code)));
        if (await places.HoldsAsync(council.Id, typed.Code, cancel)) return this.SeeOther(await LinkAsync(seals.Of(typed.Code), cancel));
        Elsewhere = await find.RunAsync(typed, PlaceCode.OfPlaces, cancel);
        if (Elsewhere is not null) return this.Refuse(Problem.Invalid("place.code_other", nameof(Code), ("is", Elsewhere.Is)));
        return this.Refuse(Problem.Invalid("place.code_unknown", nameof(Code)));
    }

    private async Task<PageLink> LinkAsync(string seal, CancellationToken cancel) => await seals.OpenAsync(seal, cancel) is null ? LearningLinks.Waiting(seal) : LearningLinks.Place(seal);
}
