namespace Diapason.Deliberation.Tests;

/// <summary>What must be told, and never become a number that is none.</summary>
public sealed class AwkwardVotesTests
{
    [Fact]
    public void No_vote_gives_no_group()
    {
        var map = OpinionMap.Of(VoteTable.Empty);
        (map.Groups.Count, map.Included.Count, map.Statements.Count, map.Consensus.Agree.Count).ShouldBe((0, 0, 0, 0));
        map.With([new("a", "x", Vote.Agree)]).Groups.ShouldHaveSingleItem().Members.ShouldBe([0]);
    }

    [Fact]
    public void One_person_is_one_group_in_the_middle()
    {
        var map = OpinionMap.Of(VoteTable.Of([new("a", "x", Vote.Agree), new("a", "y", Vote.Disagree)]));
        map.Groups.ShouldHaveSingleItem().Representative.ShouldBeEmpty();
        map.Coordinates.ShouldBe([new Point(0, 0)]);
    }

    [Theory]
    [InlineData(Vote.Pass)]
    [InlineData(Vote.Agree)]
    [InlineData(Vote.Disagree)]
    public void Everybody_alike_is_one_group(Vote vote)
    {
        var map = OpinionMap.Of(VoteTable.Of(from who in Enumerable.Range(0, 30) from what in Enumerable.Range(0, 10) select new CastVote($"p{who}", $"s{what}", vote)));
        map.Groups.ShouldHaveSingleItem().Members.Count.ShouldBe(30);
        map.Coordinates.ShouldAllBe(one => one.X == 0 && one.Y == 0);
        (map.Consensus.Agree.Count, map.Consensus.Disagree.Count).ShouldBe(vote switch { Vote.Agree => (5, 0), Vote.Disagree => (0, 5), _ => (0, 0) });
    }

    [Fact]
    public void Votes_that_vary_in_one_direction_leave_the_other_at_nothing()
    {
        var map = OpinionMap.Of(VoteTable.Of(from who in Enumerable.Range(0, 30) from what in Enumerable.Range(0, 10) select new CastVote($"p{who}", $"s{what}", who % 2 == 0 ? Vote.Agree : Vote.Disagree)));
        map.Groups.Select(group => group.Members.Count).ShouldBe([15, 15]);
        map.Components[1].ShouldAllBe(one => one == 0);
        Math.Abs(map.Coordinates[0].X).ShouldBe(Math.Sqrt(10), 1e-9);
    }

    // Two statements that share no voter vary as much as each other: every pair of directions is as good, and one is found.
    [Fact]
    public void Votes_in_parts_that_share_nothing_show_both()
    {
        var map = OpinionMap.Of(VoteTable.Of(from who in Enumerable.Range(0, 40) select new CastVote($"p{who}", $"s{who % 2}", who % 4 < 2 ? Vote.Agree : Vote.Disagree)), new() { MinimumVotes = 1 });
        map.Inertia[0].ShouldBe(20, 1e-9);
        map.Inertia[1].ShouldBe(20, 1e-9);
    }

    [Fact]
    public void Nothing_is_ever_other_than_a_number()
    {
        for (var seed = 0; seed < Sample.Of(80, 2000); seed++)
        {
            var votes = Crowd.Scattered(seed);
            var map = OpinionMap.Of(VoteTable.Of(votes[..(votes.Count / 2)]), new() { ModeratedOut = seed % 3 == 0 ? ["s0"] : [] }).With(votes[(votes.Count / 2)..]);
            var numbers = map.Coordinates.SelectMany(one => new[] { one.X, one.Y })
                .Concat(map.Statements.SelectMany(one => new[] { one.Priority, one.Divisiveness, one.GroupAwareAgreement, one.GroupAwareDisagreement }))
                .Concat(map.Groups.SelectMany(group => group.Representative).SelectMany(one => new[] { one.Test, one.Ratio, one.RatioTest, one.Share }))
                .Concat(map.Groups.SelectMany(group => new[] { group.Centre.X, group.Centre.Y })).Concat(map.GroupCounts.Select(one => one.Silhouette)).Concat(map.Components.SelectMany(one => one));
            numbers.Where(one => !double.IsFinite(one)).ShouldBeEmpty($"seed {seed}");
            map.Groups.SelectMany(group => group.Members).Order().ShouldBe(map.Included);
            map.GroupCounts.ShouldAllBe(one => one.Silhouette >= -1 && one.Silhouette <= 1);
            map.Groups.ShouldAllBe(group => group.Members.Count > 0);
        }
    }

    [Fact]
    public void A_vote_that_is_none_is_refused_with_its_row()
    {
        var wrong = Should.Throw<DeliberationException>(() => VoteTable.Of([new("a", "x", Vote.Agree), new("a", "y", (Vote)2)]));
        (wrong.Error, wrong.Row).ShouldBe((DeliberationError.UnknownVote, 1));
        Should.Throw<DeliberationException>(() => VoteTable.Of([new("", "x", Vote.Agree)])).Error.ShouldBe(DeliberationError.EmptyId);
        Should.Throw<DeliberationException>(() => OpinionMap.Of(VoteTable.Empty, new() { Groups = 11 })).Error.ShouldBe(DeliberationError.InvalidValue);
        Should.Throw<DeliberationException>(() => OpinionMap.Of(VoteTable.Empty, new() { Start = new([new(double.NaN, 0)], []) })).Error.ShouldBe(DeliberationError.InvalidValue);
    }
}
