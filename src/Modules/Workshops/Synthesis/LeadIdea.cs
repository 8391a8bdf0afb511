using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Synthesis;

/// <summary>Says an idea in a sentence and leads it somewhere: who has it and when one will know, or why it goes no further.</summary>
internal sealed class LeadIdea(DiapasonDb db)
{
    public async Task<Outcome> RunAsync(Guid workshop, int number, IdeaForm form, CancellationToken cancel)
    {
        var ideas = await db.Set<Idea>().Where(i => i.WorkshopId == workshop).ToListAsync(cancel);
        if (ideas.SingleOrDefault(i => i.Number == number) is not { } idea) return Problem.Absent();
        if (idea.Stamp != form.Seen) return Problem.Lost("idea.changed_since");
        var (sentence, text) = ((form.Sentence ?? "").Trim(), (form.Text ?? "").Trim());
        var problems = new List<Problem>();
        if (sentence.Length is 0 or > Idea.LongestSentence) problems.Add(Problem.Invalid("idea.sentence_wrong", "Sentence", ("most", Idea.LongestSentence)));
        if (form.DestinationSaid is not { } destination)
        {
            problems.Add(Problem.Invalid("idea.destination_missing", "Destination"));
            return Outcome.Of(problems);
        }

        if (text.Length > Idea.LongestText) problems.Add(Problem.Invalid("idea.text_long", "Text", ("most", Idea.LongestText)));
        if (text.Length == 0 && destination == Destination.Aside) problems.Add(Problem.Invalid("idea.why_missing", "Text"));
        if (text.Length == 0 && destination is not (Destination.Aside or Destination.Studied or Destination.Merged)) problems.Add(Problem.Invalid("idea.who_missing", "Text"));
        var into = ideas.SingleOrDefault(i => i.Number == form.Into);
        // Into itself, or into one that was merged: nobody would ever read where it went.
        if (destination == Destination.Merged && (into is null || into.Id == idea.Id || into.Destination == Destination.Merged)) problems.Add(Problem.Invalid("idea.into_wrong", "Into"));
        if (destination == Destination.Merged && ideas.Any(i => i.MergedInto == idea.Id)) problems.Add(Problem.Invalid("idea.into_chain", "Into"));
        if (problems.Count > 0) return Outcome.Of(problems);
        (idea.Sentence, idea.Destination, idea.Text, idea.MergedInto, idea.Stamp) = (sentence, destination, text, destination == Destination.Merged ? into!.Id : null, Guid.CreateVersion7());
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Lost("idea.changed_since");
        }
    }
}

/// <summary>What is typed of an idea.</summary>
internal sealed record IdeaForm
{
    public string? Sentence { get; init; }
    public string? Destination { get; init; }
    public string? Text { get; init; }

    /// <summary>The number of the idea it is merged into.</summary>
    public int? Into { get; init; }

    /// <summary>The stamp of what the form was filled from.</summary>
    public Guid Seen { get; init; }

    public Destination? DestinationSaid => Enum.TryParse<Destination>(Destination, out var said) && Enum.IsDefined(said) ? said : null;
}
