using Diapason.Design;
using Diapason.Learning.Contracts;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Learning.Pages.Learning;

/// <summary>A place, without an account: a name if one likes, an address or a number.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class SignUpModel(ReadSessions read, ReadRules rules, SignUp signUp, PlaceSeals seals, DeviceCodes device, SessionWords words, PublicAddress site, CurrentCouncil council) : PageModel
{
    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    /// <summary>They asked this device to keep their code.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    public SeenSession Seen { get; private set; } = null!;

    public int KeepMonths { get; private set; }

    public int HoldHours { get; private set; }

    public SessionWords Words => words;

    public CouncilContact Contact => council.Settings.Contact;

    public IReadOnlyList<Choice> InLanguages => [.. council.Languages.Select(l => new Choice(l, Languages.OwnNameOf(l)))];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel)) return NotFound();
        Input = new SignUpForm { Key = SecretCode.New(), Language = Languages.Current };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel)) return NotFound();
        var form = Input.Trimmed();
        if (form.Problems(council.Languages, isByStaff: false) is { Count: > 0 } problems) return this.Refuse(Platform.Outcomes.Outcome.Of(problems), nameof(Input));
        var outcome = await signUp.RunAsync(Seen.Session, form, LetterLinks.HeadOf(Request, site), isByStaff: false, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome, nameof(Input));
        if (Keep) device.Keep(PlaceCode.OnDevice, outcome.Value);
        return this.SeeOther(LearningLinks.Place(seals.Of(outcome.Value)).With("done", "signed"));
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancel)
    {
        if (await read.FindAsync(code, cancel) is not { } seen) return false;
        var settled = await rules.RunAsync(cancel);
        (Seen, KeepMonths, HoldHours) = (seen, settled.KeepMonths, settled.HoldHours);
        return true;
    }
}
