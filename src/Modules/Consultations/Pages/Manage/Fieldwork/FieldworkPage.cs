using System.Security.Claims;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Paper;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>A page about answers taken on paper or by phone: its campaign, its batch, and the questionnaire as it is on paper.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class FieldworkPage(CampaignDirectory campaigns, DiapasonDb db) : PageModel
{
    private PaperForm? _form;

    public LiveCampaign Campaign { get; private set; } = null!;

    public CampaignFacts Facts => Campaign.Facts;

    public PaperBatch Batch { get; private set; } = null!;

    /// <summary>In the language of the screen, where the questionnaire has it.</summary>
    public PaperForm Form => _form ??= new PaperForm(Facts.Questionnaire, Campaign.In(Languages.Current));

    protected DiapasonDb Db => db;

    protected Guid Me => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    protected async Task<bool> FindAsync(Guid councilId, Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindLiveAsync(new CampaignId(id), cancel) is not { } campaign || campaign.Facts.CouncilId != councilId) return false;
        Campaign = campaign;
        return true;
    }

    protected async Task<bool> FindAsync(Guid councilId, (Guid Campaign, Guid Batch) of, CancellationToken cancel)
    {
        if (!await FindAsync(councilId, of.Campaign, cancel)) return false;
        if (await db.Set<PaperBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == of.Batch && b.CampaignId == of.Campaign, cancel) is not { } batch) return false;
        Batch = batch;
        return true;
    }
}
