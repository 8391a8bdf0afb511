using Diapason.Forms;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>The exact figures that the door is given, against R; and what comes out of it beside them.</summary>
public sealed class PortraitNumbersTests
{
    // R 4.5, survey 4.1.1, on kits/ia-en-culture/answers.csv: calibrate(~m1+m2+m3+m4, calfun = "raking", epsilon = 1e-12), unknown categories kept at
    // their share; svymean.
    [Theory]
    [InlineData("evolution", "", "", 1181, 0.830085943875)]
    [InlineData("threat", "", "", 1156, 0.299915277320)]
    [InlineData("no_use", "", "", 1176, 0.570063658602)]
    [InlineData("obstacle_self", "", "", 454, 0.460453451766)]
    [InlineData("threat", "region", "r03", 149, 0.331074099551)]
    [InlineData("evolution", "subsector", "heritage", 80, 0.812744721020)]
    public void Agrees_with_R_on_number_and_share(string code, string by, string segment, int n, double share)
    {
        var exact = Exact(code, by, segment).ShouldNotBeNull();
        exact.Weights.N.ShouldBe(n);
        exact.Share.ShouldBe(share, 1e-9);
    }

    [Fact]
    public void Agrees_with_R_on_the_effective_number_of_respondents() => (Whole.Rows / Diapason.Statistics.Publication.WeightSummary.Of(Weighed.Design.Weights).Kish).ShouldBe(979.2310176891, 1e-6);

    [Fact]
    public void The_exact_figures_are_the_published_ones_to_the_point() =>
        KitStudy.Definition.Figures.ShouldAllBe(f => Math.Round(100 * Exact(f.Code, "", "")!.Share) == f.Published);

    [Fact]
    public void What_is_published_is_within_what_its_error_says_of_what_was_given()
    {
        var edition = KitStudy.Compute(Whole);
        foreach (var figure in edition.Figures)
        {
            var published = figure.Overall.ShouldNotBeNull();
            Math.Abs(published.Value - Exact(figure.Definition.Code, "", "")!.Share).ShouldBeLessThan(0.02, figure.Definition.Code);
            published.N.Value.ShouldBe(RoundedOf(Exact(figure.Definition.Code, "", "")!.Weights.N));
        }

        edition.Figures.Count(f => Math.Round(100 * Exact(f.Definition.Code, "", "")!.Share) != Math.Round(100 * f.Overall!.Value)).ShouldBeGreaterThan(0, "something is added");
    }

    [Fact]
    public void The_order_in_which_answers_are_read_changes_no_figure()
    {
        var answers = KitStudy.Answers().ToArray();
        var (store, backwards) = (KitStudy.Store(answers), KitStudy.Store(answers.Reverse()));
        var people = KitStudy.People(store);
        var turned = new AnsweredPeople(backwards, people.Days, [.. people.Standings.Reverse()]);
        Publish(people).ShouldBe(Publish(turned));

        static string Publish(AnsweredPeople people)
        {
            var nights = KitStudy.Nights(people, KitStudy.Study());
            foreach (var passed in new[] { 1, 7 }) nights.Decide(new NightToDecide(new DateOnly(2026, 11, 23), null, passed, false));
            return PortraitJson.Write(nights.Latest!);
        }
    }

    [Fact]
    public void An_edition_is_read_as_it_was_written()
    {
        var content = PortraitJson.Write(KitStudy.Compute(Whole));
        PortraitJson.Write(PortraitJson.Read(content)).ShouldBe(content, "what another machine reads");
        foreach (var hidden in new[] { "1181", "1156", "1176" }) content.ShouldNotContain(hidden, Case.Sensitive, "no exact number of people is in it");
    }

    [Fact]
    public void A_respondent_who_knows_but_never_uses_counts_and_a_silent_one_is_out_of_the_base()
    {
        var figure = KitStudy.Definition.Figures.Single(f => f.Code == "no_use");
        AnswerSet[] answers =
        [
            Given("good", "never"), Given("none", "often"), Given("good", "often"), Given(null, "often"), Given(null, "never"), Given(null, null),
        ];
        var column = FigureColumn.Of(figure, KitStudy.Store(answers));
        Enumerable.Range(0, 6).Select(row => column[row]).ShouldBe([1, 1, 0, -1, 1, -1]);
    }

    private static AnswerSet Given(string? knowledge, string? use) => AnswerSet.From(new[] { ("ai_knowledge", knowledge), ("ai_use", use) }
        .Select(p => KeyValuePair.Create(p.Item1, p.Item2 is null ? AnswerValue.Of(MissingKind.DontKnow) : AnswerValue.Of(p.Item2))));

    private static int RoundedOf(int n) => n < 1000 ? (n + 5) / 10 * 10 : (n + 25) / 50 * 50;

    private static Diapason.Studies.Columns.ColumnStore Whole { get; } = KitStudy.Store(KitStudy.Answers());

    private static (Diapason.Statistics.SurveyDesign Design, MarginUses Margins) Weighed { get; } = WeighToFrame.Run(KitStudy.Frame, Whole);

    private static ExactShare? Exact(string code, string by, string segment)
    {
        var figure = FigureColumn.Of(KitStudy.Definition.Figures.Single(f => f.Code == code), Whole);
        var weights = Weighed.Design.Weights.ToArray();
        if (by.Length == 0) return RowShares.Of(figure, weights, null, 1)[0];
        var column = Whole.Column(by);
        return RowShares.Of(figure, weights, FigureColumn.Segments(column), column.Categories.Count)[column.Categories.ToList().IndexOf(segment)];
    }
}
