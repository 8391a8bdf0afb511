namespace Diapason.Deliberation;

/// <summary>What everybody is at one on, whatever their group: more than half say so, at nine in ten.</summary>
internal static class FindConsensus
{
    private const int Most = 5;

    public static Consensus Run(IReadOnlyList<StatementMeasure> statements) => new(Of(statements, Vote.Agree), Of(statements, Vote.Disagree));

    private static List<ConsensusStatement> Of(IReadOnlyList<StatementMeasure> statements, Vote side) =>
    [
        .. Enumerable.Range(0, statements.Count).Where(s => !statements[s].ModeratedOut)
            .Select(s => Seen(s, statements[s].Everybody, side))
            .Where(one => one is { Share: > 0.5, Test: > ProportionTests.Ninety })
            .OrderByDescending(one => one.Share * one.Test).Take(Most),
    ];

    private static ConsensusStatement Seen(int statement, VoteCount votes, Vote side) =>
        new(statement, votes.Of(side), votes.Seen, ProportionTests.Share(votes.Of(side), votes.Seen), ProportionTests.AgainstHalf(votes.Of(side), votes.Seen));
}
