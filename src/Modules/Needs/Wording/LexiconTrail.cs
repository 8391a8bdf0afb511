using Diapason.Platform.Audit;

namespace Diapason.Needs.Wording;

/// <summary>What is done to the lexicon, as the trail keeps it: the code of an idea says nothing of anyone.</summary>
internal static class LexiconTrail
{
    [Recorded("lexicon.idea_added", "council")]
    internal sealed record IdeaAdded(Guid Subject, string Idea) : Act(Subject);

    [Recorded("lexicon.idea_changed", "council")]
    internal sealed record IdeaChanged(Guid Subject, string Idea) : Act(Subject);

    [Recorded("lexicon.idea_removed", "council")]
    internal sealed record IdeaRemoved(Guid Subject, string Idea) : Act(Subject);

    [Recorded("lexicon.imported", "council")]
    internal sealed record Imported(Guid Subject, int AddedIdeas, int ChangedIdeas) : Act(Subject);
}
