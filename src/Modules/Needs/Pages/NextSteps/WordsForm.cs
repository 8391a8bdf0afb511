using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Words;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>The form of a need in one's own words. It carries everything: nothing of it is kept between two answers.</summary>
internal sealed class WordsForm
{
    public string? Text { get; set; }

    /// <summary>The sentence as it was when what follows was shown: another one is read afresh.</summary>
    public string? Of { get; set; }

    /// <summary>Ideas shown, and those of them left ticked.</summary>
    public List<string> Shown { get; set; } = [];

    public List<string> Kept { get; set; } = [];

    /// <summary>Ideas the person added, and one they add now.</summary>
    public List<string> Added { get; set; } = [];

    public string? Add { get; set; }

    public string? Task { get; set; }

    public string? Obstacle { get; set; }

    public string? Status { get; set; }

    public string? Level { get; set; }

    /// <summary>The person asked to see what was understood, after having been told of people who listen.</summary>
    public bool GoesOn { get; set; }

    internal string Act { get; set; } = "";

    internal bool IsReviewed => Of is not null && Of == Mark(Text);

    /// <summary>Tells one sentence from another without carrying it twice.</summary>
    public static string Mark(string? text)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in text ?? "") hash = (hash ^ c) * 1099511628211ul;
        return hash.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
    }

    internal IReadOnlyList<string> Struck(Lexicon lexicon) =>
        IsReviewed ? [.. Shown.Where(code => lexicon.Idea(code) is not null).Except(Kept)] : [];

    internal void TakeFrom(Understanding found, NeedsReference reference)
    {
        (Task, Obstacle, Status) = (found.Facets.GetValueOrDefault("task"), found.Facets.GetValueOrDefault("obstacle"), found.Facets.GetValueOrDefault("status"));
        Level = null;
        Added = [];
    }

    /// <summary>What was only deduced from an idea goes with it when it is struck, and comes with one that is added; what the person chose stays.</summary>
    /// <param name="first">The sentence as it was understood before any correction.</param>
    /// <param name="found">With the corrections.</param>
    internal void Follow(Understanding first, Understanding found)
    {
        string? Next(string kind, string? chosen) => (chosen ?? "") == (first.Facets.GetValueOrDefault(kind) ?? "") ? found.Facets.GetValueOrDefault(kind) : chosen;
        (Task, Obstacle, Status) = (Next("task", Task), Next("obstacle", Obstacle), Next("status", Status));
    }

    /// <summary>Nothing but what the page offers.</summary>
    internal Corrections Corrected(NeedsReference reference, Understanding found) => new(
        reference.Quick.Task.Option(Task)?.Code,
        reference.Framework.Obstacle(Obstacle)?.Code,
        reference.Framework.Statuses.FirstOrDefault(s => s.Code == Status)?.Code,
        Level is ['0' or '1' or '2'] ? Level[0] - '0' : null);
}
