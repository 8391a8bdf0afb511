using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Pages;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Front;

/// <summary>What an account holds in this council: the organisations it answers for, and itself.</summary>
internal sealed class AccountsNotebook(DiapasonDb db, RoleChoices choices, Texts<AccountsModule> texts) : INotebook
{
    public async ValueTask<IReadOnlyList<NotebookEntry>> OfAccountAsync(Guid accountId, CancellationToken cancel)
    {
        var organisations = await db.Set<Membership>().AsNoTracking()
            .Where(m => m.UserId == accountId && m.OrganisationId != null)
            .Join(db.Set<Organisation>(), m => m.OrganisationId, o => o.Id, (m, o) => new { m.Role, o.Name })
            .OrderBy(m => m.Name).ToListAsync(cancel);
        return
        [
            .. organisations.Select(m => new NotebookEntry
            {
                Kind = texts["notebook.organisation"],
                Title = m.Name,
                Text = texts["notebook.organisation_text", choices.Name(m.Role)],
                Act = texts["notebook.organisation_act"],
                Link = AccountsLinks.MyOrganisation,
            }),
            new NotebookEntry
            {
                Kind = texts["notebook.account"],
                Title = texts["account.title"],
                Text = texts["notebook.account_text"],
                Act = texts["notebook.account_act"],
                Link = AccountsLinks.Account,
            },
        ];
    }
}
