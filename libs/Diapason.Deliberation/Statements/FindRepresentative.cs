namespace Diapason.Deliberation;

/// <summary>
/// What sets a group apart from the others together (Small et al. 2021): statements its members take a side on, both more than half of them and more than
/// the others, at nine in ten, ranked by effect and certainty together; before them the one they are most at one in agreeing with.
/// </summary>
internal static class FindRepresentative
{
    private const int Most = 5;

    public static IReadOnlyList<RepresentativeStatement> Run(IReadOnlyList<StatementMeasure> statements, int group)
    {
        var pairs = Enumerable.Range(0, statements.Count).Where(s => !statements[s].ModeratedOut).Select(s => Both(s, statements[s].ByGroup, group)).ToList();
        var most = MostAgreed(pairs);
        var told = pairs.Select(Larger).ToList();
        var passing = told.Where(Passes).OrderByDescending(one => one.Strength).Where(one => one.Statement != most?.Agree.Statement);
        var chosen = (most is { } head ? [Larger(head) with { IsMostAgreed = true }] : Array.Empty<RepresentativeStatement>()).Concat(passing).Take(Most).ToList();
        // A group about which nothing is certain is told by what is least uncertain.
        if (chosen.Count == 0) chosen = [.. told.Where(one => one.Successes > 0).OrderByDescending(one => one.RatioTest).Take(1)];
        return [.. chosen.Where(one => one.Side == Vote.Agree), .. chosen.Where(one => one.Side == Vote.Disagree)];
    }

    private static bool Passes(RepresentativeStatement one) => one is { Test: > ProportionTests.Ninety, RatioTest: > ProportionTests.Ninety };

    private static RepresentativeStatement Larger((RepresentativeStatement Agree, RepresentativeStatement Disagree) both) => both.Agree.RatioTest > both.Disagree.RatioTest ? both.Agree : both.Disagree;

    // Once one sets the group apart, only what sets it more apart does better; before that, what more of them agree with.
    private static (RepresentativeStatement Agree, RepresentativeStatement Disagree)? MostAgreed(List<(RepresentativeStatement Agree, RepresentativeStatement Disagree)> pairs)
    {
        (RepresentativeStatement Agree, RepresentativeStatement Disagree)? best = null;
        foreach (var pair in pairs)
        {
            if (pair is { Agree.Successes: 0, Disagree.Successes: 0 }) continue;
            var now = pair.Agree;
            var better = best?.Agree switch
            {
                null => now.Test > ProportionTests.Ninety || now is { Ratio: > 1, Share: > 0.5 },
                { Ratio: > 1 } before => now.Strength > before.Strength,
                { } before => now.Share * now.Test > before.Share * before.Test,
            };
            if (better) best = pair;
        }

        return best;
    }

    private static (RepresentativeStatement Agree, RepresentativeStatement Disagree) Both(int statement, IReadOnlyList<VoteCount> groups, int group)
    {
        var others = groups.Aggregate(default(VoteCount), (sum, one) => sum.Plus(one)).Minus(groups[group]);
        return (Side(Vote.Agree), Side(Vote.Disagree));

        RepresentativeStatement Side(Vote side)
        {
            var (inside, outside) = ((groups[group].Of(side), groups[group].Seen), (others.Of(side), others.Seen));
            var share = ProportionTests.Share(inside.Item1, inside.Seen);
            return new()
            {
                Statement = statement, Side = side, Successes = inside.Item1, Trials = inside.Seen, Share = share,
                Test = ProportionTests.AgainstHalf(inside.Item1, inside.Seen),
                Ratio = share / ProportionTests.Share(outside.Item1, outside.Seen),
                RatioTest = ProportionTests.Between(inside, outside),
            };
        }
    }
}
