namespace Diapason.Deliberation;

/// <summary>Counts of votes, and what follows from them for each statement.</summary>
internal static class MeasureStatements
{
    private const double PriorityOfAbout = 49;

    public static StatementMeasure[] Run(VoteTable votes, Projection projection, GroupedPeople people, StatementMarks marks)
    {
        var (everybody, groups) = (new VoteCount[votes.Statements.Count], people.Groups);
        var byGroup = Enumerable.Range(0, votes.Statements.Count).Select(_ => new VoteCount[groups]).ToArray();
        for (var participant = 0; participant < votes.Participants.Count; participant++)
        {
            var row = votes.RowOf(participant);
            var values = votes.ValuesOf(participant);
            var group = people.GroupOf[participant];
            for (var i = 0; i < row.Length; i++)
            {
                var one = new VoteCount(values[i] > 0 ? 1 : 0, values[i] < 0 ? 1 : 0, 1);
                everybody[row[i]] = everybody[row[i]].Plus(one);
                if (group >= 0) byGroup[row[i]][group] = byGroup[row[i]][group].Plus(one);
            }
        }

        return [.. everybody.Select((all, statement) => Measure(all, byGroup[statement], projection.Extremity(statement), marks.Of(statement)))];
    }

    private static StatementMeasure Measure(VoteCount all, VoteCount[] groups, double extremity, (bool Out, bool About) mark) => new()
    {
        Everybody = all, ByGroup = groups, ModeratedOut = mark.Out, Divisiveness = extremity,
        GroupAwareAgreement = groups.Length == 0 ? 0 : groups.Aggregate(1.0, (product, one) => product * ProportionTests.Share(one.Agree, one.Seen)),
        GroupAwareDisagreement = groups.Length == 0 ? 0 : groups.Aggregate(1.0, (product, one) => product * ProportionTests.Share(one.Disagree, one.Seen)),
        Priority = mark.About ? PriorityOfAbout : Priority(groups.Aggregate(default(VoteCount), (sum, one) => sum.Plus(one)), extremity),
    };

    // Importance, raised for what few have seen: (1 − passed)(1 + extremity) agreed × (1 + 8 · 2^(−seen/5)), squared.
    private static double Priority(VoteCount votes, double extremity)
    {
        var importance = (1 - ProportionTests.Share(votes.Pass, votes.Seen)) * (1 + extremity) * ProportionTests.Share(votes.Agree, votes.Seen);
        return Math.Pow(importance * (1 + (8 * Math.Pow(2, -votes.Seen / 5.0))), 2);
    }
}

/// <summary>Who is in which group: −1 for those in none.</summary>
internal sealed record GroupedPeople(int[] GroupOf, int Groups);

/// <summary>What is known of statements besides their votes.</summary>
internal sealed record StatementMarks(bool[] Out, bool[] About)
{
    public (bool Out, bool About) Of(int statement) => (Out[statement], About[statement]);
}
