using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Opens a campaign, for the first time, or again with a reason. One whose last figures are published is not opened again, and the page says why.</summary>
internal sealed class OpenModel(ICampaigns campaigns, CurrentCouncil council, OpenCampaign open, IEnumerable<IKeepFigures> keepers, TimeProvider clock) : LastDayModel(campaigns, council, clock)
{
    private readonly TimeProvider _clock = clock;
    private readonly CurrentCouncil _council = council;

    /// <summary>Why it is opened again.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The consent says « anonymous » of a confidential campaign, and its council knows.</summary>
    [BindProperty]
    public bool WordsRead { get; set; }

    /// <summary>How many months answers are kept after the closing; at the first opening only.</summary>
    [BindProperty]
    public int? KeptMonths { get; set; }

    /// <summary>What the council promises, at most.</summary>
    public int? PromisedMonths => _council.Settings.RetentionMonths;

    /// <summary>The day after which they are destroyed, as the form stands.</summary>
    public DateOnly? Destroyed => (LastDay ?? Present) is { } day && (KeptMonths ?? PromisedMonths) is { } months and > 0 and < 1200 ? day.AddMonths(months) : null;

    /// <summary>Whether that is to be said.</summary>
    public bool AsksWords => Facts.Anonymity == Anonymity.Confidential && ConsentWords.SayTooMuch(Facts);

    /// <summary>It was open before.</summary>
    public bool IsAgain => Facts.OpensAt <= _clock.GetUtcNow().UtcDateTime;

    /// <summary>What is published of it is closed.</summary>
    public bool IsFinal { get; private set; }

    protected override PageLink Itself(Guid id) => ConsultationsLinks.Open(id);

    protected override string Done => IsAgain ? "reopened" : "opened";

    protected override async Task PrepareAsync(CancellationToken cancel)
    {
        IsFinal = IsAgain && await OpenCampaign.AreFinalAsync(keepers, Facts, cancel);
        if (!Request.HasFormContentType) KeptMonths ??= Facts.KeptMonths ?? PromisedMonths;
        if (!Request.HasFormContentType) Reason = this.TakeTyped();
    }

    protected override IActionResult Ask(PageLink again) => this.ShowTyped(again, Reason);

    protected override Task<Outcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel) => open.RunAsync(id, new(lastDay, Reason?.Trim(), WordsRead, IsAgain ? null : KeptMonths), cancel);
}
