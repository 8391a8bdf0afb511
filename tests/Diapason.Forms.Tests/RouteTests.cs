using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class RouteTests
{
    private static Questionnaire Form => Samples.Questionnaire;

    private static Route For(string json) => Form.RouteFor(Samples.Answers(json));

    private static string[] Codes(Route route) => [.. route.Pages.Select(page => page.Code)];

    [Fact]
    public void Each_status_takes_its_own_way()
    {
        Codes(For("{}")).ShouldBe(["agree", "you", "rate", "words"]);
        Codes(For("""{"status":"employee"}""")).ShouldBe(["agree", "you", "work", "rate", "words"]);
        Codes(For("""{"status":"employee","obstacle":["time"]}""")).ShouldBe(["agree", "you", "work", "work_more", "rate", "words"]);
        Codes(For("""{"status":"self_employed","hours":2}""")).ShouldBe(["agree", "you", "solo", "rate"]);
    }

    [Fact]
    public void An_answer_routed_away_decides_nothing_any_more() =>
        Codes(For("""{"status":"self_employed","obstacle":["time"],"hours":2}""")).ShouldBe(["agree", "you", "solo", "rate"]);

    [Fact]
    public void Answers_routed_away_are_dropped_when_sent_and_say_so()
    {
        var route = For("""{"consent":"yes","status":"self_employed","obstacle":["time"],"why_time":"x","hours":20}""");
        route.RoutedAway.Select(variable => variable.Code).ShouldBe(["obstacle", "why_time"]);
        var sent = route.Complete();
        sent.Count.ShouldBe(Form.Variables.Count);
        sent["obstacle"].Missing.ShouldBe(MissingKind.NotAsked);
        sent["why_time"].Missing.ShouldBe(MissingKind.NotAsked);
        sent["words"].Missing.ShouldBe(MissingKind.Skipped);
        sent["hours"].Number.ShouldBe(20);
    }

    [Fact]
    public void Goes_forth_and_back_over_what_is_hidden()
    {
        var route = For("""{"status":"self_employed"}""");
        route.After(Form.FindPage("you")!)!.Code.ShouldBe("solo");
        route.Before(Form.FindPage("solo")!)!.Code.ShouldBe("you");
        route.After(Form.FindPage("work")!)!.Code.ShouldBe("solo");
        route.Before(Form.FindPage("work")!)!.Code.ShouldBe("you");
        route.After(Form.FindPage("words")!).ShouldBeNull();
        route.Before(Form.FindPage("agree")!).ShouldBeNull();
    }

    [Fact]
    public void Finds_the_first_page_left()
    {
        For("{}").FirstIncomplete!.Code.ShouldBe("agree");
        var agreed = """{"consent":"yes","consent.version":"2026-1"}""";
        For(agreed).FirstIncomplete!.Code.ShouldBe("you");
        var everything = Form.RouteFor(Samples.Answers(agreed)).Complete();
        Form.RouteFor(everything).FirstIncomplete.ShouldBeNull();
    }

    [Fact]
    public void Progress_counts_only_what_is_shown_and_time_runs_out()
    {
        var route = For("""{"status":"self_employed"}""");
        var first = route.At(route.Pages[0]);
        var last = route.At(route.Pages[^1]);
        (first.Section, first.Sections, first.Page, first.Pages).ShouldBe((1, 3, 1, 5));
        (last.Section, last.Page).ShouldBe((3, 5));
        last.SectionTitle.In("en").ShouldBe("End");
        first.MinutesLeft.ShouldBeGreaterThan(last.MinutesLeft);
        last.MinutesLeft.ShouldBeGreaterThanOrEqualTo(1);
        first.MinutesLeft.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void Sent_answers_take_the_same_way_as_the_draft()
    {
        var route = For("""{"status":"employee","obstacle":["time","cost"],"hours":2,"words":"dropped"}""");
        Codes(Form.RouteFor(route.Complete())).ShouldBe(Codes(route));
    }

    [Fact]
    public void Preferring_not_to_say_satisfies_a_required_question_and_every_statement_counts()
    {
        var form = Samples.Read(Samples.Yaml.Replace("decimals: 1", "decimals: 1\n            required: true", StringComparison.Ordinal)
            .Replace("layout: grid", "layout: grid\n            required: true", StringComparison.Ordinal));
        Page you = form.FindPage("you")!, rate = form.FindPage("rate")!;
        string First(string json) => form.RouteFor(form.RouteFor(Samples.Answers("""{"consent":"yes","consent.version":"1",""" + json)).Complete()).FirstIncomplete?.Code ?? "";
        First(""" "hours":{"missing":"skipped"}}""").ShouldBe(you.Code);
        First(""" "hours":{"missing":"dont_know"},"impact.create":"low"}""").ShouldBe(rate.Code);
        First(""" "hours":{"missing":"dont_know"},"impact.create":"low","impact.show":{"missing":"dont_know"}}""").ShouldBe("");
    }
}
