using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>One file: what becomes of each of its columns; then, once its answers are kept, releasing them or taking them back.</summary>
internal sealed class BatchModel(
    CampaignDirectory campaigns, DiapasonDb db, CollectedContents contents, CurrentCouncil council, ChangeMapping change, KeepMapping keep, ReleaseCollected release, TakeBackCollected takeBack, CollectingRules rules, CollectedWords words, Texts<ConsultationsModule> texts, TimeProvider clock)
    : CollectedPage(campaigns, db, contents)
{
    public IReadOnlyList<ColumnView> Columns { get; private set; } = [];

    public IReadOnlyList<KeptMapping> Kept { get; private set; } = [];

    /// <summary>How many wait; as many as were kept, unless a copy was restored since.</summary>
    public int Waiting { get; private set; }

    public string? Refusal { get; private set; }

    public CampaignState State => Facts.StateAt(clock.GetUtcNow().UtcDateTime);

    public IReadOnlyList<Choice> Mappings => [.. Kept.Select(mapping => new Choice(mapping.Id.ToString(), mapping.Name))];

    public IReadOnlyList<Choice> Sheets => [.. Contents!.Sheets.Select(sheet => new Choice(sheet.Name, sheet.Name))];

    public IReadOnlyList<Choice> LanguageChoices => [.. Facts.Questionnaire.Heading.Languages.Select(language => new Choice(language, Languages.NameOf(language)))];

    public string? Done => Request.Query["done"].ToString() is "kept" or "released" or "mapping" or "column" or "used" ? texts["collected.done." + Request.Query["done"]] : null;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, CancellationToken cancel) => await ShowAsync(id, batch, cancel) ? Page() : NotFound();

    /// <summary>Another sheet, or another language for rows that say none.</summary>
    public async Task<IActionResult> OnPostSheetAsync(Guid id, Guid batch, string? sheet, string? language, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, cancel)) return NotFound();
        return this.Answer(await change.RunAsync(Facts, batch, (file, mapping) => (sheet is null || sheet == mapping.Sheet || file.Sheets.All(one => one.Name != sheet) ? mapping : new ProposeMapping(Facts.Questionnaire).Of(file.Sheet(sheet), Languages.Current)) with
        {
            Language = Facts.Questionnaire.Heading.Languages.Contains(language ?? "") ? language! : mapping.Language,
        }, cancel), Here(id, batch, "used"));
    }

    /// <summary>A mapping that was kept, or brought as a file.</summary>
    public async Task<IActionResult> OnPostUseAsync(Guid id, Guid batch, string? which, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, cancel)) return NotFound();
        var (used, problem) = await WantedAsync(which, cancel);
        return used is null ? this.Refuse(Outcome.Of([problem!])) : this.Answer(await change.RunAsync(Facts, batch, (file, _) => Fitted(used, file), cancel), Here(id, batch, "used"));
    }

    public async Task<IActionResult> OnPostRememberAsync(Guid id, Guid batch, string? mapping, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, cancel) || Contents is null) return NotFound();
        return this.Answer(await keep.RunAsync(Facts, mapping?.Trim() ?? "", Mapping, cancel), Here(id, batch, "mapping"));
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, Guid batch, CancellationToken cancel) =>
        await ShowAsync(id, batch, cancel) ? this.Answer(await release.RunAsync(Facts, batch, cancel), Here(id, batch, "released")) : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, Guid batch, CancellationToken cancel) =>
        await ShowAsync(id, batch, cancel) ? this.Answer(await takeBack.RunAsync(batch, cancel), ConsultationsLinks.Collected(id).With("done", "taken_back")) : NotFound();

    private static PageLink Here(Guid id, Guid batch, string done) => ConsultationsLinks.CollectedBatch(id, batch).With("done", done);

    private async Task<(AnswerMapping? Mapping, Problem? Problem)> WantedAsync(string? which, CancellationToken cancel)
    {
        if (Request.Form.Files.GetFile("brought") is { Length: > 0 } file)
        {
            if (file.Length > MappingJson.MostBytes) return (null, Problem.Invalid("collected.mapping_long", "brought"));
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var (read, line) = MappingJson.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            return read is null ? (null, Problem.Invalid("collected.mapping_broken", "brought", ("line", line))) : (read, null);
        }

        return Kept.FirstOrDefault(kept => kept.Id.ToString() == which) is { } known ? (MappingJson.Kept(known.Definition), null) : (null, Problem.Invalid("collected.mapping_which", "which"));
    }

    // Columns that the file lacks are told by the report; the sheet is the one it fits, where it fits one.
    private static AnswerMapping Fitted(AnswerMapping used, CollectedFile file) =>
        file.Sheets.Any(sheet => sheet.Name == used.Sheet) ? used : used with { Sheet = (file.Sheets.FirstOrDefault(sheet => used.Fits(sheet.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal))) ?? file.Sheets[0]).Name };

    private async Task<bool> ShowAsync(Guid id, Guid batch, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, (id, batch), cancel)) return false;
        Refusal = Batch.ReleasedOn is null && await rules.RefusalAsync(Facts, cancel) is { } problem ? this.Say(problem) : null;
        if (Batch.KeptAt is not null) Waiting = await Db.Set<CollectedAnswer>().CountAsync(a => a.BatchId == batch, cancel);
        if (Contents is null) return true;
        Columns = ColumnView.All(Facts.Questionnaire, Sheet, Mapping, words);
        Kept = await Db.Set<KeptMapping>().AsNoTracking().Where(m => m.Questionnaire == Facts.Questionnaire.Code).OrderBy(m => m.Name).ToListAsync(cancel);
        return true;
    }
}
