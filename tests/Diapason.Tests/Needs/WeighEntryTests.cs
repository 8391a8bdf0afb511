using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>An invented sector whose codes no program has ever seen: what they mean is declared, and that is all the engine goes by.</summary>
public sealed class WeighEntryTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly LocalizedText Some = LocalizedText.Of(("fr", "x"), ("en", "x"));
    private static readonly NeedsReference Reference = Inn();
    private static readonly WeighEntry Weigh = new(Reference);

    [Theory]
    [InlineData("hours_short", 45, 46, 10)]
    [InlineData("hours_short", 239, 240, 10)]
    [InlineData("hours_short", 45, 240, 20)]
    [InlineData("hours_short", 46, 239, 0)]
    [InlineData("purse_thin", 45, 240, 0)]
    [InlineData("nothing_really", 45, 240, 0)]
    [InlineData("far_away", 45, 240, 0)]
    public void Short_steps_gain_and_long_ones_lose_for_whoever_lacks_time_alone(string obstacle, int minutes, int longer, int difference) =>
        (WeightOf(Entry() with { Minutes = minutes }, obstacle) - WeightOf(Entry() with { Minutes = longer }, obstacle)).ShouldBe(difference);

    [Theory]
    [InlineData("purse_thin", "gift", "shared", 10)]
    [InlineData("purse_thin", "shared", "full_fare", 10)]
    [InlineData("purse_thin", "gift", "full_fare", 20)]
    [InlineData("hours_short", "gift", "full_fare", 0)]
    public void Free_steps_gain_and_dear_ones_lose_for_whoever_lacks_money_alone(string obstacle, string price, string dearer, int difference) =>
        (WeightOf(Entry() with { Price = price }, obstacle) - WeightOf(Entry() with { Price = dearer }, obstacle)).ShouldBe(difference);

    [Theory]
    [InlineData("hours_short", 45, "gift", typeof(Reason.Short))]
    [InlineData("purse_thin", 300, "gift", typeof(Reason.Free))]
    [InlineData("far_away", 45, "gift", typeof(Reason.EasesObstacle))]
    public void The_reason_says_what_the_obstacle_means(string obstacle, int minutes, string price, Type reason)
    {
        var profile = Guest(obstacle);
        var entry = Entry() with { Minutes = minutes, Price = price, Answers = ["far_away"] };
        var candidate = Weigh.Candidate(entry, profile, new NameNeeds(Reference).From(profile))!;
        GiveReasons.For(candidate, profile, Reference, []).Select(r => r.GetType()).ShouldContain(reason);
    }

    [Fact]
    public void Nobody_held_back_by_nothing_has_an_obstacle_in_their_need() =>
        new NameNeeds(Reference).From(Guest("nothing_really"))[0].Need.Obstacle.ShouldBeNull();

    [Theory]
    [InlineData("crew", true)]
    [InlineData("solo_guide", false)]
    [InlineData(null, true)]
    public void A_step_for_a_team_is_not_for_somebody_alone(string? status, bool proposed)
    {
        var profile = Guest("far_away") with { Status = status };
        (Weigh.Candidate(Entry() with { IsForTeam = true }, profile, new NameNeeds(Reference).From(profile)) is not null).ShouldBe(proposed);
    }

    [Theory]
    [InlineData("coast", true)]
    [InlineData("hills", false)]
    [InlineData(null, true)]
    public void What_happens_in_a_region_is_for_those_who_are_there_or_may_be(string? region, bool proposed)
    {
        var profile = Guest("far_away") with { Region = region };
        (Weigh.Candidate(Entry() with { Suits = new Audience { Regions = ["coast"] } }, profile, new NameNeeds(Reference).From(profile)) is not null).ShouldBe(proposed);
    }

    [Fact]
    public void What_leads_nowhere_is_never_proposed()
    {
        OfferEntry[] entries =
        [
            Entry("nowhere") with { Acts = new() },
            Entry("over") with { Acts = new() { Place = Some, Dates = [Today.AddDays(-1)] } },
            Entry("placeless") with { Acts = new() { Dates = [Today] } },
            Entry("today") with { Acts = new() { Place = Some, Dates = [Today.AddDays(-9), Today] } },
            Entry("late") with { Acts = new() { Contact = new(Some, "a@example.org", null), Dates = [Today.AddDays(-1)] } },
            Entry("open") with { Acts = new() { Link = Some } },
        ];
        var steps = new ChooseNextSteps(Reference with { Offer = Reference.Offer with { Entries = entries } }).For(Guest("far_away"), [], Today).Steps;
        steps.Select(s => s.Entry.Code).ShouldBe(["open", "today", "late"], "past dates rank last");
        steps.Select(s => s.IsExpired).ShouldBe([false, false, true]);
    }

    private static int WeightOf(OfferEntry entry, string obstacle)
    {
        var profile = Guest(obstacle);
        return Weigh.Candidate(entry, profile, new NameNeeds(Reference).From(profile))!.Weight;
    }

    private static Profile Guest(string obstacle) => new()
    {
        Heard = NeedOrigin.SurveyAnswer,
        Obstacle = obstacle,
        Positions = new Dictionary<string, Position> { ["welcome"] = new(0) },
    };

    private static OfferEntry Entry(string code = "any") => new()
    {
        Code = code,
        Kind = OfferKind.Guide,
        Phase = 1,
        Minutes = 60,
        Format = OfferFormat.SelfPaced,
        Price = "shared",
        Review = Today.AddYears(1),
        Develops = [new Development("welcome", 0, 1)],
        Suits = new Audience(),
        Answers = [],
        Title = Some,
        Text = Some,
        Acts = new OfferActs { Link = Some },
    };

    private static NeedsReference Inn()
    {
        var question = new QuickQuestion(Some, null, []);
        return new NeedsReference(
            new Framework
            {
                Code = "inns",
                Version = "1",
                Date = Today,
                Review = Today,
                Source = Some,
                Levels = [Some, Some, Some, Some],
                Competencies = [new Competency("welcome", IsPriority: false, IsPrerequisite: false, Some, Some, Some, [Some, Some, Some], [Some, Some, Some])],
                Obstacles = [new Obstacle("hours_short", Some, ObstacleMeaning.Time), new Obstacle("purse_thin", Some, ObstacleMeaning.Money), new Obstacle("far_away", Some), new Obstacle("nothing_really", Some, ObstacleMeaning.Nothing)],
                Statuses = [new WorkStatus("crew", Some, IsAlone: false), new WorkStatus("solo_guide", Some, IsAlone: true)],
            },
            new Offer
            {
                Version = "1",
                IsSynthetic = false,
                Prices = [new PriceNote("gift", Some, Cost.Nothing), new PriceNote("shared", Some), new PriceNote("full_fare", Some, Cost.Full)],
                Entries = [],
            },
            new QuickQuestions { Minutes = 1, Positions = 1, Status = question, Link = question, Task = question, Obstacle = question, Goal = question, PositionTitle = Some, PositionNone = Some });
    }
}
