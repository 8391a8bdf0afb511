using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Studies.Contracts;
using Diapason.Studies.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Studies.Pages.Manage.Groups;

/// <summary>By which questions of its questionnaire a campaign is followed, and how many people the population has of each choice.</summary>
internal sealed class ChooseModel(ICampaigns campaigns, CurrentCouncil council, CountGroups groups, ChooseGroups choose) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>The questions that can be chosen.</summary>
    public IReadOnlyList<Variable> Offered { get; private set; } = [];

    public IReadOnlyList<string> Ticked { get; private set; } = [];

    /// <summary>As they are kept.</summary>
    public IReadOnlyList<FollowedGroup> Kept { get; private set; } = [];

    public bool IsDone => Request.Query["done"] == "kept";

    /// <summary>The questions whose numbers the form asks for: those that are kept or ticked.</summary>
    public IEnumerable<Variable> Shown => Offered.Where(v => Ticked.Contains(v.Code) || Kept.Any(g => g.Variable == v.Code));

    public IReadOnlyList<Choice> Choices => [.. Offered.Select(v => new Choice(v.Code, v.Label.Here))];

    public string? People(Variable variable, Option option) =>
        Typed(GroupsForm.PeopleField(variable, option)) ?? (Of(variable) is { } known && known.People.TryGetValue(option.Code, out var people) ? people.ToString(CultureInfo.InvariantCulture) : null);

    public string? Source(Variable variable) => Typed(GroupsForm.SourceField(variable)) ?? Of(variable)?.Source;

    public string? Day(Variable variable) => Typed(GroupsForm.DayField(variable)) ?? Of(variable)?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        Ticked = [.. Kept.Select(g => g.Variable)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var form = new GroupsForm(Offered, Request.Form);
        Ticked = form.Ticked;
        var (read, problems) = form.Read();
        foreach (var problem in problems) ModelState.AddModelError(problem.Field!, this.Say(problem));
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(await choose.RunAsync(Facts, read, cancel), StudiesLinks.Groups(id).With("done", "kept"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { DestroyedAt: null } facts) return false;
        (Facts, Offered, Kept) = (facts, FollowedGroup.Offered(facts), await groups.ChosenAsync(facts.Id, cancel));
        return true;
    }

    private PopulationNumbers? Of(Variable variable) => Kept.FirstOrDefault(g => g.Variable == variable.Code)?.Population;

    private string? Typed(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : null;
}
