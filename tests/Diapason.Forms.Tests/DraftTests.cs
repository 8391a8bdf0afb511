using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>A draft says what its file says, and its acts leave the rest alone.</summary>
public sealed class DraftTests
{
    private const string Small = """
        code: small
        version: "1"
        title: { fr: "Petit", en: "Small" }
        consent: { version: "1", text: { fr: "D’accord", en: "Agreed" } }
        lists:
          yn: [{ code: "yes", fr: "Oui", en: "Yes" }, { code: "no", fr: "Non", en: "No" }]
        sections:
          - code: one
            title: { fr: "Un", en: "One" }
            pages:
              - code: first
                questions:
                  - { code: uses, kind: single, title: { fr: "Utilisez-vous?", en: "Do you?" }, options: yn }
              - code: second
                when: uses = 'yes' and ${uses} != 'no'
                questions:
                  - { code: hours, kind: number, title: { fr: "Combien", en: "How many" }, max: 60 }
                  - { code: why, kind: short_text, title: { fr: "Pourquoi", en: "Why" }, when: "selected(${uses}, 'yes')" }
                title: { fr: "Suite", en: "More" }
          - code: two
            title: { fr: "Deux", en: "Two" }
            pages:
              - code: last
                title: { fr: "Fin", en: "End" }
                questions: [{ code: end, kind: note, body: { fr: "Merci", en: "Thank you" } }]
        """;

    [Theory]
    [InlineData("ia-en-culture")]
    [InlineData("ia-en-tourisme")]
    public void What_a_kit_says_is_read_and_written_back(string kit) => Same(File.ReadAllText(KitTests.FileAt($"kits/{kit}/questionnaire.yaml")));

    [Fact]
    public void What_comes_of_a_form_of_others_is_read_and_written_back()
    {
        string[] survey =
        [
            "type|name|label::Français (fr)|label::English|hint::Français (fr)|relevant|constraint|required",
            "begin_group|you|Vous|You", "select_one yn|uses|Utilisez-vous?|Do you?|Un \"indice\"||", "select_multiple yn|tools|Lesquels|Which||${uses} = 'yes'|count-selected(.) <= 2|yes",
            "integer|hours|Heures|Hours||selected(${tools}, 'yes')|. >= 1", "end_group", "note|bye|Merci|Bye", "calculate|half|||||", "date|day|Jour|Day",
        ];
        string[] choices = ["list_name|name|label::Français (fr)|label::English", "yn|yes|Oui|Yes", "yn|no|Non|No"];
        FormSheet Sheet(string name, string[] rows) => new(name, [.. rows.Select((row, index) => new FormRow(index + 1, row.Split('|')))]);
        Same(XlsFormReader.Read([Sheet("survey", survey), Sheet("choices", choices)]).Yaml);
    }

    [Fact]
    public void A_draft_that_is_not_complete_is_kept_and_each_lack_is_told_where_it_is()
    {
        var draft = Read(Small.Replace(", en: \"How many\"", "", StringComparison.Ordinal).Replace("uses = 'yes' and", "usess = 'yes' and", StringComparison.Ordinal));
        var check = CheckDraft.Of(draft);
        check.Questionnaire.ShouldBeNull();
        check.Problems.ShouldContain(problem => problem.Place.ToString() == "question/second/hours" && problem.Problem.Code == "translation_missing");
        CheckDraft.Of(Read(Small.Replace("uses = 'yes' and", "usess = 'yes' and", StringComparison.Ordinal))).Problems.ShouldHaveSingleItem().Place.ShouldBe(new(DraftPlaceKind.Page, "second"));
        FillDraft.Run(draft).ShouldNotBeNull().Questionnaire!.FindVariable("hours")!.Question.Title.In("en").ShouldBe("Combien");
        FillDraft.Run(new Draft { Sections = [new() { Code = "s", Pages = [new() { Code = "p", Questions = [new() { Code = "q", Kind = "piles" }] }] }] }).ShouldNotBeNull().Questionnaire!.Questions.ShouldHaveSingleItem();
        FillDraft.Run(new Draft()).ShouldBeNull();
    }

