using Diapason.Consultations.Contracts;
using Diapason.Consultations.Running;
using Diapason.Design;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Who runs a campaign besides administrators: the council's continuing-education officers, by their names.</summary>
internal sealed class RunnersModel(ICampaigns campaigns, CurrentCouncil council, CampaignRunners runners, IEnumerable<IStaffNames> staff, GiveCampaign give) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        Chosen = [.. (await runners.AccountsAsync(id, cancel)).Select(account => account.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        Chosen = [.. Request.Form["Accounts"].OfType<string>()];
        var accounts = Chosen.Select(chosen => Guid.TryParse(chosen, out var account) ? account : Guid.Empty).ToHashSet();
        return this.Answer(await give.RunAsync(id, accounts, cancel), ConsultationsLinks.ManageCampaign(id).With("done", "given"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return false;
        Facts = facts;
        var officers = new List<Choice>();
        foreach (var names in staff) officers.AddRange((await names.HoldingAsync(Roles.Rfc, cancel)).Select(one => new Choice(one.Account.ToString(), one.Name)));
        Officers = officers;
        return true;
    }
}
