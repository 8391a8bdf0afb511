using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Paper;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>One batch: typed, closed, typed again in part, settled, released.</summary>
internal sealed class BatchModel(
    CampaignDirectory campaigns, DiapasonDb db, CurrentCouncil council, CloseBatch close, ReleaseBatch release, EraseSheet erase, SecretCodes codes, Texts<ConsultationsModule> texts) : FieldworkPage(campaigns, db)
{
    private List<PaperSheet> _sheets = [];

    public IReadOnlyList<PaperSheet> Drawn => [.. _sheets.Where(sheet => sheet.IsDrawn)];

    public bool IsReady => Drawn.All(sheet => sheet.IsSettled);

    /// <summary>Sheets typed and taken out since.</summary>
    public int Erased => Batch.ReleasedOn is null ? Batch.Entered - _sheets.Count : 0;

    public BatchAgreement? Agreement => BatchAgreement.Of([.. Drawn.Where(sheet => sheet.Second is not null).Select(sheet => (sheet.Compared, sheet.Agreed))]);

    public string Share => Request.HasFormContentType ? Request.Form["share"].ToString() : "10";

    public string? Done => Request.Query["done"].ToString() is "closed" or "released" or "erased" or "again" or "settled" ? texts["batch.done." + Request.Query["done"]] : null;

    public bool MayType(PaperSheet sheet) => sheet.EnteredBy != Me;

    public string Said(PaperSheet sheet) => sheet switch
    {
        { Second: null } => texts[MayType(sheet) ? "sheet.to_type" : "sheet.to_type_by_other"],
        { IsSettled: false } => sheet.Compared - sheet.Agreed == 1 ? texts["sheet.one_difference"] : texts["sheet.differences", sheet.Compared - sheet.Agreed],
        _ => texts["sheet.settled"],
    };

    public static string Percent(double share) => share.ToString("P1", CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, CancellationToken cancel) => await ShowAsync(id, batch, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(Guid id, Guid batch, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, cancel)) return NotFound();
        if (!int.TryParse(Share, NumberStyles.None, CultureInfo.InvariantCulture, out var share)) return this.Refuse(Outcome.Of([Problem.Invalid("batch.share_wrong", "share")]));
        return this.Answer(await close.RunAsync(batch, share, cancel), ConsultationsLinks.Batch(id, batch).With("done", "closed"));
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, Guid batch, CancellationToken cancel) =>
        await ShowAsync(id, batch, cancel) ? this.Answer(await release.RunAsync(Facts, batch, cancel), ConsultationsLinks.Batch(id, batch).With("done", "released")) : NotFound();

    public async Task<IActionResult> OnPostEraseAsync(Guid id, Guid batch, string? code, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, cancel)) return NotFound();
        var erased = int.TryParse(code?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000 ? await erase.ByNumberAsync(batch, number, cancel)
            : codes.Read(code) is { } read ? await erase.ByCodeAsync(batch, read.Code, cancel)
            : Outcome.Of([Problem.Invalid("sheet.unknown", "code")]);
        return this.Answer(erased, ConsultationsLinks.Batch(id, batch).With("done", "erased"));
    }

    private async Task<bool> ShowAsync(Guid id, Guid batch, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, (id, batch), cancel)) return false;
        _sheets = await Db.Set<PaperSheet>().AsNoTracking().Where(s => s.BatchId == batch).OrderBy(s => s.Number).ToListAsync(cancel);
        return true;
    }
}