    [Fact]
    public void A_question_that_changes_code_is_followed_by_its_rules()
    {
        var (draft, place) = RulesOfDraft.RenameQuestion(Read(Small), Place("question/first/uses"), "uses_ai");
        place.ToString().ShouldBe("question/first/uses_ai");
        draft.PageOf(Place("page/second"))!.When.ShouldBe("uses_ai = 'yes' and ${uses_ai} != 'no'");
        draft.Find(Place("question/second/why"))!.When.ShouldBe("selected(${uses_ai}, 'yes')");
        CheckDraft.Of(draft).Questionnaire.ShouldNotBeNull();
    }

    [Fact]
    public void An_option_that_changes_code_is_followed_by_the_rules_of_its_question_only()
    {
        var draft = Read(Small);
        draft = RulesOfDraft.RenameOption(draft, (DraftQuestion)draft.Find(Place("question/first/uses"))!, "yes", "oui");
        draft.PageOf(Place("page/second"))!.When.ShouldBe("uses = 'oui' and ${uses} != 'no'");
        RulesOfDraft.RenameOption(draft, (DraftQuestion)draft.Find(Place("question/second/hours"))!, "oui", "x").PageOf(Place("page/second"))!.When.ShouldBe("uses = 'oui' and ${uses} != 'no'");
    }

    [Fact]
    public void Taking_out_a_question_says_which_rules_it_breaks()
    {
        var draft = Read(Small);
        RulesOfDraft.Using(draft, Place("question/first/uses")).Select(rule => rule.Place.ToString()).ShouldBe(["page/second", "question/second/why"]);
        RulesOfDraft.Using(draft, Place("section/one")).ShouldBeEmpty();
        RulesOfDraft.Using(draft, Place("question/second/hours")).ShouldBeEmpty();
    }

    [Fact]
    public void Things_move_one_step_and_past_the_edge_of_what_holds_them()
    {
        var draft = Read(Small);
        Outline(MoveInDraft.Run(draft, Place("question/second/why"), isUp: true).Draft).ShouldBe("one(first(uses) second(why hours)) two(last(end))");
        Outline(MoveInDraft.Run(draft, Place("question/second/hours"), isUp: true).Draft).ShouldBe("one(first(uses hours) second(why)) two(last(end))");
        Outline(MoveInDraft.Run(draft, Place("question/second/why"), isUp: false).Draft).ShouldBe("one(first(uses) second(hours)) two(last(why end))");
        Outline(MoveInDraft.Run(draft, Place("page/second"), isUp: false).Draft).ShouldBe("one(first(uses)) two(second(hours why) last(end))");
        Outline(MoveInDraft.Run(draft, Place("section/two"), isUp: true).Draft).ShouldBe("two(last(end)) one(first(uses) second(hours why))");
        Outline(MoveInDraft.Run(draft, Place("section/one"), isUp: true).Draft).ShouldBe(Outline(draft));
    }

    [Fact]
    public void What_is_added_or_copied_has_codes_of_its_own()
    {
        var draft = Read(Small);
        var (added, place) = AddToDraft.QuestionOnItsPage(draft, Place("page/first"), "single");
        Outline(added).ShouldBe("one(first(uses) question(question) second(hours why)) two(last(end))");
        place.ToString().ShouldBe("question/question/question");
        Outline(AddToDraft.QuestionOnPage(draft, Place("page/last"), "date").Draft).ShouldEndWith("two(last(end question))");
        Outline(AddToDraft.Copy(draft, Place("section/one")).Draft).ShouldBe("one(first(uses) second(hours why)) one_2(first_2(uses_2) second_2(hours_2 why_2)) two(last(end))");
        Outline(AddToDraft.Copy(draft, Place("question/second/why")).Draft).ShouldBe("one(first(uses) second(hours why why_2)) two(last(end))");
        Outline(AddToDraft.Section(draft, Place("section/one")).Draft).ShouldBe("one(first(uses) second(hours why)) section() two(last(end))");
        NewCode.Option(["jamais"], LocalizedText.Of(("fr", "Jamais!")), isItem: false).ShouldBe("jamais_2");
        NewCode.Option([], LocalizedText.Of(("fr", "De la production à la diffusion du spectacle")), isItem: false).ShouldBe("de_la_production_a_la");
    }

