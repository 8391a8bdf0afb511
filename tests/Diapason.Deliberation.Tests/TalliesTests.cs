using System.Text.Json;

namespace Diapason.Deliberation.Tests;

public sealed class TalliesTests
{
    [Fact]
    public void Wilson_agrees_with_the_shares_at_which_the_test_just_refuses()
    {
        foreach (var line in Oracle.Values.GetProperty("wilson").EnumerateArray().Select(one => one.Numbers()))
        {
            var bounds = Proportion.Wilson(line[0], line[1]);
            bounds.Low.ShouldAgree(line[2]);
            bounds.High.ShouldAgree(line[3]);
        }

        Proportion.Wilson(0, 0).ShouldBe(new Bounds(0, 1));
        Proportion.Wilson(5, 10, 0.8).Low.ShouldBeGreaterThan(Proportion.Wilson(5, 10, 0.99).Low);
    }

    [Theory]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(double.NaN, 5, 0.95)]
    [InlineData(1, double.NaN, 0.95)]
    [InlineData(1, 5, 1)]
    [InlineData(1, 5, double.NaN)]
    public void What_is_no_share_is_refused(double successes, double trials, double confidence) =>
        Should.Throw<DeliberationException>(() => Proportion.Wilson(successes, trials, confidence)).Error.ShouldBe(DeliberationError.InvalidValue);

    [Fact]
    public void Sixty_elections_agree_with_every_chain_tried()
    {
        foreach (var election in Oracle.Values.GetProperty("elections").EnumerateArray())
        {
            var ballots = election.GetProperty("ballots").EnumerateArray().Select(ballot => (IReadOnlyList<int?>)[.. ballot.EnumerateArray().Select(Rank)]).ToList();
            var options = ballots[0].Count;
            Schulze.Of(ballots, options).OrderBy(one => one.Option).Select(one => one.Rank).ShouldBe(election.GetProperty("schulze").Integers());
            Borda.Of(ballots, options).OrderBy(one => one.Option).Select(one => one.Points).ShouldBe(election.GetProperty("borda").Numbers());
        }
    }

    // Schulze 2011, example 1: 45 voters, five candidates; E > A > C > B > D.
    [Fact]
    public void The_example_of_the_paper_comes_out()
    {
        string[] orders = ["5ACBED", "5ADECB", "8BEDAC", "3CABED", "7CAEBD", "2CBADE", "7DCEBA", "8EBADC"];
        var ballots = orders.SelectMany(order => Enumerable.Repeat((IReadOnlyList<int?>)[.. "ABCDE".Select(one => (int?)order.IndexOf(one))], order[0] - '0')).ToList();
        ballots.Count.ShouldBe(45);
        var places = Schulze.Of(ballots, 5);
        places.Select(one => "ABCDE"[one.Option]).ShouldBe(['E', 'A', 'C', 'B', 'D']);
        places.Select(one => one.Rank).ShouldBe([1, 2, 3, 4, 5]);
        places[0].Beats.ShouldBe([0, 1, 2, 3]);
        Borda.Of(ballots, 5).Sum(one => one.Points).ShouldBe(45 * 10);
    }

    [Fact]
    public void Without_a_ballot_all_are_level()
    {
        Schulze.Of([], 3).ShouldAllBe(one => one.Rank == 1);
        Borda.Of([], 3).ShouldAllBe(one => one.Points == 0 && one.Mean == 0);
        Borda.Of([[null, null]], 2).ShouldAllBe(one => one.Points == 0);
        Approval.Of([], 2).ShouldAllBe(one => one.Share == 0 && one.Bounds == new Bounds(0, 1));
        Dots.Of([]).ShouldBeEmpty();
        Dots.Of([[0, 0]]).ShouldAllBe(one => one.Share == 0 && one.Bounds == new Bounds(0, 1));
    }

    [Fact]
    public void Ballots_that_do_not_fit_are_refused_with_their_row()
    {
        Should.Throw<DeliberationException>(() => Schulze.Of([[1, 2], [1]], 2)).Row.ShouldBe(1);
        Should.Throw<DeliberationException>(() => Borda.Of([[0, 1]], 2)).Error.ShouldBe(DeliberationError.InvalidValue);
        Should.Throw<DeliberationException>(() => Approval.Of([[0], [2]], 2)).Row.ShouldBe(1);
        Should.Throw<DeliberationException>(() => Dots.Of([[1, 2], [1]])).Error.ShouldBe(DeliberationError.LengthMismatch);
        Should.Throw<DeliberationException>(() => Dots.Of([[1, -2]])).Error.ShouldBe(DeliberationError.InvalidValue);
    }

    [Fact]
    public void Approvals_count_a_ballot_once_and_blank_ones_too()
    {
        var counts = Approval.Of([[0, 0, 1], [1], []], 2);
        counts.Select(one => (one.Option, one.Approvals)).ShouldBe([(1, 2), (0, 1)]);
        counts[0].Bounds.ShouldBe(Proportion.Wilson(2, 3));
    }

    [Fact]
    public void Dots_of_one_person_are_not_as_many_opinions()
    {
        // Ten people with one dot each, and the same with five: as many opinions, the same interval.
        var (one, five) = (Dots.Of([.. Enumerable.Range(0, 10).Select(i => (IReadOnlyList<int>)[i < 4 ? 1 : 0, i < 4 ? 0 : 1])]), Dots.Of([.. Enumerable.Range(0, 10).Select(i => (IReadOnlyList<int>)[i < 4 ? 5 : 0, i < 4 ? 0 : 5])]));
        (one[0].Share, five[0].Share, five[0].Count, five[0].People).ShouldBe((0.4, 0.4, 20, 4));
        five[0].Bounds.Low.ShouldAgree(one[0].Bounds.Low);
        // By hand: variance 10/9 × 2.4 / 100, so 0.24 / 0.02667 = 9 independent dots.
        one[0].Bounds.Low.ShouldAgree(Proportion.Wilson(3.6, 9).Low);
        // People who all do the same are worth as many as they are, whatever their dots.
        Dots.Of([[3, 1], [3, 1], [3, 1]])[0].Bounds.ShouldBe(Proportion.Wilson(2.25, 3));
        // Who gave none is not counted.
        Dots.Of([[3, 1], [3, 1], [3, 1], [0, 0]])[0].Bounds.ShouldBe(Proportion.Wilson(2.25, 3));
    }

    private static int? Rank(JsonElement rank) => rank.ValueKind == JsonValueKind.Null ? null : rank.GetInt32();
}
