using System.Globalization;
using Diapason.Consultations.Apart;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Apart;

/// <summary>Answers that wait for a person's judgement, and those set aside, group by group: no answer is shown.</summary>
internal sealed class IndexModel(ICampaigns campaigns, CurrentCouncil council, ReadApart read, Texts<ConsultationsModule> texts) : ApartPage(campaigns, council, read, texts)
{
    public IReadOnlyList<ApartGroup> Groups { get; private set; } = [];

    public IEnumerable<ApartGroup> Waiting => Groups.Where(group => !group.Reason.IsSetAside);

    public IEnumerable<ApartGroup> SetAside => Groups.Where(group => group.Reason.IsSetAside);

    /// <summary>What was just done, told once after the redirect.</summary>
    public string? Done => Request.Query["done"].ToString() is "accepted" or "aside" ? Texts["apart.done." + Request.Query["done"]] : null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Groups = await Read.OfAsync(Facts, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Under five, no number.</summary>
    public string Number(ApartGroup group) => group.CanBeJudged ? Texts["apart.answers", group.Answers.ToString("N0", CultureInfo.CurrentCulture)] : Texts["apart.answers_few", ApartGroup.Fewest];
}
