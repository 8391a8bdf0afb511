using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>What was destroyed of a campaign, addresses or answers: who asked, the day, how many, and how it was checked. Kept, and printed as any page.</summary>
internal sealed class CertificateModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, IEnumerable<IAuditSubjects> subjects, Texts<ConsultationsModule> texts) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary><c>addresses</c> or <c>answers</c>.</summary>
    public string What { get; private set; } = "";

    public IReadOnlyList<(string Label, string Value)> Lines { get; private set; } = [];

    public Council Council => council.Value;

    /// <summary>By which a printed certificate is told from another.</summary>
    public string Mark => $"{Facts.Slug}-{AuditSubject.Mark(Facts.Id.Value)}";

    public async Task<IActionResult> OnGetAsync(Guid id, string what, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return NotFound();
        (Facts, What) = (facts, what);
        if (await LinesAsync(cancel) is not { } lines) return NotFound();
        Lines = lines;
        return Page();
    }

    private async Task<IReadOnlyList<(string, string)>?> LinesAsync(CancellationToken cancel)
    {
        var id = Facts.Id.Value;
        if (What == "addresses" && await db.Set<InvitationList>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id, cancel) is { DestroyedOn: { } day } list)
        {
            return [
                (texts["certificate.day"], LocalDates.InWords(day)), (texts["certificate.who"], await NameAsync(list.DestroyedBy, cancel)),
                (texts["certificate.addresses"], Number(list.Destroyed)), (texts["certificate.links"], Number(list.DestroyedLinks)),
                (texts["certificate.checked"], list.LeftOver is { } left ? texts["certificate.checked_addresses", left] : texts["certificate.not_checked"])];
        }

        if (What != "answers" || await db.Set<KeptAnswers>().AsNoTracking().SingleOrDefaultAsync(k => k.CampaignId == id, cancel) is not { DestroyedAt: { } at } kept) return null;
        // Counted now: what it says is true of the moment it is read.
        var still = await db.Set<Response>().CountAsync(r => r.CampaignId == id, cancel);
        return [
            (texts["certificate.day"], LocalDates.InWords(CampaignDays.DayOf(at))), (texts["certificate.who"], await NameAsync(null, cancel)),
            (texts["certificate.answers"], Number(kept.Answers)), (texts["certificate.drafts"], Number(kept.Drafts)), (texts["certificate.months"], Number(kept.Months)),
            (texts["certificate.checked"], texts["certificate.checked_answers", still])];
    }

    private async Task<string> NameAsync(Guid? account, CancellationToken cancel)
    {
        if (account is not { } id) return texts["certificate.its_day"];
        return subjects.FirstOrDefault(s => s.Kind == "account") is { } names && (await names.NameAsync([id], cancel)).GetValueOrDefault(id) is { } who ? who.Name : AuditSubject.Mark(id);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
