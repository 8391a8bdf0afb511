using System.Text.Json;

namespace Diapason.Deliberation.Tests;

/// <summary>The whole map beside NumPy's: 90 invented people, 24 statements of which two are taken away, three groups from the same starts.</summary>
public sealed class ReferenceTests
{
    private static readonly OpinionMap Map = OpinionMap.Of(Oracle.Votes, new()
    {
        ModeratedOut = [.. Oracle.Opinions.GetProperty("out").Integers().Select(one => $"s{one}")],
        KeepAtLeast = 0,
        Start = new([.. Oracle.Opinions.GetProperty("start").EnumerateArray().Select(one => one.Place())], []),
    });

    [Fact]
    public void Means_and_components_agree()
    {
        var (centre, components, inertia) = (Oracle.Opinions.GetProperty("centre").Numbers(), Oracle.Opinions.GetProperty("components"), Oracle.Opinions.GetProperty("inertia").Numbers());
        for (var s = 0; s < Map.Votes.Statements.Count; s++)
        {
            var number = Oracle.NumberOf(Map.Votes.Statements[s]);
            Map.Centre[s].ShouldAgree(centre[number]);
            for (var k = 0; k < 2; k++) Map.Components[k][s].ShouldAgree(components[k][number].GetDouble());
        }

        for (var k = 0; k < 2; k++) Map.Inertia[k].ShouldAgree(inertia[k]);
    }

    [Fact]
    public void Coordinates_agree()
    {
        var expected = Oracle.Opinions.GetProperty("coordinates");
        Map.Coordinates.Count.ShouldBe(Oracle.Values.GetProperty("orders").GetProperty("people").GetArrayLength());
        for (var i = 0; i < Map.Coordinates.Count; i++)
        {
            var place = expected[Oracle.NumberOf(Map.Votes.Participants[i])].Place();
            Map.Coordinates[i].X.ShouldAgree(place.X);
            Map.Coordinates[i].Y.ShouldAgree(place.Y);
        }
    }

    [Fact]
    public void Groups_from_the_same_starts_agree()
    {
        var (included, labels) = (Oracle.Opinions.GetProperty("included").Integers(), Oracle.Opinions.GetProperty("labels").Integers());
        Map.Included.Select(one => Oracle.NumberOf(Map.Votes.Participants[one])).Order().ShouldBe(included);
        Map.Groups.Select(group => group.Name).ShouldBe(["A", "B", "C"]);
        for (var i = 0; i < included.Length; i++) Map.GroupOf(Map.Votes.ParticipantOf($"p{included[i]}")).ShouldBe(labels[i]);
        for (var g = 0; g < 3; g++)
        {
            Map.Groups[g].Centre.X.ShouldAgree(Oracle.Opinions.GetProperty("centres")[g][0].GetDouble());
            Map.Groups[g].Centre.Y.ShouldAgree(Oracle.Opinions.GetProperty("centres")[g][1].GetDouble());
        }

        Map.GroupCounts.ShouldHaveSingleItem().Silhouette.ShouldAgree(Oracle.Opinions.GetProperty("silhouette").GetDouble());
    }

    [Fact]
    public void What_votes_say_of_statements_agrees()
    {
        for (var s = 0; s < Map.Statements.Count; s++)
        {
            var (mine, theirs) = (Map.Statements[s], Oracle.Opinions.GetProperty("statements")[Oracle.NumberOf(Map.Votes.Statements[s])]);
            Counted(mine.Everybody).ShouldBe(theirs.GetProperty("everybody").Integers());
            mine.ByGroup.Select(Counted).ShouldBe(theirs.GetProperty("groups").EnumerateArray().Select(one => one.Integers()));
            mine.Divisiveness.ShouldAgree(theirs.GetProperty("extremity").GetDouble());
            mine.GroupAwareAgreement.ShouldAgree(theirs.GetProperty("agreement").GetDouble());
            mine.GroupAwareDisagreement.ShouldAgree(theirs.GetProperty("disagreement").GetDouble());
            mine.Priority.ShouldAgree(theirs.GetProperty("priority").GetDouble());
        }
    }

    [Fact]
    public void What_sets_groups_apart_agrees()
    {
        for (var g = 0; g < 3; g++)
        {
            var expected = Oracle.Opinions.GetProperty("apart")[g].EnumerateArray().ToList();
            var told = Map.Groups[g].Representative;
            told.Count.ShouldBe(5);
            // The most agreed is told first among agreements, whatever its strength; the others by strength.
            told.Count(one => one.IsMostAgreed).ShouldBe(1);
            told.SkipWhile(one => one.Side == Vote.Agree).ShouldAllBe(one => one.Side == Vote.Disagree);
            var others = expected.Where(one => one.GetProperty("statement").GetInt32() != Number(told.Single(one => one.IsMostAgreed))).Take(4).ToList();
            foreach (var (mine, theirs) in told.Where(one => !one.IsMostAgreed).OrderByDescending(one => one.Ratio * one.RatioTest * one.Share * one.Test).Zip(others)) ShouldBeTheSame(mine, theirs);
        }
    }

    [Fact]
    public void Consensus_agrees()
    {
        Map.Consensus.Agree.Select(one => Oracle.NumberOf(Map.Votes.Statements[one.Statement])).ShouldBe(Oracle.Opinions.GetProperty("consensus")[0].Integers());
        Map.Consensus.Disagree.Select(one => Oracle.NumberOf(Map.Votes.Statements[one.Statement])).ShouldBe(Oracle.Opinions.GetProperty("consensus")[1].Integers());
    }

    private static void ShouldBeTheSame(RepresentativeStatement mine, JsonElement theirs)
    {
        Number(mine).ShouldBe(theirs.GetProperty("statement").GetInt32());
        mine.Side.ShouldBe(theirs.GetProperty("side").GetInt32() == 0 ? Vote.Agree : Vote.Disagree);
        mine.Share.ShouldAgree(theirs.GetProperty("share").GetDouble());
        mine.Test.ShouldAgree(theirs.GetProperty("test").GetDouble());
        mine.Ratio.ShouldAgree(theirs.GetProperty("ratio").GetDouble());
        mine.RatioTest.ShouldAgree(theirs.GetProperty("ratio_test").GetDouble());
    }

    private static int Number(RepresentativeStatement one) => Oracle.NumberOf(Map.Votes.Statements[one.Statement]);

    private static int[] Counted(VoteCount one) => [one.Agree, one.Disagree, one.Seen];
}
