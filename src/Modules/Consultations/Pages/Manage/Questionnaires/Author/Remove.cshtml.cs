using Diapason.Consultations.Writing;
using Diapason.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>Says what goes with a thing that is taken out, and which rules rest on it.</summary>
internal sealed class RemoveModel(FindDraft find, DraftWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    public DraftState State { get; private set; } = null!;

    public DraftPlace Place { get; private set; } = DraftPlace.Heading;

    public string Name => words.Name(State.Draft, Place);

    /// <summary>Questions that go with it.</summary>
    public int Holds => Place.Kind == DraftPlaceKind.Question ? 0 : State.Draft.Questions.Count() - State.Draft.With(Place).Questions.Count();

    public IReadOnlyList<(string Name, string Rule)> Rules => [.. RulesOfDraft.Using(State.Draft, Place).Select(rule => (words.Name(State.Draft, rule.Place), rule.Text))];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        (State, Place) = (state, DraftPlace.Parse(At));
        return state.Draft.Find(Place) is null ? NotFound() : Page();
    }
}
