namespace Diapason.Deliberation.Tests;

/// <summary>Invented rooms.</summary>
internal static class Crowd
{
    /// <summary>So many camps of so many people each, opposed on every statement in the manner of their number, without a missing vote.</summary>
    public static List<CastVote> Camps(int camps, int people, int statements = 12, int seed = 1)
    {
        var random = new Random(seed);
        return [.. from camp in Enumerable.Range(0, camps) from who in Enumerable.Range(0, people) from what in Enumerable.Range(0, statements)
            select new CastVote($"c{camp}-{who}", $"s{what}", random.Next(12) == 0 ? Vote.Pass : Opinion(camp, what))];
    }

    /// <summary>Anything: missing votes, people who vote once, statements nobody else saw.</summary>
    public static List<CastVote> Scattered(int seed)
    {
        var random = new Random(seed);
        var (people, statements, often) = (1 + random.Next(40), 1 + random.Next(20), 1 + random.Next(10));
        return [.. from who in Enumerable.Range(0, people) from what in Enumerable.Range(0, statements)
            where random.Next(10) < often
            select new CastVote($"p{who}", $"s{what}", (Vote)(random.Next(3) - 1))];
    }

    // Camps 0 and 1 are opposed on the first half, 2 stands apart on the second.
    private static Vote Opinion(int camp, int what) => (camp, what % 12) switch
    {
        (0, < 6) => Vote.Agree,
        (1, < 6) => Vote.Disagree,
        (2, >= 6) => Vote.Agree,
        (_, >= 6) => Vote.Disagree,
        _ => Vote.Pass,
    };
}
