using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>The five attacks, each on one victim. «Patient» means that no quarantine sees the invented answers.</summary>
internal static class Attacks
{
    private const int Editions = 30;

    /// <summary>1. Fakes and one victim between two publications, then the field doubles and closes.</summary>
    public static AttackWorld Isolate(int seed, Setting setting, int fakes, bool burst, int smallRegion = 0)
    {
        var world = setting.World(seed, 600);
        world.Victim = Newcomer(world, smallRegion);
        world.Week();
        world.People.Add(world.Victim);
        world.Fakes(fakes, burst);
        world.Week();
        world.Arrive(600);
        world.Week(closing: true);
        return world;
    }

    /// <summary>1 as it was before there were rules of doubling: nine of the attacker's and one victim, all of whom the closing edition takes.</summary>
    public static AttackWorld IsolateAtTheClose(int seed, Setting setting, int fakes)
    {
        var world = setting.World(seed, 600);
        world.Victim = Newcomer(world, 0);
        world.Week();
        world.People.Add(world.Victim);
        world.Fakes(fakes, burst: false, sayNo: true);
        world.Week(closing: true);
        return world;
    }

    /// <summary>2. Fakes open a region with two or three real people; further rounds draw the noise again.</summary>
    public static AttackWorld Pad(int seed, Setting setting, int fakes, int rounds)
    {
        var world = setting.World(seed, 600);
        List<Subject> few;
        do
        {
            few = [.. world.People.GroupBy(p => p.Segments[AttackWorld.Region]).Where(g => g.Count() is 2 or 3).SelectMany(g => g)];
            if (few.Count == 0)
            {
                world.People.Clear();
                world.Arrive(600);
            }
        }
        while (few.Count == 0);
        world.Victim = few[world.Random.Next(few.Count)];
        world.Week();
        for (var round = 0; round < rounds; round++)
        {
            world.Fakes(fakes << round, burst: false);
            world.Week();
        }
        world.Only(AttackWorld.Region);
        return world;
    }

    /// <summary>3. The victim takes their answer back, and fakes fill the next edition.</summary>
    public static AttackWorld Withdraw(int seed, Setting setting, int fakes, bool burst)
    {
        var world = setting.World(seed, 600);
        world.Victim = world.People[world.Random.Next(600)];
        world.Week();
        world.Victim.There = false;
        world.Fakes(fakes, burst);
        world.Week();
        return world;
    }

    /// <summary>4. Fakes on each of thirty nights draw the noise again, half before and half after the victim.</summary>
    public static AttackWorld Redraw(int seed, Setting setting, int fakes, bool burst)
    {
        var world = setting.World(seed, 600);
        world.Victim = Newcomer(world, 0);
        world.Week();
        for (var night = 0; night < Editions; night++)
        {
            if (night == Editions / 2)
                world.People.Add(world.Victim);
            world.Fakes(fakes, burst);
            world.Night(closing: night == Editions - 1);
        }
        return world;
    }

    /// <summary>5. A lively field: forty people a day for thirty days, the attacker's fakes each day, the victim on some day.</summary>
    public static AttackWorld Differ(int seed, Setting setting, int fakes, bool burst)
    {
        var world = setting.World(seed, 60);
        world.Victim = Newcomer(world, 0);
        var arrival = world.Random.Next(3, Editions - 2);
        for (var night = 0; night < Editions; night++)
        {
            if (night == arrival)
                world.People.Add(world.Victim);
            world.Arrive(40);
            world.Fakes(fakes, burst);
            world.Night(closing: night == Editions - 1);
        }
        return world;
    }

    /// <summary>Advantage in points over all figures, and over the five near one half: how much oftener the guess is right than the commoner answer.</summary>
    public static (double All, double Even) Play(Func<int, AttackWorld> attack, int victims)
    {
        var seen = Enumerable.Range(0, victims).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(seed =>
        {
            using var world = attack(seed);
            return (Evidence: world.Evidence(), Truth: world.Victim.Answers);
        }).ToList();
        // The attacker's own doubt: the best of three shrinkages of the evidence, chosen with the truth in hand.
        return new[] { 1.0, 0.6, 0.3 }.Select(shrink => Advantage(seen, shrink)).MaxBy(a => a.All);
    }

    private static (double All, double Even) Advantage(List<(double[] Evidence, bool[] Truth)> seen, double shrink)
    {
        var gains = Enumerable.Range(0, AttackWorld.Rates.Length).Select(q =>
        {
            var rate = AttackWorld.Rates[q];
            var prior = Math.Abs(rate - 0.5) < 1e-9 ? 0 : Math.Log(rate / (1 - rate));
            return seen.Average(s => (((shrink * s.Evidence[q]) + prior > 0) == s.Truth[q] ? 1.0 : 0) - (prior == 0 ? 0.5 : prior > 0 == s.Truth[q] ? 1 : 0));
        }).ToList();
        return (100 * gains.Average(), 100 * gains.Where((_, q) => Math.Abs(AttackWorld.Rates[q] - 0.5) < 0.09).Average());
    }

    private static Subject Newcomer(AttackWorld world, int small)
    {
        while (true)
        {
            var one = world.Draw();
            var there = world.People.Count(p => p.Segments[AttackWorld.Region] == one.Segments[AttackWorld.Region]);
            if (small == 0 || (there >= small && there <= 3 * small))
                return one;
        }
    }
}

/// <summary>What the noise depends on; the product's is <see cref="Row"/>.</summary>
internal enum Keying
{
    /// <summary>Everyone in the row.</summary>
    Row,

    /// <summary>Those who said yes, as census offices do.</summary>
    Yes,

    /// <summary>Nothing is added.</summary>
    None,
}

/// <summary>Rules, and whether only invited answers count.</summary>
internal sealed record Setting(PublicationRules Rules, bool Invitations = false)
{
    public Keying Keying { get; init; }

    public AttackWorld World(int seed, int people) => new(seed, this, people);
}
