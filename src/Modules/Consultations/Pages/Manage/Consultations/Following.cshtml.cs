using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Following;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Targets;
using Diapason.Design.Components;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>How the field of one campaign goes, and whom to write to. Counted again each time it is opened.</summary>
internal sealed class FollowingModel(
    ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, ReadField read, ReadTargets targets, FieldFigures figures, CampaignAddresses addresses, ModuleCatalog modules, IEnumerable<IMissingGroups> missing, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public FieldReport Report { get; private set; } = null!;

    /// <summary>How many answers are hoped for from groups, and where that stands.</summary>
    public TargetsView Targets { get; private set; } = null!;

    public CampaignCounts Counts { get; private set; } = null!;

    public IReadOnlyList<NextLetter> Next { get; private set; } = [];

    public bool IsOpen { get; private set; }

    /// <summary>This person sees answers one by one, and may see how many a group is; others read tens.</summary>
    public bool IsExact { get; private set; }

    public string At => clock.GetUtcNow().UtcDateTime.LocalDayAndTime;

    public IReadOnlyList<FieldFigure> Figures => [.. new[] { figures.Days(Facts, Report), figures.Languages(Facts, Report) }.OfType<FieldFigure>()];

    /// <summary>Shown by the studies module.</summary>
    public PageLink? Coverage => !IsExact || !missing.Any(module => module.HasPage(Facts)) ? null : modules.Door(Door.Coverage)?.With("campaign", Facts.Slug);

    /// <summary>Where one says by which groups it is followed; the studies module's.</summary>
    public PageLink? ChooseGroups => modules.Door(Door.Groups)?.With("id", Facts.Id.Value);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { DestroyedAt: null } facts) return NotFound();
        Facts = facts;
        IsExact = StaffMember.Of(User, council.Id) is { ReadsAnswers: true };
        IsOpen = facts.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;
        Counts = await CampaignCounts.OfAsync(db, id, cancel);
        Report = await read.OfAsync(facts, cancel);
        Targets = new(facts, await targets.OfAsync(facts, cancel), IsOpen);
        if (IsOpen) Next = NextLetter.Of(Report);
        return Page();
    }

    public string Said(NextLetter next) => !IsExact && next.Group.Expected is not null ? next.Group.About is { } about ? texts["share.missing_about", next.Group.Name, about] : texts["share.missing_few", next.Group.Name]
        : next.Group.Expected is null ? texts["following.silent", next.Group.Of, next.Group.Name]
        : texts["following.missing", next.Group.Of, next.Group.Name, Number(next.Group.Missing), Percent(next.Group.Share), Percent(next.Group.Expected.Value)];

    public string Letter(NextLetter next, AssociationLink link) => ReadyLetter.Mailto(link.Email, ReadyText.Letter(
        Facts, Languages.Current, new ReadyLetter([next.Group.Name], addresses.Of(Request, Facts, Languages.Current, link.Code), council.Value.Name.Here)));

    public DataTable Links => new(
        texts["following.links"],
        [new(texts["links.name"], false), new(texts["following.answers"])],
        [.. Report.Links.Select(link => new DataRow(link.Link.Name, [link.Answers is { } answers ? Number(answers) : texts["following.few"]])), .. Report.OffLine.Select(taken => new DataRow(texts["following." + taken.Source], [Number(taken.Answers)])), new DataRow(texts["following.no_link"], [Number(Report.WithoutLink)])]);

    public DataTable Groups(IGrouping<string, FieldGroup> variable) => !IsExact
        ? new(variable.Key, [new(texts["following.group"], false), new(texts["following.answers"])], [.. variable.Select(group => new DataRow(group.Name, [Tens(group.Answered)]))])
        : variable.Any(group => group.Expected is not null)
        ? new(
            variable.Key,
            [new(texts["following.group"], false), new(texts["following.answers"]), new(texts["following.share"]), new(texts["following.expected"]), new(texts["following.more"])],
            [.. variable.Select(group => new DataRow(group.Name, [Number(group.Answered), Percent(group.Share), Percent(group.Expected ?? 0), Number(group.Missing)]))])
        : new(variable.Key, [new(texts["following.group"], false), new(texts["following.answers"]), new(texts["following.share"])], [.. variable.Select(group => new DataRow(group.Name, [Number(group.Answered), Percent(group.Share)]))]);

    public DataTable Leaving => new(
        texts["following.leaving"],
        [new(texts["following.page"], false), new(texts["following.drafts"])],
        [.. Report.Leaving.Select(place => new DataRow(place.Page is { } page ? $"{page.Index + 1}. {Heading(page)}" : texts["check.title"], [Tens(place.Drafts)]))]);

    public DataTable Devices => new(
        texts["following.devices"],
        [new(texts["following.device"], false), new(texts["following.sendings"])],
        [.. Report.Devices.Select(device => new DataRow(texts["following.device." + device.Device], [Tens(device.Sendings)]))]);

    public DataTable Times => new(
        texts["following.times"],
        [new(texts["following.time"], false), new(texts["following.sendings"])],
        [.. Report.Times.Select(time => new DataRow(texts["following.time." + time.Class], [Tens(time.Sendings)]))]);

    /// <summary>Numbers that move by one tell when somebody answered: only a nominative campaign, whose people know it, shows them.</summary>
    private string Tens(int number) => IsExact && Facts.Anonymity == Anonymity.Nominative ? Number(number) : CampaignCounts.Tens(texts, number);

    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string Heading(Forms.Page page) => Facts.Questionnaire.Titled(page.HasOwnTitle || page.Questions.Count == 0 ? page.Title : page.Questions[0].Title).Here;

    private static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);
}
