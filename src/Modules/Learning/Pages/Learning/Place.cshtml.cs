using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Days;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Learning;

/// <summary>Somebody’s place, by its link: reading it changes nothing, its buttons do.</summary>
internal sealed class PlaceModel(PlaceSeals seals, AnswerForPlace answer, GiveCertificate give, ReadSessions read, ReadRules rules, DeviceCodes device, SessionWords words, DiapasonDb db, Mailer mailer, CurrentCouncil council, TimeProvider clock) : PageModel
{
    private bool _isByCode;
    private bool _mails;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>As they want it on their certificate.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public bool HasBegun => Seen.Session.StartsAt <= clock.GetUtcNow().UtcDateTime;

    public bool IsPast => Seen.Standing == SessionStanding.Over;

    public bool WasThere => Place.Attendance != 0 && Seen.Standing == SessionStanding.Over;

    public string Seal { get; private set; } = "";

    public Registration Place { get; private set; } = null!;

    public SeenSession Seen { get; private set; } = null!;

    /// <summary>With its word, where the link or this device holds it.</summary>
    public string? Code { get; private set; }

    public int Rank { get; private set; }

    public int KeepMonths { get; private set; }

    public SessionWords Words => words;

    public CouncilContact Contact => council.Settings.Contact;

    /// <summary>Held for them until then, and not later.</summary>
    public bool IsHeld => Place.State == PlaceState.Offered && Place.OfferedUntil > clock.GetUtcNow().UtcDateTime;

    /// <summary>By the link of the mail: whoever holds only the code has not shown that the address is theirs. Where no mail leaves, the code is enough.</summary>
    public bool CanConfirm => IsHeld && (!_isByCode || (Place.Email.Length > 0 && !_mails));

    /// <summary>By the link of a mail, once nothing is left to confirm by it.</summary>
    public bool CanHaveCode => Code is null && NewCodeModel.IsFor(Place);

    public bool HasDays => Place.State is (PlaceState.Offered or PlaceState.Confirmed) && Seen.Standing is not (SessionStanding.Over or SessionStanding.Cancelled);

    public bool CanLeave => Seen.IsToLeave(Place);

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel) => await FindAsync(seal, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        if (IsHeld && !CanConfirm) return this.Refuse(Platform.Outcomes.Problem.Lost("place.by_mail"));
        return this.Answer(await answer.ConfirmAsync(Place, isByStaff: false, cancel), LearningLinks.Place(seal).With("done", "confirmed"));
    }

    public async Task<IActionResult> OnPostCertificateAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        var outcome = await give.RunAsync(Place.Id, Name, cancel);
        return outcome.IsDone ? this.SeeOther(LearningLinks.Certificate.With("code", outcome.Value.ToLowerInvariant())) : this.Refuse(outcome);
    }

    /// <summary>All that is kept of them, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        var kept = new { session = Seen.Content.Title.Here, state = Place.State.ToString(), Place.Name, Place.Email, Place.Phone, Place.Language, Place.Needs, meetings = Place.Attendance, Place.Certificate, rank = Place.Ordinal, signedUpByTelephone = Place.IsByStaff, heldUntil = Place.OfferedUntil };
        return File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(kept, System.Text.Json.JsonSerializerOptions.Web), "application/json", "session.json");
    }

    /// <summary>The meetings, for one's own calendar.</summary>
    public async Task<IActionResult> OnGetCalendarAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel) || !HasDays) return NotFound();
        return File(WriteMeetings.Of(Seen, words.Where(Seen.Content), Url.Whole(LearningLinks.Session(Seen.Session.Code)), Place.State == PlaceState.Confirmed ? Seen.Content.Join : ""), CalendarText.MediaType, "session.ics");
    }

    private async Task<bool> FindAsync(string seal, CancellationToken cancel)
    {
        // What stands here is one person’s.
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await seals.OpenAsync(seal, cancel) is not { } opened || await read.FindAsync(opened.Place.SessionId, cancel) is not { } seen) return false;
        (Seal, Place, Seen, KeepMonths) = (seal, opened.Place, seen, (await rules.RunAsync(cancel)).KeepMonths);
        (_isByCode, _mails) = (opened.Code is not null, mailer.CanSend && Place.Head.Length > 0);
        var code = opened.Code ?? device.Read(PlaceCode.OnDevice).FirstOrDefault(held => SecretCode.Matches(held, Place.CodeHash));
        Code = code is null ? null : SecretCodes.Write(PlaceCode.OfPlaces, code);
        if (Place.State == PlaceState.Waiting) Rank = await db.Set<Registration>().CountAsync(r => r.SessionId == Place.SessionId && r.State == PlaceState.Waiting && r.Ordinal <= Place.Ordinal, cancel);
        return true;
    }
}
