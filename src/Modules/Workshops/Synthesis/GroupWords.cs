using System.Globalization;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Synthesis;

/// <summary>Words are grouped by hand: each says one idea, alone or with others. They stay as they were said.</summary>
internal sealed class GroupWords(DiapasonDb db, GroupCommit commits, CurrentCouncil council)
{
    private const string Take = "UPDATE workshops_workshop SET ideas = ideas + 1 WHERE id = @workshop AND council_id = @council RETURNING ideas";

    /// <summary>The number of the new idea. Its sentence is for somebody to write: words that are taken back must not stay in it.</summary>
    public async Task<Outcome<int>> BeginAsync(Guid workshop, Guid words, CancellationToken cancel)
    {
        if (await FindAsync(workshop, words, cancel) is not { } card) return Problem.Absent();
        if (card.IdeaId is not null) return Problem.Lost("idea.grouped");
        var number = await NextAsync(workshop, cancel);
        var idea = new Idea { Id = Guid.CreateVersion7(), CouncilId = council.Id, WorkshopId = workshop, Number = number, Sentence = "", Destination = Destination.Studied, Text = "", Stamp = Guid.CreateVersion7() };
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        db.Add(idea);
        await db.SaveChangesAsync(cancel);
        // Grouped or taken back meanwhile: no idea is made of it.
        if (await Of(workshop, words).Where(c => c.IdeaId == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.IdeaId, idea.Id), cancel) == 0) return Problem.Lost("idea.grouped");
        await together.CommitAsync(cancel);
        return number;
    }

    public async Task<Outcome> JoinAsync(Guid workshop, Guid words, int number, CancellationToken cancel) =>
        await db.Set<Idea>().AsNoTracking().SingleOrDefaultAsync(i => i.WorkshopId == workshop && i.Number == number, cancel) is { } idea ? await MoveAsync(workshop, words, idea.Id, cancel) : Problem.Absent();

    /// <summary>Words leave an idea, and wait for another.</summary>
    public Task<Outcome> PartAsync(Guid workshop, Guid words, CancellationToken cancel) => MoveAsync(workshop, words, null, cancel);

    private async Task<Outcome> MoveAsync(Guid workshop, Guid words, Guid? idea, CancellationToken cancel) =>
        await Of(workshop, words).ExecuteUpdateAsync(set => set.SetProperty(c => c.IdeaId, idea), cancel) == 0 ? Problem.Absent() : Outcome.Done;

    private IQueryable<Contribution> Of(Guid workshop, Guid words) => db.Set<Contribution>().Where(c => c.Id == words && c.WorkshopId == workshop && c.Words != "" && c.State == ContributionState.Shown);

    private Task<Contribution?> FindAsync(Guid workshop, Guid words, CancellationToken cancel) => Of(workshop, words).AsNoTracking().SingleOrDefaultAsync(cancel);

    private Task<int> NextAsync(Guid workshop, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var take = connection.Command(Take, ("workshop", workshop), ("council", council.Id));
            return Convert.ToInt32(await take.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        },
        cancel);
}
