using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Synthesis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>Words to be grouped, ideas to be led somewhere, and the moment at which everyone may read where they went.</summary>
internal sealed class SynthesisModel(ReadWorkshops read, ReadSynthesis synthesis, GroupWords group, PublishIdeas publish, DiapasonDb db, Texts<WorkshopsModule> texts) : PageModel
{
    /// <summary>So many neighbours are proposed for words in no idea.</summary>
    private const int MostNear = 3;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public SeenWorkshop Seen { get; private set; } = null!;

    public WorkshopSynthesis Synthesis { get; private set; } = null!;

    /// <summary>How many left an address.</summary>
    public int Addresses { get; private set; }

    /// <summary>Its sentence, or its number until somebody writes one.</summary>
    public string Said(Idea idea) => idea.Sentence.Length > 0 ? idea.Sentence : texts["idea.title", idea.Number];

    public string Numbered(Idea idea) => idea.Sentence.Length > 0 ? texts["synthesis.number", idea.Number, idea.Sentence] : texts["idea.title", idea.Number];

    /// <summary>Ideas that share words with these, and which words.</summary>
    public IReadOnlyList<(SeenIdea Idea, string Shared)> Near(Contribution words) => Neighbours.Of([words.Words], Synthesis.Ideas, idea => $"{idea.Idea.Sentence} {string.Join(' ', idea.Words.Select(w => w.Words))}", MostNear);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(Guid id, Guid words, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var outcome = await group.BeginAsync(id, words, cancel);
        return outcome.IsDone ? this.SeeOther(WorkshopsLinks.Idea(id, outcome.Value)) : this.Refuse(outcome);
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid id, Guid words, int number, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? this.Answer(await group.JoinAsync(id, words, number, cancel), WorkshopsLinks.Synthesis(id).With("done", "joined")) : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? this.Answer(await publish.RunAsync(id, cancel), WorkshopsLinks.Synthesis(id).With("done", "published")) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        (Seen, Synthesis) = (seen, await synthesis.RunAsync(id, cancel));
        Addresses = await db.Set<ReturnAddress>().CountAsync(a => a.WorkshopId == id, cancel);
        return true;
    }
}
