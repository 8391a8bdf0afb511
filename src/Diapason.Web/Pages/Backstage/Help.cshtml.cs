using Diapason.Platform.Backstage;
using Diapason.Platform.Councils;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Backstage;

/// <summary>The help of the Coulisses: each page open to the person, and what it is for, in tasks. The modules say it themselves.</summary>
public sealed class HelpModel(Desk desk, CurrentCouncil council, ModuleCatalog modules) : PageModel
{
    public IReadOnlyList<IGrouping<Work, (StaffPage Page, string Text, string Use)>> Pages { get; private set; } = [];

    public string Roles => string.Join(", ", (StaffMember.Of(User, council.Id)?.Roles ?? []).Select(role => modules.Words("role." + role) ?? role));

    public async Task OnGetAsync() => Pages = [.. (await desk.PagesAsync(User)).GroupBy(page => page.Page.Work)];
}
