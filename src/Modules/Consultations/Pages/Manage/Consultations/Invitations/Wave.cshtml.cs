using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>Before a wave begins: to how many, and each mail as it will be read, in each language.</summary>
internal sealed class WaveModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, InvitationWords words, BeginWave begin, TryMessage letters, PublicAddress site, TimeProvider clock) : InvitationsPage(campaigns, council)
{
    public MailKind Kind { get; private set; }

    public int People { get; private set; }

    /// <summary>Some of them were written to today.</summary>
    public bool IsSameDay { get; private set; }

    /// <summary>By language, how many get it and what they read.</summary>
    public IReadOnlyList<(string Language, int People, Letter Letter)> Previews { get; private set; } = [];

    private string? Head => InvitationAddresses.HeadOf(Request, site);

    public async Task<IActionResult> OnGetAsync(Guid id, string kind) => await ShowAsync(id, kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string kind)
    {
        if (!await ShowAsync(id, kind)) return NotFound();
        return this.Answer(await begin.RunAsync(Facts, Kind, Head, HttpContext.RequestAborted), ConsultationsLinks.Invitations(id).With("done", "begun"));
    }

    private async Task<bool> ShowAsync(Guid id, string kind)
    {
        if (!Enum.TryParse<MailKind>(kind, ignoreCase: true, out var mail) || !Enum.IsDefined(mail) || !await FindAsync(id)) return false;
        Kind = mail;
        var cancel = HttpContext.RequestAborted;
        var byLanguage = await InvitationLists.For(db.Set<Invitation>(), id, mail).GroupBy(i => i.Language).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var today = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        IsSameDay = mail == MailKind.Reminder && await InvitationLists.For(db.Set<Invitation>(), id, mail).AnyAsync(i => i.SentOn == today, cancel);
        People = byLanguage.Values.Sum();
        var said = await words.OfAsync(id, mail, cancel);
        Previews = [.. Council.Languages.Select(language => (language, byLanguage.GetValueOrDefault(language), Preview(said, language)))];
        return true;
    }

    private Letter Preview(MailWords said, string language) => letters.Sample(said, Facts, language, ("", Head ?? "https://…/{language}"));
}
