using Diapason.Design;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Synthesis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>One idea: its sentence, where it goes, its words, and words that may say the same.</summary>
internal sealed class IdeaModel(ReadWorkshops read, ReadSynthesis synthesis, GroupWords group, LeadIdea lead, Texts<WorkshopsModule> texts) : PageModel
{
    private const int MostNear = 10;

    [BindProperty]
    public IdeaForm Input { get; set; } = new();

    public SeenWorkshop Seen { get; private set; } = null!;

    public SeenIdea Idea { get; private set; } = null!;

    public IReadOnlyList<(Contribution Words, string Shared)> Near { get; private set; } = [];

    public IReadOnlyList<Choice> Destinations => [.. Enum.GetValues<Destination>().Select(d => new Choice(d.ToString(), texts["destination." + d.ToString().ToLowerInvariant()], texts[$"destination.{d.ToString().ToLowerInvariant()}.hint"]))];

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancel)
    {
        if (!await FindAsync(id, number, cancel)) return NotFound();
        var idea = Idea.Idea;
        Input = new IdeaForm { Sentence = idea.Sentence, Destination = idea.Destination.ToString(), Text = idea.Text, Into = Idea.Into?.Number, Seen = idea.Stamp };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int number, CancellationToken cancel)
    {
        if (!await FindAsync(id, number, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(await lead.RunAsync(id, number, Input, cancel), WorkshopsLinks.Synthesis(id).With("done", "kept"), nameof(Input));
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid id, int number, Guid words, CancellationToken cancel) =>
        await FindAsync(id, number, cancel) ? this.Answer(await group.JoinAsync(id, words, number, cancel), WorkshopsLinks.Idea(id, number)) : NotFound();

    public async Task<IActionResult> OnPostPartAsync(Guid id, int number, Guid words, CancellationToken cancel) =>
        await FindAsync(id, number, cancel) ? this.Answer(await group.PartAsync(id, words, cancel), WorkshopsLinks.Idea(id, number)) : NotFound();

    private async Task<bool> FindAsync(Guid id, int number, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        var all = await synthesis.RunAsync(id, cancel);
        if (all.Ideas.SingleOrDefault(i => i.Idea.Number == number) is not { } idea) return false;
        (Seen, Idea) = (seen, idea);
        Near = Neighbours.Of([idea.Idea.Sentence, .. idea.Words.Select(w => w.Words)], all.Loose, words => words.Words, MostNear);
        Others = [.. all.Ideas.Where(i => i.Idea.Number != number && i.Idea.Destination != Destination.Merged).Select(i => new Choice(i.Idea.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), i.Idea.Sentence.Length > 0 ? $"{i.Idea.Number}. {i.Idea.Sentence}" : texts["idea.title", i.Idea.Number]))];
        return true;
    }
}
