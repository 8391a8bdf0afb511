using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Paper;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>Typing again a sheet that was drawn, without seeing what was typed the first time.</summary>
internal sealed class AgainModel(CampaignDirectory campaigns, DiapasonDb db, CurrentCouncil council, ReadSheet read, PaperRouting routing, TypeAgain type, Texts<ConsultationsModule> texts) : SheetPage(campaigns, db, read, routing)
{
    public int Number { get; private set; }

    public override string Leads => Url.To(ConsultationsLinks.Batch(Facts.Id.Value, Batch.Id));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, int number, CancellationToken cancel) => await IsToTypeAsync(id, batch, number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid batch, int number, CancellationToken cancel)
    {
        if (!await IsToTypeAsync(id, batch, number, cancel)) return NotFound();
        if (ReadForm(texts) is not { } reading) return this.Refused();
        return this.Answer(await type.RunAsync(Facts, (batch, number), (reading.Answers, Me), cancel), ConsultationsLinks.Batch(id, batch).With("done", "again"));
    }

    private async Task<bool> IsToTypeAsync(Guid id, Guid batch, int number, CancellationToken cancel)
    {
        Number = number;
        return await FindAsync(council.Id, (id, batch), cancel) && await Db.Set<PaperSheet>().AnyAsync(s => s.BatchId == batch && s.Number == number && s.IsDrawn, cancel);
    }
}
