using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Orders of options drawn for each person: stable, even, anchors last, kept with what is sent.</summary>
public sealed class RandomOrderTests
{
    private static readonly Questionnaire Form = Samples.Read(Yaml);

    [Fact]
    public void The_same_seed_gives_the_same_order_and_anchors_stay_last()
    {
        var (first, again) = (Order("tools", 7), Order("tools", 7));
        first.ShouldBe(again);
        first.Split(' ')[^2..].ShouldBe(["none", "more"]);
        Order("tools", null).ShouldBe("a b none c more d");
        Enumerable.Range(1, 20).Select(seed => Order("tools", (uint)seed)).Distinct().Count().ShouldBeGreaterThan(5);
        Order("tools", 7).ShouldNotBe(Order("other", 7));
    }

    [Fact]
    public void Each_option_comes_in_each_place_about_as_often()
    {
        var places = new int[4, 4];
        for (uint seed = 0; seed < 8_000; seed++)
            foreach (var (at, code) in Order("tools", seed).Split(' ').Take(4).Index()) places[code[0] - 'a', at]++;
        // 2,000 expected in each of 16: chi-squared, 9 degrees of freedom, p = 0.0001.
        places.Cast<int>().Sum(count => (count - 2_000.0) * (count - 2_000) / 2_000).ShouldBeLessThan(33.7);
    }

    [Fact]
    public void The_order_is_kept_and_the_seed_is_not()
    {
        var begun = RandomOrder.Begin(Form, AnswerSet.Parse("""{"rank":["y","x"]}"""), 7);
        var route = Form.RouteFor(begun);
        var sent = route.Complete();
        sent.Has(RandomOrder.SeedCode).ShouldBeFalse();
        sent["tools.order"].Text.ShouldBe(Order("tools", 7));
        sent["rank.order"].Text.Split(' ').Order(StringComparer.Ordinal).ShouldBe(["x", "y", "z"]);
        Form.RouteFor(begun.Merge(PagePost.Read(Form.Pages[0], route, _ => []).Answers)).FirstIncomplete.ShouldBeNull();
        RandomOrder.Begin(Form, begun, 8).ShouldBeSameAs(begun);
        RandomOrder.Begin(Samples.Questionnaire, AnswerSet.Empty, 8).ShouldBeSameAs(AnswerSet.Empty);
        AnswerSet.Parse(begun.ToJson())[RandomOrder.SeedCode].Number.ShouldBe(7);
    }

    [Fact]
    public void It_leaves_and_comes_back_as_a_form_of_others()
    {
        var written = XlsFormWriter.Write(Form);
        written.Sheets[0].Rows.Count(row => row.Cells.Contains("randomize=true")).ShouldBe(3);
        XlsFormReader.Read(written.Sheets).Questionnaire!.Questions.Count(question => question.IsShuffled).ShouldBe(3);
    }

    [Fact]
    public void Another_word_is_refused() => QuestionnaireReader.Read(Yaml.Replace("order: random", "order: alphabetical", StringComparison.Ordinal), "q").Problems.ShouldAllBe(problem => problem.Code == "unknown_order");

    private static string Order(string question, uint? seed)
    {
        var answers = seed is { } drawn ? RandomOrder.Begin(Form, AnswerSet.Empty, drawn) : AnswerSet.Empty;
        var asked = Form.FindVariable(question)!.Question;
        return string.Join(' ', Form.RouteFor(answers).Shown(asked, Form.FindVariable(question)!.Options).Select(option => option.Code));
    }

    private const string Yaml = """
        code: shuffled
        version: "1"
        title: { fr: Ordre, en: Order }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                title: { fr: Vous, en: You }
                questions:
                  - code: tools
                    kind: multiple
                    order: random
                    title: { fr: Outils, en: Tools }
                    options:
                      - { code: a, fr: A un, en: A one }
                      - { code: b, fr: B un, en: B one }
                      - { code: none, fr: Aucun, en: None, exclusive: true }
                      - { code: c, fr: C un, en: C one }
                      - { code: more, fr: Autre, en: Other, other: true }
                      - { code: d, fr: D un, en: D one }
                  - code: other
                    kind: single
                    order: random
                    title: { fr: Un, en: One }
                    options: [{ code: a, fr: A un, en: A one }, { code: b, fr: B un, en: B one }, { code: c, fr: C un, en: C one }, { code: d, fr: D un, en: D one }]
                  - code: rank
                    kind: ranking
                    order: random
                    title: { fr: Rang, en: Rank }
                    options: [{ code: x, fr: X un, en: X one }, { code: y, fr: Y un, en: Y one }, { code: z, fr: Z un, en: Z one }]
        """;
}
