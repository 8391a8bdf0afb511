namespace Diapason.Deliberation;

/// <summary>Who is counted in the groups: those who voted often enough, those counted before, and in a small room those who voted most.</summary>
internal static class IncludeParticipants
{
    public static IReadOnlyList<int> Run(VoteTable votes, GroupingOptions options, IReadOnlyList<int> before)
    {
        var least = Math.Min(options.MinimumVotes, votes.Statements.Count);
        var included = new SortedSet<int>(before);
        included.UnionWith(options.AlsoIncluded.Select(votes.ParticipantOf).Where(participant => participant >= 0));
        for (var participant = 0; participant < votes.Participants.Count; participant++)
            if (votes.VotesOf(participant) >= least) included.Add(participant);
        if (included.Count < options.KeepAtLeast)
            included.UnionWith(Enumerable.Range(0, votes.Participants.Count).Where(one => !included.Contains(one)).OrderByDescending(votes.VotesOf).Take(options.KeepAtLeast - included.Count).ToList());
        return [.. included];
    }
}
