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

    /// <summary>The number of the new idea, whose sentence is these words until somebody writes a better one.</summary>
    public async Task<Outcome<int>> BeginAsync(Guid workshop, Guid words, CancellationToken cancel)
    {
        if (await FindAsync(workshop, words, cancel) is not { } card) return Problem.Absent();
        if (card.IdeaId is not null) return Problem.Lost("idea.grouped");
        var number = await NextAsync(workshop, cancel);
        var idea = new Idea { Id = Guid.CreateVersion7(), CouncilId = council.Id, WorkshopId = workshop, Number = number, Sentence = Cut(card.Words), Destination = Destination.Studied, Text = "", Stamp = Guid.CreateVersion7() };
        db.Add(idea);
        card.IdeaId = idea.Id;
        await db.SaveChangesAsync(cancel);
        return number;
    }

    public async Task<Outcome> JoinAsync(Guid workshop, Guid words, int number, CancellationToken cancel)
    {
        if (await FindAsync(workshop, words, cancel) is not { } card || await db.Set<Idea>().SingleOrDefaultAsync(i => i.WorkshopId == workshop && i.Number == number, cancel) is not { } idea) return Problem.Absent();
        card.IdeaId = idea.Id;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>Words leave an idea, and wait for another.</summary>
    public async Task<Outcome> PartAsync(Guid workshop, Guid words, CancellationToken cancel)
    {
        if (await FindAsync(workshop, words, cancel) is not { } card) return Problem.Absent();
        card.IdeaId = null;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private Task<Contribution?> FindAsync(Guid workshop, Guid words, CancellationToken cancel) =>
        db.Set<Contribution>().SingleOrDefaultAsync(c => c.Id == words && c.WorkshopId == workshop && c.Words != "" && c.State == ContributionState.Shown, cancel);

    private Task<int> NextAsync(Guid workshop, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var take = connection.Command(Take, ("workshop", workshop), ("council", council.Id));
            return Convert.ToInt32(await take.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        },
        cancel);

    private static string Cut(string words) => words.Length <= Idea.LongestSentence ? words : words[..Idea.LongestSentence];
}
