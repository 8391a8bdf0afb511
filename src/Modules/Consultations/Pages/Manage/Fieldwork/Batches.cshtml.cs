using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Paper;
using Diapason.Consultations.Reaching;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>The batches of a campaign, the questionnaire to print, and a new batch.</summary>
internal sealed class BatchesModel(CampaignDirectory campaigns, DiapasonDb db, CurrentCouncil council, OpenBatch open, CampaignAddresses addresses, Texts<ConsultationsModule> texts, TimeProvider clock) : FieldworkPage(campaigns, db)
{
    public IReadOnlyList<PaperBatch> Batches { get; private set; } = [];

    public bool IsOpen => Facts.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;

    public IReadOnlyList<string> Languages => Facts.Questionnaire.Heading.Languages;

    public IReadOnlyList<Choice> LanguageChoices => [.. Languages.Select(language => new Choice(language, Platform.Language.Languages.NameOf(language)))];

    public IReadOnlyList<Choice> Modes => [.. Enum.GetValues<BatchMode>().Select(mode => new Choice(mode.ToString(), texts["batch.mode." + mode.ToString().ToLowerInvariant()]))];

    public string Print(string language) => addresses.Here(Request, ConsultationsLinks.PrintOnPaper(Facts.Id.Value), language);

    /// <summary>What was typed; at first, what is likeliest.</summary>
    public string Typed(string field) => Request.HasFormContentType ? Request.Form[field].ToString().Trim() : field switch
    {
        "receivedOn" => CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "language" => Platform.Language.Languages.Current,
        _ => "",
    };

    public static string StateOf(PaperBatch batch) => batch switch { { ReleasedOn: not null } => "batch.state.released", { ClosedOn: not null } => "batch.state.closed", _ => "batch.state.open" };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ShowAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel)) return NotFound();
        var opened = await open.RunAsync(Facts, new BatchSheet
        {
            Mode = Enum.TryParse<BatchMode>(Typed("mode"), out var mode) ? mode : null,
            Name = Typed("name"),
            Place = Typed("place"),
            ReceivedOn = DateOnly.TryParseExact(Typed("receivedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Language = Typed("language"),
            Expected = int.TryParse(Typed("expected"), NumberStyles.None, CultureInfo.InvariantCulture, out var expected) ? expected : null,
            Version = Typed("version"),
        }, cancel);
        return opened.IsDone ? this.SeeOther(ConsultationsLinks.Batch(id, opened.Value)) : this.Refuse(opened);
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, id, cancel)) return false;
        Batches = await Db.Set<PaperBatch>().AsNoTracking().Where(b => b.CampaignId == id).OrderBy(b => b.ReleasedOn != null).ThenByDescending(b => b.ReceivedOn).ThenBy(b => b.Name).ToListAsync(cancel);
        return true;
    }
}
