namespace Diapason.Deliberation.Tests;

public sealed class OpinionMapTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Camps_are_found_and_their_number(int camps)
    {
        var map = OpinionMap.Of(VoteTable.Of(Crowd.Camps(camps, 20)));
        map.Groups.Count.ShouldBe(camps);
        foreach (var group in map.Groups) group.Members.Select(one => map.Votes.Participants[one][..2]).Distinct().ShouldHaveSingleItem();
        map.Groups.SelectMany(group => group.Members).Order().ShouldBe(map.Included);
        map.GroupCounts.MaxBy(one => one.Silhouette).Groups.ShouldBe(camps);
    }

    [Fact]
    public void A_number_of_groups_can_be_asked_for()
    {
        var votes = VoteTable.Of(Crowd.Camps(2, 20));
        foreach (var k in new[] { 1, 2, 4, 7 }) OpinionMap.Of(votes, new() { Groups = k }).Groups.Count.ShouldBe(k);
    }

    [Fact]
    public void Later_votes_give_the_map_that_all_votes_give()
    {
        var votes = Crowd.Camps(3, 15);
        var later = OpinionMap.Of(VoteTable.Of(votes[..400])).With(votes[400..]);
        var whole = OpinionMap.Of(VoteTable.Of(votes));
        later.Votes.Count.ShouldBe(whole.Votes.Count);
        for (var k = 0; k < 2; k++) later.Inertia[k].ShouldBe(whole.Inertia[k], 1e-9 * whole.Inertia[0]);
        var (x, y) = (Side(later.Components[0], whole.Components[0]), Side(later.Components[1], whole.Components[1]));
        for (var i = 0; i < later.Coordinates.Count; i++)
        {
            later.Coordinates[i].X.ShouldBe(x * whole.Coordinates[i].X, 1e-8);
            later.Coordinates[i].Y.ShouldBe(y * whole.Coordinates[i].Y, 1e-8);
        }
    }

    [Fact]
    public void Votes_that_change_nothing_leave_sides_and_names()
    {
        var votes = Crowd.Camps(3, 15);
        var map = OpinionMap.Of(VoteTable.Of(votes));
        var again = map.With(votes[^30..]);
        for (var i = 0; i < map.Coordinates.Count; i++) again.Coordinates[i].X.ShouldBe(map.Coordinates[i].X, 1e-8);
        again.Groups.Select(group => (group.Name, string.Join(' ', group.Members))).ShouldBe(map.Groups.Select(group => (group.Name, string.Join(' ', group.Members))));
    }

    [Fact]
    public void A_group_keeps_its_name_when_another_grows_past_it()
    {
        var votes = Crowd.Camps(2, 20);
        var map = OpinionMap.Of(VoteTable.Of([.. votes, .. Crowd.Camps(1, 25).Select(vote => vote with { Participant = "m" + vote.Participant })]));
        map.Groups[0].Name.ShouldBe("A");
        var large = map.Groups[0].Members.Count;
        large.ShouldBe(45);
        var later = map.With([.. from who in Enumerable.Range(0, 60) from vote in votes.Where(vote => vote.Participant == "c1-0") select vote with { Participant = $"n{who}" }]);
        later.Groups.Select(group => (group.Name, group.Members.Count)).ShouldBe([("A", 45), ("B", 80)]);
        later.Groups[1].Members.Count(one => later.Votes.Participants[one].StartsWith("c1", StringComparison.Ordinal)).ShouldBe(20);
    }

    [Fact]
    public void The_number_of_groups_moves_when_another_is_best_four_times_running()
    {
        var map = OpinionMap.Of(VoteTable.Of(Crowd.Camps(2, 20)));
        var third = Crowd.Camps(3, 20).Where(vote => vote.Participant.StartsWith("c2", StringComparison.Ordinal)).ToList();
        var counts = new List<int>();
        for (var turn = 0; turn < 4; turn++)
        {
            map = map.With(turn == 0 ? third : []);
            map.GroupCounts.MaxBy(one => one.Silhouette).Groups.ShouldBe(3);
            counts.Add(map.Groups.Count);
        }

        counts.ShouldBe([2, 2, 2, 3]);
        map.Groups.Select(group => group.Name).ShouldBeUnique();
    }

    [Fact]
    public void The_last_vote_stands_and_the_table_before_does_not_change()
    {
        var before = VoteTable.Of([new("a", "x", Vote.Agree), new("a", "y", Vote.Pass), new("a", "x", Vote.Disagree)]);
        var after = before.With([new("a", "x", Vote.Agree), new("b", "z", Vote.Agree)]);
        (before[0, 0], before[0, 1], before.Count, before.Statements.Count).ShouldBe((Vote.Disagree, Vote.Pass, 2, 2));
        (after[0, 0], after[0, 1], after[0, 2], after[1, 2], after.Count).ShouldBe((Vote.Agree, Vote.Pass, null, Vote.Agree, 3));
    }

    [Fact]
    public void The_order_of_votes_does_not_change_the_groups()
    {
        var votes = Crowd.Camps(3, 20);
        var shuffled = votes.ToArray();
        new Random(5).Shuffle(shuffled);
        Sets(OpinionMap.Of(VoteTable.Of(shuffled))).ShouldBe(Sets(OpinionMap.Of(VoteTable.Of(votes))));
    }

    [Fact]
    public void What_is_taken_away_moves_nobody_and_is_told_nowhere()
    {
        var map = OpinionMap.Of(VoteTable.Of(Crowd.Camps(2, 20)), new() { ModeratedOut = ["s0"], About = ["s1"] });
        foreach (var id in new[] { "s0", "s1" })
        {
            var number = map.Votes.StatementOf(id);
            (map.Components[0][number], map.Components[1][number], map.Centre[number], map.Statements[number].Divisiveness, map.Statements[number].ModeratedOut).ShouldBe((0, 0, 0, 0, true));
            map.Groups.SelectMany(group => group.Representative).Select(one => one.Statement).ShouldNotContain(number);
        }

        map.Statements[map.Votes.StatementOf("s1")].Priority.ShouldBe(49);
    }

    [Fact]
    public void Who_votes_little_is_on_the_map_and_in_no_group_unless_the_room_is_small()
    {
        List<CastVote> votes = [.. Crowd.Camps(2, 20), new("late", "s0", Vote.Agree)];
        var map = OpinionMap.Of(VoteTable.Of(votes));
        map.GroupOf(map.Votes.ParticipantOf("late")).ShouldBeNull();
        map.Statements[0].Everybody.Seen.ShouldBe(41);
        OpinionMap.Of(VoteTable.Of(votes), new() { KeepAtLeast = 41 }).Included.Count.ShouldBe(41);
        OpinionMap.Of(VoteTable.Of(votes), new() { AlsoIncluded = ["late", "nobody"] }).Included.Count.ShouldBe(41);
    }

    [Fact]
    public void Centres_of_another_program_may_be_turned_round()
    {
        var votes = VoteTable.Of(Crowd.Camps(3, 20));
        var map = OpinionMap.Of(votes, new() { Groups = 3 });
        foreach (var (x, y) in new[] { (1, 1), (-1, 1), (1, -1), (-1, -1) })
            Sets(OpinionMap.Of(votes, new() { Start = new([.. map.Groups.Select(group => new Point(x * group.Centre.X, y * group.Centre.Y))], []) })).ShouldBe(Sets(map));
    }

    [Fact]
    public void More_people_than_base_clusters_are_gathered_first()
    {
        var random = new Random(3);
        var votes = Crowd.Camps(3, 120, 24).Where(_ => random.Next(3) > 0).ToList();
        var map = OpinionMap.Of(VoteTable.Of(votes));
        map.BaseClusters.Count.ShouldBeInRange(90, 100);
        // From a small room that fills, as from nothing.
        OpinionMap.Of(VoteTable.Of(votes[..600])).With(votes[600..]).BaseClusters.Count.ShouldBeInRange(90, 100);
        map.BaseClusters.SelectMany(one => one.Members).Order().ShouldBe(map.Included);
        map.Groups.Count.ShouldBe(3);
        foreach (var group in map.Groups) group.Members.Select(one => map.Votes.Participants[one][..2]).CountBy(camp => camp).Max(one => one.Value).ShouldBeGreaterThan(group.Members.Count * 9 / 10);
    }

    private static string[] Sets(OpinionMap map) => [.. map.Groups.Select(group => string.Join(' ', group.Members.Select(one => map.Votes.Participants[one]).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private static double Side(IReadOnlyList<double> a, IReadOnlyList<double> b) => a.Zip(b, (x, y) => x * y).Sum() < 0 ? -1 : 1;
}
