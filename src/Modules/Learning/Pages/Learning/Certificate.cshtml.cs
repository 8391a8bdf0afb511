using Diapason.Learning.Data;
using Diapason.Learning.Days;
using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Learning;

/// <summary>A certificate of attendance, to print and to check: title, days, hours, the name as it was given, and nothing else.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class CertificateModel(DiapasonDb db, SessionWords words, CurrentCouncil council) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Typed { get; set; }

    public Certificate? Found { get; private set; }

    public SessionContent? Said { get; private set; }

    public bool IsSynthetic { get; private set; }

    public bool IsAsked => !string.IsNullOrWhiteSpace(Typed);

    public string Council => council.Value.Name.Here;

    public SessionWords Words => words;

    public DateOnly Until => Found!.GivenOn.AddYears(EraseCertificates.Years);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return NotFound();
        if (SecretCode.Read(Typed) is not { } code || await db.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel) is not { } found) return Page();
        var session = await db.Set<Session>().AsNoTracking().SingleAsync(s => s.Id == found.SessionId, cancel);
        (Found, Said, IsSynthetic) = (found, session.Read(), session.IsSynthetic);
        return Page();
    }
}