    [Theory]
    [InlineData("Dans quel domaine travaillez-vous?", "domaine_travaillez")]
    [InlineData("Qu’est-ce qui freine l’usage de l’IA dans votre organisation?", "freine_usage_ia_organisation")]
    [InlineData("À l’œuvre : êtes-vous d’accord?", "oeuvre_accord")]
    [InlineData("In which field do you work?", "field_work")]
    [InlineData("Êtes-vous?", "etes_vous")]
    [InlineData("2027 : quels projets?", "q2027_projets")]
    [InlineData("Combien d’heures?", "combien_heures")]
    [InlineData("Anticonstitutionnellementtrèslonguement, oui", "anticonstitutionnellementtresl")]
    [InlineData("ᐃᓄᒃᑎᑐᑦ", "question")]
    [InlineData("Why?", "why_2")]
    public void A_question_is_named_after_its_words(string title, string code)
    {
        var (draft, place) = AddToDraft.QuestionOnItsPage(Read(Small), Place("page/first"), "single");
        NewCode.OfWords(draft, place, LocalizedText.Of(("fr", title))).ShouldBe(code);
    }

    [Fact]
    public void A_rule_says_what_it_decides_and_of_which_choice()
    {
        var draft = Read(Small);
        var place = Place("question/first/uses");
        var question = (DraftQuestion)draft.Find(place)!;
        List<DraftOption> options = [new() { Code = "o", When = "a = 'x'" }];
        draft = draft.With(place, question with { When = "a = 'y'", Values = question.Values.SetItem("constraint", ". > 1"), Scales = question.Scales.SetItem("options", new("", options)) });
        RulesOfDraft.All(draft).Where(rule => rule.Place == place).Select(rule => $"{rule.Role} {rule.Option?.Code} {rule.Text}").ShouldBe(["Shows  a = 'y'", "Judges  . > 1", $"Offers {options[0].Code} a = 'x'"]);
    }

    [Fact]
    public void A_question_renamed_is_found_between_its_neighbours()
    {
        var (was, place) = AddToDraft.QuestionOnItsPage(Read(Small), Place("page/first"), "single");
        var (now, named) = RulesOfDraft.RenameQuestion(was, place, "domaine");
        RenamedInDraft.Find(was, now, place).ShouldBe(named);
        RenamedInDraft.Find(now, was, named).ShouldBe(place);
        RenamedInDraft.Find(was, was, place).ShouldBeNull();
        RenamedInDraft.Find(was, was.With(place), place).ShouldBeNull();
        RenamedInDraft.Find(was, AddToDraft.QuestionOnItsPage(now, named, "single", 7).Draft, place).ShouldBeNull();
        RenamedInDraft.Find(was, AddToDraft.QuestionOnItsPage(now, Place("page/last"), "single", 7).Draft, place).ShouldBe(named);
    }

    [Fact]
    public void Two_drafts_are_compared_thing_by_thing()
    {
        var was = Read(Small);
        var now = MoveInDraft.Run(was, Place("question/second/why"), isUp: true).Draft;
        now = now.With(Place("page/last"), now.Find(Place("page/last"))! with { Texts = DraftPart.NoTexts.SetItem("title", LocalizedText.Of(("fr", "La fin"), ("en", "End"))) });
        now = AddToDraft.QuestionOnPage(now, Place("page/first"), "date").Draft.With(Place("question/last/end"));
        CompareDrafts.Run(was, now).Select(one => $"{one.Fate} {one.Place} {one.Field} {one.Before} {one.After}".TrimEnd()).ShouldBe(
            ["Removed question/last/end", "Added question/first/question", "Moved question/second/hours", "Changed page/last text.title.fr Fin La fin"], ignoreOrder: true);
        CompareDrafts.Run(was, was).ShouldBeEmpty();
    }

