using System.ComponentModel.DataAnnotations;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Who holds a role in this council, and the invitation of somebody else.</summary>
[FreshSignIn]
internal sealed class MembersModel(DiapasonDb db, InviteMember invite, InviteAgain again, RoleChoices choices, SignInAddresses addresses, Texts<AccountsModule> texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InvitationForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public bool CanMailLinks => addresses.UseLink(this, null) is not null;

    /// <summary><c>never</c> shows only those who have not come yet.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Seen { get; set; }

    public bool OnlyNeverCame => Seen == "never";

    /// <summary>The membership a link was just mailed for: its address stays out of this page's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? To { get; set; }

    /// <summary>The role just given to somebody who had another here already; null otherwise.</summary>
    public string? OneMore => Done is "sent" or "invited" && Rows.FirstOrDefault(row => row.Id == To) is { } given && Rows.Any(row => row.Email == given.Email && row.Id != To) ? given.Role : null;

    public string? MailedTo => Rows.FirstOrDefault(row => row.Id == To)?.Email;

    /// <summary>The day a link mailed today stops working.</summary>
    public DateOnly LinkEnds => DateOnly.FromDateTime((clock.GetUtcNow() + NewSignInLink.Invited).UtcDateTime.LocalMoment);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (choices.NeedsOrganisation(Input.Role) && string.IsNullOrWhiteSpace(Input.Organisation)) Add("Input.Organisation", "invite.organisation_missing");
        if (Input.Role is not null && !choices.Has(Input.Role)) Add("Input.Role", "invite.role_missing");
        if (ModelState.IsValid && !MailboxAddress.IsComplete(Input.Email!.Trim())) Add("Input.Email", "email.invalid");
        await ReadAsync(cancel);
        if (!ModelState.IsValid) return this.Refused();
        var invitation = new Invitation(Input.Email!, Input.Role!, Input.Organisation, addresses.UseLink(this, null));
        var outcome = await invite.RunAsync(invitation, cancel);
        var done = AccountsLinks.Members.With("done", CanMailLinks ? "sent" : "invited");
        return this.Answer(outcome, outcome.IsDone ? done.With("to", outcome.Value) : done, nameof(Input));
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancel)
    {
        if (addresses.UseLink(this, null) is not { } address || !await again.RunAsync(id, address, cancel)) return NotFound();
        return this.SeeOther(AccountsLinks.Members.With("done", "again").With("to", id));
    }

    private void Add(string field, string key) => ModelState.AddModelError(field, texts[key]);

    private async Task ReadAsync(CancellationToken cancel) => Rows = await (
        from membership in db.Set<Membership>().AsNoTracking()
        join account in db.Set<Account>().Where(a => !OnlyNeverCame || (a.LastSignedInAt == null && !a.IsDemonstration)) on membership.UserId equals account.Id
        join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        orderby account.Name ?? account.Email, membership.Role
        select new Row(membership.Id, account.Name, account.Email, membership.Role, organisation == null ? null : organisation.Name, account.LastSignedInAt == null))
        .ToListAsync(cancel);

    /// <summary>One role of one person.</summary>
    internal sealed record Row(Guid Id, string? Name, string Email, string Role, string? Organisation, bool NeverCame)
    {
        public string Known => Account.Known(Name, Email);
    }
}

/// <summary>What the invitation form holds.</summary>
public sealed record InvitationForm
{
    [Required(ErrorMessage = "email.missing"), EmailAddress(ErrorMessage = "email.invalid"), StringLength(254, ErrorMessage = "email.invalid")]
    public string? Email { get; init; }

    [Required(ErrorMessage = "invite.role_missing")]
    public string? Role { get; init; }

    [StringLength(Data.Organisation.LongestName, ErrorMessage = "organisation.name_too_long")]
    public string? Organisation { get; init; }
}
