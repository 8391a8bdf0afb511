using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

public sealed class NameNeedsTests
{
    private static readonly NeedsReference Reference = DemonstrationKit.Reference;
    private static readonly NameNeeds Needs = new(Reference);

    [Fact]
    public void Names_a_need_in_plain_words_in_both_languages()
    {
        var profile = Profiles.Quick("making", "start", "understand", ("limits", 1));
        var need = Needs.From(profile)[0].Need;
        need.ShouldBe(new Need(new NeedHolder(NeedHolderKind.Person, "employee"), new NeedContext("making", "management"), "limits", 1, 2, "start", NeedOrigin.QuickQuestions));
        Needs.NameOf(need, profile).In("fr").ShouldBe("Savoir quand se passer de l’IA");
        Needs.NameOf(need, profile).In("en").ShouldBe("Knowing when to do without AI");
    }

    [Fact]
    public void Every_need_goes_up_and_starts_where_the_person_stands()
    {
        foreach (var (profile, _, _) in Profiles.Random(1000))
        {
            var needs = Needs.From(profile);
            needs.Select(n => n.Weight).ShouldBe(needs.Select(n => n.Weight).OrderDescending());
            foreach (var need in needs.Select(n => n.Need))
            {
                need.FromLevel.ShouldBe(profile.Positions[need.Competency].Level);
                need.ToLevel.ShouldBeInRange(need.FromLevel + 1, 3);
            }
        }
    }

    [Fact]
    public void What_a_person_calls_unimportant_is_no_need_unless_they_ask_for_it()
    {
        var answers = Profiles.Quick("none", "none", "protect") with { Positions = new Dictionary<string, Position> { ["prompt"] = new(0, false), ["risk"] = new(0, false) } };
        Needs.From(answers).Select(n => n.Need.Competency).ShouldBe(["risk"]);
    }

    [Fact]
    public void What_a_person_already_puts_to_use_comes_after_all_else_unless_they_mean_to_help_others()
    {
        Needs.From(Profiles.Quick("grant", "confidence", "save_time", ("literacy", 2), ("integrate", 2), ("prompt", 1))).Select(n => (n.Need.Competency, n.IsFurther))
            .ShouldBe([("prompt", false), ("integrate", true), ("literacy", true)]);
        Needs.From(Profiles.Quick("none", "none", "help_others", ("evaluate", 2)))[0].IsFurther.ShouldBeFalse();
    }

    [Fact]
    public void Reads_the_tasks_for_which_a_person_already_uses_it()
    {
        var profile = new ReadAnswers(Reference).From(_ => null, variable => variable == "ai_purposes" ? ["translation", "grants", "research"] : []);
        profile.Does.ShouldBe(["translation", "grant"]);
        Reference.Answers!.TaskDone("grant")!.In("fr").ShouldBe("Préparer des demandes de subvention");
    }

    [Fact]
    public void Asks_about_the_basics_then_what_the_goal_and_the_obstacle_point_to() =>
        Needs.ToAsk(Profiles.Quick("email", "data", "pick_tool")).Select(c => c.Code).ShouldBe(["literacy", "choose", "risk"]);

    [Fact]
    public void Reads_the_questionnaires_answers()
    {
        var answers = new Dictionary<string, string>
        {
            ["status"] = "self_employed",
            ["role"] = "artist",
            ["obstacle_self"] = "concerns",
            ["piles.programme"] = "keep",
            ["piles.email"] = "hand",
            ["comp.limits.importance"] = "5",
            ["comp.limits.mastery"] = "2",
            ["comp.prompt.importance"] = "1",
            ["comp.prompt.mastery"] = "1",
            ["comp.risk.importance"] = "4",
        };
        var profile = new ReadAnswers(Reference).From(answers.GetValueOrDefault);
        (profile.Status, profile.Role, profile.Link, profile.Obstacle, profile.Heard).ShouldBe(("self_employed", "artist", "creation", "concerns", NeedOrigin.SurveyAnswer));
        profile.Piles.OrderBy(p => p.Key).ShouldBe([new("email", TaskPile.Hand), new("programme", TaskPile.Keep)]);
        profile.Positions["limits"].ShouldBe(new Position(1, true));
        profile.Positions["prompt"].ShouldBe(new Position(0, false));
        profile.Positions.Keys.ShouldNotContain("risk");
    }

    [Fact]
    public void Ignores_codes_it_does_not_know()
    {
        var profile = new ReadAnswers(Reference).From(_ => "zzz");
        profile.Positions.ShouldBeEmpty();
        profile.Obstacle.ShouldBeNull();
        Needs.From(profile).ShouldBeEmpty();
    }
}
