using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>The files of answers collected elsewhere that were brought to a campaign, and a new one.</summary>
internal sealed class IndexModel(CampaignDirectory campaigns, DiapasonDb db, CollectedContents contents, CurrentCouncil council, BringFile bring, CollectingRules rules, KeepMapping mappings, Texts<ConsultationsModule> texts, TimeProvider clock) : CollectedPage(campaigns, db, contents)
{
    public IReadOnlyList<CollectedBatch> Batches { get; private set; } = [];

    public IReadOnlyList<KeptMapping> Kept { get; private set; } = [];

    /// <summary>Why no file is taken; null when one may be.</summary>
    public string? Refusal { get; private set; }

    public CampaignState State => Facts.StateAt(clock.GetUtcNow().UtcDateTime);

    public string? Done => Request.Query["done"].ToString() is "taken_back" or "forgotten" ? texts["collected.done." + Request.Query["done"]] : null;

    public static string StateOf(CollectedBatch batch) => batch switch { { ReleasedOn: not null } => "collected.state.released", { KeptAt: not null } => "collected.state.kept", _ => "collected.state.mapping" };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ShowAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel)) return NotFound();
        if (Request.Form.Files.GetFile(BringFile.Field) is not { Length: > 0 } file) return this.Refuse(Outcome.Of([Problem.Invalid("collected.file_missing", BringFile.Field)]));
        await using var bytes = file.OpenReadStream();
        var brought = await bring.RunAsync(Facts, (bytes, Path.GetFileNameWithoutExtension(Path.GetFileName(file.FileName))), Languages.Current, cancel);
        return brought.IsDone ? this.SeeOther(ConsultationsLinks.CollectedBatch(id, brought.Value)) : this.Refuse(brought);
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, Guid mapping, CancellationToken cancel) =>
        await ShowAsync(id, cancel) ? this.Answer(await mappings.ForgetAsync(mapping, cancel), ConsultationsLinks.Collected(id).With("done", "forgotten")) : NotFound();

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, id, cancel)) return false;
        Batches = await Db.Set<CollectedBatch>().AsNoTracking().Where(b => b.CampaignId == id).OrderBy(b => b.ReleasedOn != null).ThenByDescending(b => b.BroughtAt).ToListAsync(cancel);
        Kept = await Db.Set<KeptMapping>().AsNoTracking().Where(m => m.Questionnaire == Facts.Questionnaire.Code).OrderBy(m => m.Name).ToListAsync(cancel);
        Refusal = await rules.RefusalAsync(Facts, cancel) is { } problem ? this.Say(problem) : null;
        return true;
    }
}
