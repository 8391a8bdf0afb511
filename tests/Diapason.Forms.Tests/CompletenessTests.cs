using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class CompletenessTests
{
    private const string Status = "{ code: status, kind: single, title: { fr: A, en: A }, options: [{ code: a, fr: A, en: A }, { code: b, fr: B, en: B }, { code: c, fr: C, en: C }] }";
    private const string Hours = "{ code: hours, kind: number, title: { fr: A, en: A }, min: 0, max: 40 }";
    private const string Text = "{ code: t, kind: short_text, title: { fr: A, en: A } }";

    [Theory]
    [InlineData("status = 'a' and status = 'b'", "Page p1: Blocks never_shown")]
    [InlineData("hours > 40", "Page p1: Blocks never_shown")]
    [InlineData("hours > 3 and hours < 4", "Page p1: Blocks never_shown")]
    [InlineData("hours > 39.5", "")]
    [InlineData("${status} = 'a' or ${status} != 'a'", "Page p1: Warns always_shown")]
    [InlineData("answered(status) or not answered(status)", "Page p1: Warns always_shown")]
    [InlineData("status != 'a'", "")]
    [InlineData("hours >= 0", "")]                                     // not of who passes it over
    [InlineData("${hours} * 2 = 7", "Page p1: Warns reach_not_proved")]
    [InlineData("${hours} * 2 = 80", "")]
    [InlineData("today() > date('2026-01-01')", "Page p1: Warns reach_not_proved")]
    [InlineData("true()", "Page p1: Warns always_shown")]
    [InlineData("${gone} = 1", "Page p1: Blocks never_shown")]          // a calculation that gives 0 or 2
    [InlineData("gone = 2", "Page p1: Blocks never_shown")]            // by a bare name, what is worked out is never known
    public void Says_what_nobody_meets_and_what_decides_nothing(string when, string finding)
    {
        var form = Form("calculations: [{ code: gone, value: \"if(${status} = 'a', 2, 0)\" }]", [$"{Status}, {Hours}"], [Text, when]);
        var found = string.Join('\n', Completeness.Of(form));
        if (finding.Length == 0) found.ShouldBeEmpty();
        else found.ShouldStartWith(finding);
    }

    [Fact]
    public void What_is_required_is_answered_and_what_is_routed_away_is_not()
    {
        Found(Form("", [Status.Replace("title", "required: true, title", StringComparison.Ordinal)], [Text, "not answered(status)"])).ShouldBe("Page p1: Blocks never_shown condition=not answered(status)");
        Found(Form("", [Status], [Hours, "status = 'a'"], [Text, "status = 'b' and hours > 1"])).ShouldBe("Page p2: Blocks never_shown condition=status = 'b' and hours > 1");
        Found(Form("", [Status], [Hours, "status = 'a'"], [Text, "not answered(hours)"])).ShouldBeEmpty();
    }

    [Fact]
    public void A_section_or_a_page_that_nobody_meets_is_told_once()
    {
        var hidden = Text.Replace("kind", "when: \"status = 'a' and status = 'b'\", kind", StringComparison.Ordinal);
        Found(Form("", [Status], [hidden])).ShouldBe("Page p1: Blocks never_shown condition=status = 'a' and status = 'b'");
        Found(Form("", [Status], [hidden + ", " + Hours])).ShouldBe("Question t: Blocks never_shown condition=status = 'a' and status = 'b'");
        Found(Form("", [Status], [Hours, "status != 'a'"], [Text, "hours > 90"])).ShouldBe("Page p2: Blocks never_shown condition=hours > 90");
    }

    [Theory]
    [InlineData("{ code: q, kind: number, title: { fr: A, en: A }, required: true, min: 0.2, max: 0.8 }", "Question q: Blocks no_answer_fits", true)]
    [InlineData("{ code: q, kind: number, title: { fr: A, en: A }, min: 0.2, max: 0.8 }", "Question q: Warns no_answer_fits", false)]
    [InlineData("{ code: q, kind: number, title: { fr: A, en: A }, required: true, decimals: 1, min: 0.2, max: 0.8 }", "", false)]
    [InlineData("{ code: q, kind: short_text, title: { fr: A, en: A }, required: true, max_length: 0 }", "Question q: Blocks no_answer_fits", true)]
    [InlineData("{ code: q, kind: multiple, title: { fr: A, en: A }, required: true, min: 2, options: [{ code: a, fr: A, en: A }, { code: none, fr: N, en: N, exclusive: true }] }", "Option q/a: Blocks option_never_usable min=2", false)]
    [InlineData("{ code: q, kind: single, title: { fr: A, en: A }, options: [{ code: a, fr: Été, en: A }, { code: b, fr: ' ete ', en: B }] }", "Option q/b: Warns same_words language=fr other=a", false)]
    [InlineData("{ code: q, kind: statements, title: { fr: A, en: A }, options: [{ code: a, fr: A, en: A }], items: [{ code: x, fr: X, en: Same }, { code: y, fr: Y, en: same }] }", "Item q/y: Warns same_words language=en other=x", false)]
    [InlineData("{ code: q, kind: short_text, title: { fr: Une ou deux phrases ici, en: Une ou deux phrases ici } }", "Question q: Warns same_in_languages text=title language=en other=fr", false)]
    [InlineData("{ code: your.email, kind: short_text, title: { fr: A, en: A } }", "Question your.email: Warns looks_personal word=email", false)]
    [InlineData("{ code: q, kind: short_text, title: { fr: Écrivez votre prénom, en: A } }", "Question q: Warns looks_personal word=prenom language=fr", false)]
    [InlineData("{ code: q, kind: short_text, title: { fr: Quel est le nom de l’outil?, en: A } }", "", false)]
    [InlineData("{ code: email, kind: single, title: { fr: A, en: A }, options: [{ code: a, fr: A, en: A }] }", "", false)]
    public void Says_what_is_wrong_with_a_question(string question, string finding, bool isStuck)
    {
        var form = Samples.Read(Samples.Asking(question));
        var walk = RandomWalks.Of(form, 50);
        walk.DeadEnds.Select(end => end.Page).ShouldBe(isStuck ? ["p"] : []);
        var found = Completeness.Of(form, walk);
        string.Join('\n', found.Where(one => one.Code != FindingCodes.DeadEnd)).ShouldStartWith(finding);
        if (finding.Length == 0) found.ShouldBeEmpty();
        if (isStuck) found.ShouldContain(one => one.ToString() == "Page p: Blocks dead_end walks=50 of=50");
    }

    [Theory]
    [InlineData("status = 'a' and status = 'b'", "Option o/y: Blocks option_never_offered condition=status = 'a' and status = 'b'")]
    [InlineData("status = 'a'", "")]
    [InlineData("hours > 40", "Option o/y: Blocks option_never_offered condition=hours > 40")]
    [InlineData("${hours} * 2 = 7", "Option o/y: Warns offer_not_proved condition=${hours} * 2 = 7")]
    public void Says_which_choice_nobody_is_ever_offered(string when, string finding)
    {
        var asked = $"{{ code: o, kind: single, title: {{ fr: A, en: A }}, options: [{{ code: x, fr: X, en: X }}, {{ code: y, fr: Y, en: Y, when: \"{when}\" }}] }}";
        Found(Form("", [$"{Status}, {Hours}"], [asked])).ShouldBe(finding);
        // Inside what is shown to some only, what is offered to others is never offered.
        Found(Form("", [$"{Status}, {Hours}"], [asked, "status = 'c'"])).ShouldStartWith(finding.Length == 0 ? "Option o/y: Blocks option_never_offered" : finding);
    }

    [Theory]
    [InlineData("number", "required: true, max: 10, constraint: '. > 20'", "Question q: Blocks no_answer_fits")]
    [InlineData("number", "max: 10, constraint: '. > 20'", "Question q: Warns no_answer_fits")]
    [InlineData("number", "required: true, max: 10, constraint: '. > 5 and . < 7'", "")]
    [InlineData("number", "required: true, max: 10, constraint: '. > 5 and . < 6'", "Question q: Blocks no_answer_fits")]
    [InlineData("number", "required: true, max: 10, constraint: '. * 2 = 7'", "Question q: Warns fit_not_proved condition=. * 2 = 7")]
    [InlineData("date", "required: true, min: 2026-01-01, max: 2026-12-31, constraint: \". > date('2027-01-01')\"", "Question q: Blocks no_answer_fits")]
    [InlineData("short_text", "required: true, constraint: \". = 'oui'\"", "")]
    public void Says_which_constraint_no_answer_passes(string kind, string written, string finding) =>
        Found(Samples.Read(Samples.Asking($"{{ code: q, kind: {kind}, title: {{ fr: A, en: A }}, constraint_message: {{ fr: Non, en: No }}, {written} }}"))).ShouldBe(finding);

    // An independent search: no answer drawn at random passes what is said to be passed by none, and whoever says nothing is passed by some.
    [Fact]
    public void What_is_said_of_a_constraint_agrees_with_every_answer_tried()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var (low, high, max) = (random.Next(-3, 15), random.Next(-3, 15), random.Next(1, 12));
            var join = random.Next(2) == 0 ? "and" : "or";
            var form = Samples.Read(Samples.Asking($"{{ code: q, kind: number, title: {{ fr: A, en: A }}, required: true, min: 0, max: {max}, constraint: '. > {low} {join} . = {high}' }}"));
            var some = Enumerable.Range(0, max + 1).Any(n => join == "and" ? n > low && n == high : n > low || n == high);
            Completeness.Of(form).Any(one => one.Code == FindingCodes.NoAnswerFits).ShouldBe(!some, $". > {low} {join} . = {high}, max {max}");
        }
    }

    [Fact]
    public void Dots_in_the_place_of_a_title_block() =>
        Found(Samples.Read(Samples.Asking("{ code: q, kind: short_text, title: { fr: …, en: Why } }"))).ShouldBe("Question q: Blocks words_missing text=title language=fr");

    [Fact]
    public void Says_a_sentence_too_long_by_where_it_starts_and_a_text_that_is_hard()
    {
        string Asked(string hint) => Found(Samples.Read(Samples.Asking($"{{ code: q, kind: short_text, title: {{ fr: A, en: A }}, hint: {{ fr: Ici, en: \"{hint}\" }} }}")));
        var words = string.Join(' ', Enumerable.Repeat("word", 25));
        Asked($"{words}. {words}!").ShouldBeEmpty();
        Asked($"Short. And {words}.").ShouldBe("Question q: Warns sentence_too_long text=hint language=en words=26 most=25 starts=And word word word word word…");
        Asked(string.Join(' ', Enumerable.Repeat("Considerable organisational modifications notwithstanding", 5))).ShouldBe("Question q: Warns hard_to_read text=hint language=en lix=120 most=60");
    }

    [Fact]
    public void Readability_counts_as_its_sources_do()
    {
        // Two sentences of four words; two of the eight words have more than six letters: 4 + 25.
        Readability.Lix("Les petits chats dorment. Chaque maison reste ouverte.").ShouldBe(4 + 25.0);
        Readability.Sentences("Vraiment ? « Oui. » Alors… on y va! Version 2.1, l’IA.\nFin").Count.ShouldBe(6);
        Readability.Words("l’IA — et vous ? 12 %").ShouldBe(4);
    }

    [Fact]
    public void The_kits_can_be_opened_and_take_about_the_minutes_they_say()
    {
        foreach (var kit in new[] { "ia-en-culture", "ia-en-tourisme" })
        {
            var form = Samples.Read(File.ReadAllText(Kit(kit)));
            var walk = RandomWalks.Of(form, 300);
            walk.NeverReached.ShouldBeEmpty();
            walk.MedianMinutes.ShouldBeInRange(form.Minutes * 0.4, form.Minutes);
            Completeness.Of(form, walk).Where(finding => finding.Code is not "sentence_too_long").Select(finding => finding.ToString()).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Agrees_with_every_way_through_small_questionnaires_drawn_at_random()
    {
        var (random, never, always) = (new Random(12), 0, 0);
        for (var round = 0; round < Sample.Of(60, 2_000); round++)
        {
            var yaml = DrawnForm.Draw(random);
            var form = Samples.Read(yaml);
            var (every, found) = (new EveryWay(form), Completeness.Of(form));
            var told = found.Where(finding => finding.Code == FindingCodes.NeverShown).ToList();
            found.ShouldNotContain(finding => finding.Code == FindingCodes.ReachNotProved, yaml);
            foreach (var question in form.Questions)
            {
                var isTold = told.Exists(finding => finding.Place.Code == (finding.Place.Part switch { FindingPart.Section => question.Page.Section.Code, FindingPart.Page => question.Page.Code, _ => question.Code }));
                isTold.ShouldBe(!every.Questions.Contains(question.Code), $"{question.Code}\n{yaml}\n{string.Join('\n', found)}");
                never += isTold ? 1 : 0;
            }

            foreach (var page in form.Pages.Where(page => page.When is not null && every.Pages.Contains(page.Code)))
            {
                var isTold = found.Any(finding => finding.Code == FindingCodes.AlwaysShown && finding.Place == new FindingPlace(FindingPart.Page, page.Code));
                isTold.ShouldBe(!every.Failed.Contains(page.When!), $"{page.Code}\n{yaml}");
                always += isTold ? 1 : 0;
            }

            var walk = RandomWalks.Of(form, 200, round);
            walk.Ways.ShouldBeLessThanOrEqualTo(every.Ways.Count);
            walk.Reached.ShouldBeSubsetOf(every.Pages);
            walk.Asked.ShouldBeSubsetOf(every.Questions);
        }

        // What is drawn holds something to find.
        never.ShouldBeGreaterThan(5);
        always.ShouldBeGreaterThan(2);
    }

    private static string Found(Questionnaire form) => string.Join('\n', Completeness.Of(form));

    private static Questionnaire Form(string head, params string[][] pages) => Samples.Read($$"""
        code: sample
        version: "1"
        title: { fr: Essai, en: Sample }
        {{head}}
        sections:
          - code: s
            title: { fr: S, en: S }
            pages: [{{string.Join(", ", pages.Select((page, i) => $"{{ code: p{i}, title: {{ fr: P, en: P }}, {(page.Length > 1 ? $"when: \"{page[1]}\", " : "")}questions: [{page[0]}] }}"))}}]
        """);

    private static string Kit(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "kits", name, "questionnaire.yaml");
}
