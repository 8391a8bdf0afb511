using Diapason.Design;
using Diapason.Learning.Contracts;
using Diapason.Learning.Interests;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Learning.Pages.Learning;

/// <summary>« Ça m’intéresse »: what there is already, what others wait for, and how to be counted among them.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class InterestModel(IOfferNames offer, ReadSessions read, ReadLists lists, ReadRules rules, LeaveInterest leave, InterestSeals seals, DeviceCodes device, SessionWords words, PublicAddress site, CurrentCouncil council) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "entry")]
    public string? EntryCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "competency")]
    public string? CompetencyCode { get; set; }

    [BindProperty]
    public InterestForm Wish { get; set; } = new();

    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    [BindProperty]
    public bool Keep { get; set; }

    public OfferNames Names { get; private set; } = OfferNames.None;

    public EntryName? Entry { get; private set; }

    /// <summary>Sessions to come on the same thing.</summary>
    public IReadOnlyList<SeenSession> Sessions { get; private set; } = [];

    public IReadOnlyList<SeenList> Lists { get; private set; } = [];

    public int Wanted { get; private set; }

    public SessionWords Words => words;

    public CouncilContact Contact => council.Settings.Contact;

    public string? About => Entry?.Title.Here ?? Names.Competency(CompetencyCode)?.Name.Here;

    public IReadOnlyList<Choice> Competencies => [.. Names.Competencies.Select(c => new Choice(c.Code, c.Name.Here))];

    public IReadOnlyList<Choice> Regions => [.. Names.Regions.Select(r => new Choice(r.Code, r.Name.Here))];

    public IReadOnlyList<Choice> Wishes => [.. Enum.GetValues<SessionFormat>().Select(f => new Choice(f.ToString(), words.Wish(f)))];

    public IReadOnlyList<Choice> InLanguages => [.. council.Languages.Select(l => new Choice(l, Languages.OwnNameOf(l)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Input = new SignUpForm { Key = SecretCode.New(), Language = Languages.Current };
        Wish = new InterestForm { Competency = CompetencyCode };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var who = Input.Trimmed();
        var problems = Wish.Problems(Entry, Names).Select(p => (nameof(Wish), p)).Concat(who.Problems(council.Languages, isByStaff: false, isForList: true).Select(p => (nameof(Input), p))).ToList();
        foreach (var (form, problem) in problems) ModelState.AddModelError($"{form}.{problem.Field}", this.Say(problem));
        if (problems.Count > 0) return this.Refused();
        var code = await leave.RunAsync(Wish, who, Entry, LetterLinks.HeadOf(Request, site), cancel);
        if (Keep) device.Keep(PlaceCode.OnDevice, code);
        return this.SeeOther(LearningLinks.Waiting(seals.Of(code)).With("done", "noted"));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return false;
        Names = await offer.ReadAsync(cancel);
        Entry = Names.Entry(EntryCode);
        if (Entry is null && EntryCode is { Length: > 0 }) return false;
        if (Names.Competency(CompetencyCode) is null) CompetencyCode = null;
        Wanted = (await rules.RunAsync(cancel)).ListSize;
        if (Entry is null && CompetencyCode is null) return true;
        Lists = await lists.AboutAsync(Entry?.Code ?? "", Entry?.Competencies is [var first, ..] ? first : CompetencyCode ?? "", cancel);
        Sessions = [.. (await read.OpenAsync(cancel)).Where(s => s.Standing is SessionStanding.Places or SessionStanding.Full && (Entry is not null ? s.Content.Entry == Entry.Code || Entry.Competencies.Contains(s.Content.Competency) : s.Content.Competency == CompetencyCode))];
        return true;
    }
}
