using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class DateQuestionTests
{
    private static readonly Questionnaire Bounded = Ask("min: 2026-01-01, max: 2026-12-31, missing: [dont_know]");

    [Theory]
    [InlineData("2026-11-29")]
    [InlineData("2026/11/29")]
    [InlineData("2026.11.29")]
    [InlineData(" 2026 11 29 ")]
    [InlineData("29 novembre 2026")]
    [InlineData("29\u00A0novembre\u00A02026")]
    [InlineData("29 nov. 2026")]
    [InlineData("November 29, 2026")]
    [InlineData("29th November 2026")]
    public void Keeps_a_day_as_one_stable_text_however_it_is_typed(string typed)
    {
        var post = Samples.Post(Bounded, ("q", typed));
        post.Problems.ShouldBeEmpty();
        post.Answers.ToJson().ShouldBe("""{"q":"2026-11-29"}""");
    }

    [Theory]
    [InlineData("1er février 2026", "2026-02-01")]
    [InlineData("1 fevrier 2026", "2026-02-01")]
    [InlineData("1 août 2026", "2026-08-01")]
    [InlineData("3 mai 2026", "2026-05-03")]
    [InlineData("2nd May 2026", "2026-05-02")]
    [InlineData("June 3 2026", "2026-06-03")]
    [InlineData("2026-2-3", "2026-02-03")]
    public void Reads_months_in_words_and_single_figures(string typed, string kept) => Samples.Post(Bounded, ("q", typed)).Answers["q"].Text.ShouldBe(kept);

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("29-11-2026")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("26-11-29")]
    [InlineData("29 jui 2026")]
    [InlineData("29 ma 2026")]
    [InlineData("novembre 2026")]
    [InlineData("demain")]
    [InlineData("29 \uD800 2026")]
    [InlineData("2026-11-29T00:00")]
    [InlineData("2026-11-29 2026-11-29 2026-11-29 2026-11-29")]
    public void Refuses_what_is_not_a_day_or_could_be_two(string typed)
    {
        var post = Samples.Post(Bounded, ("q", typed));
        var problem = post.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("not_a_date");
        post.Typed(problem.Field).ShouldBe([typed]);
        post.Answers.Has("q").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2027-01-01")]
    public void Refuses_a_day_out_of_its_bounds_and_says_them(string typed)
    {
        var problem = Samples.Post(Bounded, ("q", typed)).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Args["min"], problem.Args["max"]).ShouldBe(("date_out_of_range", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public void Without_bounds_a_slip_on_the_year_is_still_met() =>
        Samples.Post(Ask("required: false"), ("q", "0206-11-29")).Problems.ShouldHaveSingleItem().Code.ShouldBe("date_out_of_range");

    [Fact]
    public void Silence_and_ignorance_stay_apart()
    {
        Samples.Post(Bounded).Answers["q"].Missing.ShouldBe(MissingKind.Skipped);
        Samples.Post(Bounded, ("q.missing", "dont_know")).Answers["q"].Missing.ShouldBe(MissingKind.DontKnow);
        Samples.Post(Bounded, ("q", "2026-01-02"), ("q.missing", "dont_know")).Problems.ShouldHaveSingleItem().Code.ShouldBe("exclusive_with_others");
        Samples.Post(Ask("required: true")).Problems.ShouldHaveSingleItem().Code.ShouldBe("required");
    }

    [Fact]
    public void Is_said_as_the_reader_writes_it_and_read_back_from_a_file()
    {
        var variable = Bounded.FindVariable("q")!;
        variable.Type.Word.ShouldBe("date");
        variable.Say(AnswerValue.Of("2026-11-29"), "fr").ShouldBe(["29\u00A0novembre\u00A02026"]);
        variable.Say(AnswerValue.Of("2026-02-01"), "fr").ShouldBe(["1er\u00A0février\u00A02026"]);
        variable.Say(AnswerValue.Of("2026-11-29"), "en").ShouldBe(["November\u00A029, 2026"]);
        variable.Say(AnswerValue.Of("2026-11-29"), "iu").ShouldBe(["2026-11-29"]);
        variable.Read("2026-11-29").ShouldBe(AnswerValue.Of("2026-11-29"));
        variable.Read("dont_know").ShouldBe(AnswerValue.Of(MissingKind.DontKnow));
        variable.Read("2027-11-29").ShouldBeNull();
        variable.Read("29 novembre 2026").ShouldBeNull();
        variable.Question.Fields[0].Values(AnswerSet.Empty.With("q", AnswerValue.Of("2026-11-29")), "fr").ShouldBe(["2026-11-29"]);
    }

    [Theory]
    [InlineData("min: 2026-12-31, max: 2026-01-01", "wrong_bounds")]
    [InlineData("min: yesterday", "bad_date")]
    [InlineData("decimals: 1", "key_unknown")]
    public void Refuses_bounds_that_make_no_sense(string more, string code) =>
        QuestionnaireReader.Read(Samples.Asking(Question(more)), "x").Problems.ShouldHaveSingleItem().Code.ShouldBe(code);

    private static Questionnaire Ask(string more) => Samples.Read(Samples.Asking(Question(more)));

    private static string Question(string more) => $"{{ code: q, kind: date, title: {{ fr: Q, en: Q }}, {more} }}";
}
