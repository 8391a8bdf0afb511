namespace Diapason.Deliberation.Tests;

/// <summary>The README's examples, compiled here; the last test holds the two texts together.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_first_example_runs()
    {
        var lines = new List<string>();
        // README
        List<CastVote> votes = [new("ana", "more-time", Vote.Agree), new("ana", "own-tools", Vote.Disagree), new("bob", "more-time", Vote.Pass)];
        OpinionMap map = OpinionMap.Of(VoteTable.Of(votes), new GroupingOptions { ModeratedOut = ["off-topic"] });
        foreach (OpinionGroup group in map.Groups)
            foreach (RepresentativeStatement one in group.Representative)
                lines.Add($"{group.Name}: {one.Successes} of {one.Trials} {one.Side} with {map.Votes.Statements[one.Statement]}");
        map = map.With([new("bob", "own-tools", Vote.Agree)]); // same sides, same names, same number of groups
        int? mine = map.GroupOf(map.Votes.ParticipantOf("ana")); // null: in none
        // README
        map.Groups.Count.ShouldBe(2);
        lines.ShouldNotBeEmpty();
        mine.ShouldNotBeNull();
    }

    [Fact]
    public void The_second_example_runs()
    {
        // README
        IReadOnlyList<IReadOnlyList<int?>> ballots = [[1, 2, null], [2, 1, 3], [1, null, null]]; // the rank of each option; null: not ranked
        SchulzePlace first = Schulze.Of(ballots, options: 3)[0];
        double points = Borda.Of(ballots, options: 3)[0].Points;
        Bounds share = Dots.Of([[3, 0], [1, 2], [0, 3]])[0].Bounds; // of all dots, by people
        Bounds hands = Proportion.Wilson(successes: 12, trials: 30);
        // README
        (first.Option, points).ShouldBe((0, 5));
        share.Low.ShouldBeLessThan(4.0 / 9);
        hands.High.ShouldBeGreaterThan(0.4);
    }

    [Fact]
    public void The_examples_are_those_of_the_README()
    {
        var here = File.ReadAllText(Path.Combine(Oracle.Root, "tests", "Diapason.Deliberation.Tests", "ReadmeTests.cs")).Split("        // README\n");
        var examples = File.ReadAllText(Path.Combine(Oracle.Root, "libs", "Diapason.Deliberation", "README.md")).Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]).ToList();
        examples.Count.ShouldBe(2);
        for (var i = 0; i < examples.Count; i++) here[(2 * i) + 1].Split('\n').Select(line => line.Length > 8 ? line[8..] : line.Trim()).ShouldBe(examples[i].Split('\n'));
    }
}
