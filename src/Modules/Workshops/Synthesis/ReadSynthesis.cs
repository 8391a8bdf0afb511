using Diapason.Platform.Data;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Synthesis;

/// <summary>The ideas of a workshop, each with its words; and the words that are in none yet.</summary>
internal sealed class ReadSynthesis(DiapasonDb db)
{
    public async Task<WorkshopSynthesis> RunAsync(Guid workshop, CancellationToken cancel)
    {
        var ideas = await db.Set<Idea>().AsNoTracking().Where(i => i.WorkshopId == workshop).OrderBy(i => i.Number).ToListAsync(cancel);
        var words = await db.Set<Contribution>().AsNoTracking().Where(c => c.WorkshopId == workshop && c.Words != "" && c.State == ContributionState.Shown).OrderBy(c => c.Id).ToListAsync(cancel);
        var waiting = await db.Set<Contribution>().CountAsync(c => c.WorkshopId == workshop && c.State == ContributionState.Waiting, cancel);
        var byIdea = words.ToLookup(w => w.IdeaId);
        return new WorkshopSynthesis([.. ideas.Select(idea => new SeenIdea(idea, [.. byIdea[idea.Id]], ideas.FirstOrDefault(i => i.Id == idea.MergedInto)))], [.. byIdea[null]], waiting);
    }
}

/// <param name="Ideas">In the order of their numbers.</param>
/// <param name="Loose">Words in no idea yet.</param>
/// <param name="Unread">How many words nobody has read over: they are in no idea until somebody does.</param>
internal sealed record WorkshopSynthesis(IReadOnlyList<SeenIdea> Ideas, IReadOnlyList<Contribution> Loose, int Unread)
{
    public int Placed => Ideas.Count(idea => idea.Idea.Destination != Destination.Studied);

    public int Count(Destination destination) => Ideas.Count(idea => idea.Idea.Destination == destination);
}

/// <summary>An idea, its words, and the one it was merged into.</summary>
internal sealed record SeenIdea(Idea Idea, IReadOnlyList<Contribution> Words, Idea? Into)
{
    public IReadOnlyList<int> Tables => [.. Words.Select(w => w.TableNumber).Where(table => table > 0).Distinct().Order()];

    public int OnPaper => Words.Count(w => w.IsPaper);
}
