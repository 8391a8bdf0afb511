using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Diapason.Consultations.Apart;
using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Apart;

/// <summary>What the answers of one group have in common, and the judgement of the whole group, with its reason.</summary>
internal sealed class JudgeModel(ICampaigns campaigns, CurrentCouncil council, ReadApart read, JudgeGroup judge, Texts<ConsultationsModule> texts) : ApartPage(campaigns, council, read, texts)
{
    private const string Accept = "accept";
    private const string Aside = "aside";

    [BindProperty(SupportsGet = true, Name = ConsultationsLinks.ApartReason)]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = ConsultationsLinks.ApartDay)]
    public string? Day { get; set; }

    [BindProperty, Required(ErrorMessage = "apart.verdict_missing"), Display(Name = "apart.verdict")]
    public string? Verdict { get; set; }

    [BindProperty, Required(ErrorMessage = "apart.why_missing"), StringLength(300, ErrorMessage = "apart.why_long"), Display(Name = "apart.why")]
    public string? Why { get; set; }

    public ApartGroup Group { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => Group.Reason.IsSetAside
        ? [new(Accept, Texts["apart.accept"], Texts["apart.accept_means"])]
        : [new(Aside, Texts["apart.set_aside"], Texts["apart.set_aside_means"]), new(Accept, Texts["apart.accept"], Texts["apart.accept_means"])];

    /// <summary>What can be said of all of them together.</summary>
    public IEnumerable<string> Patterns
    {
        get
        {
            var patterns = Group.Patterns;
            yield return patterns.Sets switch
            {
                0 => Texts["apart.alike_none", ApartGroup.Fewest],
                1 => Texts["apart.alike_one", Number(patterns.Alike)],
                var sets => Texts["apart.alike", Number(patterns.Alike), sets],
            };
            foreach (var (of, name, share) in patterns.Mostly) yield return Texts["apart.mostly", of, name, share.ToString("P0", CultureInfo.CurrentCulture)];
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        if (ModelState.IsValid && Choices.All(choice => choice.Value != Verdict)) ModelState.AddModelError(nameof(Verdict), Texts["apart.verdict_missing"]);
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(await judge.RunAsync(Facts, Group, new Judgement(Verdict == Accept, Why!.Trim()), HttpContext.RequestAborted), ConsultationsLinks.Apart(id).With("done", Verdict == Accept ? "accepted" : "aside"));
    }

    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await FindAsync(id)) return false;
        DateOnly? day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;
        if (await Read.FindAsync(Facts, Reason, day, HttpContext.RequestAborted) is not { CanBeJudged: true } found) return false;
        Group = found;
        return true;
    }
}
