using Diapason.Learning.Contracts;
using Diapason.Learning.Settling;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Sessions;

/// <summary>Three numbers that the council settles for its sessions.</summary>
internal sealed class RulesModel(ReadRules read, SettleRules settle) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public RulesForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = await read.RunAsync(cancel);
        Input = new RulesForm { HoldHours = rules.HoldHours, KeepMonths = rules.KeepMonths, ListSize = rules.ListSize };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ModelState.IsValid ? this.Answer(await settle.RunAsync(Input, cancel), LearningLinks.Rules.With("done", "settled"), nameof(Input)) : this.Refused();
}
