using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class PagePostTests
{
    private static readonly AnswerSet Employee = Samples.Answers("""{"status":"employee"}""");

    [Fact]
    public void Keeps_a_choice_a_number_and_marks_what_was_left_blank()
    {
        var post = Samples.Post("you", AnswerSet.Empty, ("status", "employee"), ("hours", " 12,5 "));
        post.IsValid.ShouldBeTrue();
        post.Answers.ToJson().ShouldBe("""{"status":"employee","status.other":{"missing":"skipped"},"hours":12.5}""");
    }

    [Fact]
    public void An_answer_taken_back_overwrites_the_one_kept()
    {
        var before = Samples.Answers("""{"status":"employee","hours":12}""");
        var after = before.Merge(Samples.Post("you", before).Answers);
        after["status"].Missing.ShouldBe(MissingKind.Skipped);
        after["hours"].Missing.ShouldBe(MissingKind.Skipped);
    }

    [Fact]
    public void Keeps_the_version_of_the_text_consented_to()
    {
        Samples.Post("agree", AnswerSet.Empty, ("consent", "yes")).Answers["consent.version"].Text.ShouldBe("2026-1");
        var refused = Samples.Post("agree", AnswerSet.Empty);
        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("required");
        refused.Answers.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("status", "president", "unknown_option")]
    [InlineData("status", "dont_know", "unknown_option")]
    [InlineData("hours", "81", "out_of_range")]
    [InlineData("hours", "-1", "out_of_range")]
    [InlineData("hours", "1,234.5", "not_a_number")]
    [InlineData("hours", "1 234", "out_of_range")]
    [InlineData("hours", "douze", "not_a_number")]
    [InlineData("hours", "12,", "not_a_number")]
    [InlineData("hours", ",5", "not_a_number")]
    [InlineData("hours", "12,55", "too_many_decimals")]
    [InlineData("hours", "9999999999999999999999999999999999999999", "not_a_number")]
    [InlineData("hours.missing", "prefer_not", "unknown_option")]
    public void Refuses_what_is_not_an_answer_and_keeps_what_was_typed(string field, string value, string code)
    {
        var post = Samples.Post("you", AnswerSet.Empty, (field, value));
        var problem = post.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Field.Name.ShouldBe(field);
        post.Typed(problem.Field).ShouldBe([value]);
        post.Answers.Has(problem.Variable).ShouldBeFalse();
    }

    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData("0", 0)]
    [InlineData("80,0", 80)]
    public void Reads_a_decimal_comma_and_a_decimal_point_alike(string typed, double expected) =>
        Samples.Post("you", AnswerSet.Empty, ("hours", typed)).Answers["hours"].Number.ShouldBe((decimal)expected);

    [Fact]
    public void Dont_know_and_prefer_not_to_say_stay_apart()
    {
        var post = Samples.Post("you", AnswerSet.Empty, ("status", "prefer_not"), ("hours.missing", "dont_know"));
        post.Answers["status"].Missing.ShouldBe(MissingKind.PreferNot);
        post.Answers["hours"].Missing.ShouldBe(MissingKind.DontKnow);
    }

    [Fact]
    public void Refuses_a_number_together_with_dont_know()
    {
        var problem = Samples.Post("you", AnswerSet.Empty, ("hours", "3"), ("hours.missing", "dont_know")).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("exclusive_with_others");
    }

    [Fact]
    public void Two_different_values_for_one_choice_are_too_many()
    {
        var post = Samples.Post("you", AnswerSet.Empty, ("status", "employee"), ("status", "self_employed"));
        post.Problems.ShouldHaveSingleItem().Code.ShouldBe("too_many");
        Samples.Post("you", AnswerSet.Empty, ("status", "employee"), ("status", "employee")).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Stores_several_choices_once_each_in_the_order_of_the_questionnaire()
    {
        var post = Samples.Post("work", Employee, ("obstacle", "cost"), ("obstacle", "time"), ("obstacle", "cost"));
        post.Answers["obstacle"].Codes.ShouldBe(["time", "cost"]);
    }

    [Theory]
    [InlineData("time", "too_few")]
    [InlineData("time cost skill fear", "too_many")]
    [InlineData("time none", "exclusive_with_others")]
    [InlineData("time cost dont_know", "exclusive_with_others")]
    [InlineData("time nonsense", "unknown_option")]
    public void Counts_choices_and_keeps_the_lonely_ones_alone(string chosen, string code)
    {
        var post = Samples.Post("work", Employee, [.. chosen.Split(' ').Select(value => ("obstacle", value))]);
        post.Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        post.Typed(post.Problems[0].Field).ShouldBe(chosen.Split(' '));
    }

    [Fact]
    public void A_problem_gives_the_figures_its_message_needs()
    {
        var problem = Samples.Post("work", Employee, ("obstacle", "time")).Problems[0];
        problem.Args["min"].ShouldBe(2);
        problem.Args["count"].ShouldBe(1);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("dont_know")]
    public void A_choice_that_stands_alone_needs_no_company(string code) =>
        Samples.Post("work", Employee, ("obstacle", code)).IsValid.ShouldBeTrue();

    [Fact]
    public void Words_beside_an_unticked_other_choose_it()
    {
        var post = Samples.Post("you", AnswerSet.Empty, ("status.other", "Bénévolat"));
        post.Answers["status"].Text.ShouldBe("another");
        post.Answers["status.other"].Text.ShouldBe("Bénévolat");
    }

    [Fact]
    public void Who_takes_another_choice_leaves_the_words_that_specified_the_former()
    {
        var post = Samples.Post("you", AnswerSet.Empty, ("status", "employee"), ("status.other", "Bénévolat"));
        post.IsValid.ShouldBeTrue();
        post.Answers["status"].Text.ShouldBe("employee");
        post.Answers["status.other"].Missing.ShouldBe(MissingKind.Skipped);
    }

    [Fact]
    public void Keeps_each_statement_each_side_of_a_pair_and_each_pile()
    {
        var post = Samples.Post("rate", AnswerSet.Empty, ("impact.create", "high"), ("impact.show", "dont_know"), ("comp.risk.importance", "high"), ("piles.email", "give"));
        post.Answers["impact.create"].Text.ShouldBe("high");
        post.Answers["impact.show"].Missing.ShouldBe(MissingKind.DontKnow);
        post.Answers["comp.risk.importance"].Text.ShouldBe("high");
        post.Answers["comp.risk.mastery"].Missing.ShouldBe(MissingKind.Skipped);
        post.Answers["piles.email"].Text.ShouldBe("give");
    }

    [Fact]
    public void Keeps_words_verbatim_but_for_line_ends()
    {
        var post = Samples.Post("words", AnswerSet.Empty, ("words", "  L’art,\r\nc’est 🎭 <b>nous</b>.\t! "));
        post.Answers["words"].Text.ShouldBe("L’art,\nc’est 🎭 <b>nous</b>. !");
    }

    [Theory]
    [InlineData("un\vdeux", "un\ndeux")]
    [InlineData("gentil \u202Etnahcém\u202C", "gentil tnahcém")]
    [InlineData("\u2066seul\u2069", "seul")]
    public void Takes_a_word_processors_line_ends_and_drops_marks_that_turn_a_line_round(string typed, string kept) =>
        Samples.Post("words", AnswerSet.Empty, ("words", typed)).Answers["words"].Text.ShouldBe(kept);

    [Theory]
    [InlineData("a\uFFFDb")]
    [InlineData("a\u0000b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\uD83Db")]
    [InlineData("a\uDFADb")]
    public void Refuses_bytes_that_are_not_text(string typed) =>
        Samples.Post("words", AnswerSet.Empty, ("words", typed)).Problems.ShouldHaveSingleItem().Code.ShouldBe("invalid_text");

    [Fact]
    public void Refuses_a_text_of_two_megabytes_as_too_long()
    {
        var problem = Samples.Post("words", AnswerSet.Empty, ("words", new string('é', 2_000_000))).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("too_long");
        problem.Args["max"].ShouldBe(1000);
        Samples.Post("words", AnswerSet.Empty, ("words", new string('é', 1001))).Problems[0].Args["length"].ShouldBe(1001);
        Samples.Post("words", AnswerSet.Empty, ("words", new string('é', 1000))).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Ignores_what_is_posted_for_a_question_routed_away()
    {
        var post = Samples.Post("work", Samples.Answers("""{"status":"self_employed"}"""), ("obstacle", "time"), ("obstacle", "cost"));
        post.IsValid.ShouldBeTrue();
        post.Answers.Count.ShouldBe(0);
    }

    [Fact]
    public void A_field_shows_again_what_is_kept_in_the_language_of_the_reader()
    {
        var kept = Samples.Answers("""{"status":{"missing":"prefer_not"},"hours":12.5,"obstacle":["time","cost"]}""");
        Field Field(string name) => Samples.Questionnaire.Questions.SelectMany(question => question.Fields).Single(field => field.Name == name);
        Field("status").Values(kept, "en").ShouldBe(["prefer_not"]);
        Field("hours").Values(kept, "fr").ShouldBe(["12,5"]);
        Field("hours").Values(kept, "en").ShouldBe(["12.5"]);
        Field("hours.missing").Values(kept, "fr").ShouldBeEmpty();
        Field("obstacle").Values(kept, "fr").ShouldBe(["time", "cost"]);
        Field("status").Variable.Say(kept["status"], "fr").ShouldBe(["Je préfère ne pas répondre"]);
        Field("obstacle").Variable.Say(kept["obstacle"], "en").ShouldBe(["Time", "Cost"]);
    }
}