    [Fact]
    public void An_option_added_or_gone_is_told_as_such_and_an_order_only_of_what_both_have()
    {
        var (draft, place) = (Read(Small), Place("question/first/uses"));
        var (question, options) = ((DraftQuestion)draft.Find(place)!, draft.Lists[0].Options);
        Draft With(params IReadOnlyList<DraftOption> kept) => draft.With(place, question with { Scales = question.Scales.SetItem("options", new("", kept)) });
        var (was, added) = (With(options), new DraftOption { Code = "more", Label = LocalizedText.Of(("fr", "Davantage"), ("en", "More")) });
        CompareDrafts.Run(was, With([added, .. options])).Select(one => $"{one.Field} {one.Before} {one.After}").ShouldBe(["option.options.more.fr  Davantage", "option.options.more.en  More"], ignoreOrder: true);
        CompareDrafts.Run(With([added, .. options]), was).Select(one => one.Field).ShouldBe(["option.options.more.fr", "option.options.more.en"], ignoreOrder: true);
        CompareDrafts.Run(was, With([.. options.Reverse()])).Select(one => one.Field).ShouldBe(["order.options"]);
    }

    [Fact]
    public void Questions_are_copied_from_another_draft_with_codes_and_rules_of_their_own()
    {
        var (draft, from) = (Read(Small), Read(Small));
        List<DraftPlace> places = [.. from.Questions.Select(one => DraftPlace.Of(one.Page, one.Question))];
        var taken = TakeIntoDraft.Run(draft, DraftPlace.Heading, from, places);
        taken.Questions.ShouldBe(places.Count);
        var codes = taken.Draft.Questions.Select(one => one.Question.Code).ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        taken.Draft.Pages.Select(page => page.Code).Distinct().Count().ShouldBe(taken.Draft.Pages.Count());
        taken.RulesLeft.ShouldBe(0);
        CheckDraft.Of(taken.Draft).Problems.ShouldBeEmpty();
        TakeIntoDraft.Run(draft, DraftPlace.Heading, from, [DraftPlace.Of(from.Sections[0])]).Draft.Sections.Count.ShouldBe(draft.Sections.Count + 1);
        // Its own rule and its page's ask about a question that is not copied with it.
        TakeIntoDraft.Run(draft, DraftPlace.Heading, from, [Place("question/second/why")]).RulesLeft.ShouldBe(2);
    }

    private static void Same(string yaml)
    {
        var written = WriteDraft.Of(Read(yaml));
        WriteDraft.Of(Read(written)).ShouldBe(written);
        var (was, now) = (QuestionnaireReader.Read(yaml, "was").Questionnaire.ShouldNotBeNull(), QuestionnaireReader.Read(written, "now"));
        now.Problems.ShouldBeEmpty();
        Said(now.Questionnaire!).ShouldBe(Said(was));
    }

    private static List<string> Said(Questionnaire form) =>
    [
        $"{form.Code} {form.Version} {form.Minutes} {string.Join(' ', form.Heading.Languages)} {form.Title.ToJson()} {form.Consent.Version} {form.Consent.Text.ToJson()}",
        .. form.Calculations.Select(one => $"{one.Code} {one.Value}"),
        .. form.Sections.Select(section => $"{section.Code} {section.Title.ToJson()} {section.When}"),
        .. form.Pages.Select(page => $"{page.Code} {page.Title.ToJson()} {page.HasOwnTitle} {page.Intro.ToJson()} {page.Why.ToJson()} {page.Who.ToJson()} {page.When}"),
        .. form.Questions.Select(question => $"{question.Code} {question.Kind} {question.Title.ToJson()} {question.Hint.ToJson()} {question.Required} {question.When} {string.Join(' ', question.MissingOptions.Select(option => option.Label.ToJson()))}"),
        .. form.Variables.Select(variable => $"{variable.Code} {variable.Type} {variable.Label.ToJson()} {string.Join(' ', variable.Options.Select(option => $"{option.Code} {option.Label.ToJson()} {option.Hint.ToJson()} {option.Exclusive} {option.Other}"))}"),
    ];

    private static string Outline(Draft draft) => string.Join(' ', draft.Sections.Select(section =>
        $"{section.Code}({string.Join(' ', section.Pages.Select(page => $"{page.Code}({string.Join(' ', page.Questions.Select(question => question.Code))})"))})"));

    private static Draft Read(string yaml) => ReadDraft.From(yaml).Draft.ShouldNotBeNull();

    private static DraftPlace Place(string written) => DraftPlace.Parse(written);
}
