using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Design;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>One role of one person in this council: change it, or withdraw it.</summary>
[FreshSignIn]
internal sealed class MemberModel(DiapasonDb db, ChangeRole change, RemoveMember remove, ResetSecondFactor reset, CouncilAdministrators administrators, CurrentCouncil council, RoleChoices choices, Texts<AccountsModule> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    /// <summary>Yes, I give up administering this council.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public bool SureToRemove { get; set; }

    /// <summary>This is how the person on the page administers this council: what they do here may close it to them.</summary>
    public bool IsMyWayIn { get; private set; }

    public bool IsMine { get; private set; }

    public string Name { get; private set; } = "";

    public bool HasSecondStep { get; private set; }

    public string? Organisation { get; private set; }

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } role) return NotFound();
        Role = role;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is null) return NotFound();
        if (Items.Any(item => item.Value == Role))
        {
            var leaves = IsMyWayIn && Role != Roles.Administrator;
            return leaves && !Sure ? Unsure(nameof(Sure)) : this.Answer(await change.RunAsync(Id, Role!, cancel), leaves ? Left : AccountsLinks.Members.With("done", "changed"));
        }

        ModelState.AddModelError(nameof(Role), texts["invite.role_missing"]);
        return this.Refused();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is null) return NotFound();
        if (IsMyWayIn && !SureToRemove) return Unsure(nameof(SureToRemove));
        return this.Answer(await remove.RunAsync(Id, cancel), IsMyWayIn ? Left : AccountsLinks.Members.With("done", "removed"));
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is null) return NotFound();
        return this.Answer(await reset.OfMemberAsync(Id, cancel), AccountsLinks.Members.With("done", "reset"));
    }

    /// <summary>The members' page would be refused to who just left it.</summary>
    private static PageLink Left => AccountsLinks.Account.With("done", "left");

    private IActionResult Unsure(string field)
    {
        ModelState.AddModelError(field, texts["change.unsure"]);
        return this.Refused();
    }

    /// <summary>The role held; null when the membership is not one of this council.</summary>
    private async Task<string?> ReadAsync(CancellationToken cancel)
    {
        var held = await (
            from membership in db.Set<Membership>().AsNoTracking()
            where membership.Id == Id
            join account in db.Set<Account>() on membership.UserId equals account.Id
            join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new { membership.UserId, account.Name, account.Email, membership.Role, Organisation = organisation == null ? null : organisation.Name })
            .SingleOrDefaultAsync(cancel);
        if (held is null) return null;
        (Name, Organisation, Items) = (Account.Known(held.Name, held.Email), held.Organisation, choices.Without(held.Organisation is not null));
        HasSecondStep = await db.Set<SecondFactor>().AnyAsync(f => f.UserId == held.UserId, cancel);
        var me = User.AccountId();
        IsMine = held.UserId == me;
        // The only administrator is refused anyway, and told why. Who administers for an organisation too keeps a way in.
        IsMyWayIn = IsMine && held.Role == Roles.Administrator && !await administrators.IsOnlyAsync(me, council.Id, cancel)
            && !await db.Set<Membership>().AnyAsync(m => m.UserId == me && m.Role == Roles.Administrator && m.Id != Id, cancel);
        return held.Role;
    }
}
