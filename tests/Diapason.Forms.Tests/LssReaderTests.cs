using System.Text;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Surveys exported by LimeSurvey.</summary>
public sealed class LssReaderTests
{
    [Fact]
    public void Carries_groups_kinds_words_in_every_language_and_rules()
    {
        var reading = Sample().Asks("3", "N", "Hours", "Heures", "Hours", "mandatory=Y", "relevance=Tools_chat.NAOK == \"Y\" and Uses.NAOK != 'N'").With("3", "min_num_value_n", "1").With("3", "max_num_value_n", "40").With("3", "num_value_int_only", "1").With("3", "suffix", "h", "fr").Read();
        reading.Notices.Where(notice => notice.Outcome == FormOutcome.Error).Select(notice => notice.ToString()).ShouldBeEmpty();
        var form = reading.Questionnaire.ShouldNotBeNull();
        form.Title.In("en").ShouldBe("Field");
        form.Questions.Select(question => $"{question.Code} {question.Kind}").ShouldBe(["uses single", "tools multiple", "hours number"]);
        form.Sections.Select(section => section.Title.In("en")).ShouldBe(["You"]);
        form.FindVariable("uses")!.Options.Select(option => option.Label.In("en")).ShouldBe(["Yes", "No", "Other"]);
        form.FindVariable("uses")!.Options[^1].Other.ShouldBeTrue();
        var hours = (NumberQuestion)form.Questions[2];
        (hours.Min, hours.Max, hours.Decimals, hours.Required, hours.Unit.In("fr")).ShouldBe((1, 40, 0, true, "h"));
        hours.When!.Text.ShouldBe("selected(${tools}, 'chat') and ${uses} != 'n'");
        // The page was cut: a rule is decided before its page is shown.
        form.Pages.Count.ShouldBe(2);
        reading.Notices.ShouldContain(notice => notice.Code == "page_cut" && notice.Sheet == "questions" && notice.Row > 10);
        form.RouteFor(Samples.Answers("""{"uses":"y","tools":["chat"]}""")).Pages.Count.ShouldBe(2);
        form.RouteFor(Samples.Answers("""{"uses":"n","tools":["chat"]}""")).Pages.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Uses.NAOK == \"Y\"", "${uses} = 'y'")]
    [InlineData("((Uses.NAOK == 'Y'))", "${uses} = 'y'")]
    [InlineData("{Uses.NAOK ne 'Y' || Tools_chat eq 'Y'}", "${uses} != 'y' or selected(${tools}, 'chat')")]
    [InlineData("!is_empty(Uses.NAOK) && Tools_img.NAOK != \"Y\"", "${uses} != '' and not(selected(${tools}, 'img'))")]
    [InlineData("Uses.NAOK == \"-oth-\"", "${uses} = 'other'")]
    [InlineData("77X1X1.NAOK == \"Y\" and 77X1X2img == \"Y\"", "${uses} = 'y' and selected(${tools}, 'img')")]
    [InlineData("count(Tools_chat.NAOK, Tools_img.NAOK) >= 2", "count-selected(${tools}) >= 2")]
    [InlineData("\"Y\" == Uses", "${uses} = 'y'")]
    [InlineData("Uses_other.NAOK != ''", "${uses.other} != ''")]
    public void A_simple_relevance_is_said_in_our_language(string written, string said)
    {
        var reading = Sample().Group("2", "Suite", "More").Asks("9", "S", "Why", "Pourquoi", "Why", "relevance=" + written).Read();
        reading.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried).Select(notice => notice.ToString()).ShouldBeEmpty();
        reading.Questionnaire!.Questions[^1].When!.Text.ShouldBe(said);
    }

    [Theory]
    [InlineData("Uses.shown == 'Oui'", "condition_function_elsewhere")]
    [InlineData("strpos(Uses, 'Y') > 0", "condition_function_elsewhere")]
    [InlineData("Uses == 'maybe'", "option_unknown")]
    [InlineData("Later == 'Y'", "rests_on_later")]
    [InlineData("Uses == ", "condition_syntax")]
    [InlineData("Uses == 'Y", "condition_syntax")]
    [InlineData("Uses == 'Y' ; 1", "condition_syntax")]
    public void A_relevance_that_is_not_understood_is_told_at_its_line_and_its_question_always_shown(string written, string code)
    {
        var reading = Sample().Group("2", "Suite", "More").Asks("9", "S", "Why", "Pourquoi", "Why", "relevance=" + written).Read();
        reading.Notices.ShouldContain(notice => notice.Outcome == FormOutcome.NotCarried && notice.Code == code && notice.Sheet == "questions" && notice.Column == "relevance" && notice.Row > 10);
        reading.Questionnaire!.Questions[^1].When.ShouldBeNull();
    }

    [Fact]
    public void Arrays_become_statements_and_fields_questions_of_their_own()
    {
        var form = Sample()
            .Group("2", "Tableaux", "Arrays")
            .Asks("20", "F", "Agree", "D’accord?", "Agree?").Row("20", "A1", "Simple", "Simple").Row("20", "A2", "Utile", "Useful").Answer("20", "1", "Non", "No").Answer("20", "2", "Oui", "Yes")
            .Asks("21", "B", "Rate", "Notez", "Rate").Row("21", "A1", "Prix", "Price")
            .Asks("22", "K", "Money", "Dépenses", "Spending").Row("22", "A1", "Local", "Premises").Row("22", "A2", "Outils", "Tools")
            .Asks("23", "1", "Dual", "Deux", "Two").Row("23", "A1", "Ligne", "Row").Answer("23", "x", "X", "X", "0").Answer("23", "y", "Y", "Y", "1")
            .Asks("24", ";", "Grid", "Grille", "Grid").Row("24", "R1", "Un", "One").Row("24", "C1", "Jour", "Day", "1").Row("24", "C2", "Nuit", "Night", "1")
            .Group("3", "Fin", "End").Asks("30", "T", "Why", "Pourquoi", "Why", "relevance=Agree_A2.NAOK == '2' and Money_A1.NAOK > 10 and Dual_A1_1.NAOK == 'y'")
            .Read();
        form.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried).Select(notice => notice.ToString()).ShouldBeEmpty();
        form.Questionnaire!.Variables.Select(variable => variable.Code).Skip(3).ShouldBe(["agree.a1", "agree.a2", "rate.a1", "money_a1", "money_a2", "dual_0.a1", "dual_1.a1", "grid_r1_c1", "grid_r1_c2", "why"]);
        form.Questionnaire.FindVariable("rate.a1")!.Options.Count.ShouldBe(10);
        form.Questionnaire.FindVariable("grid_r1_c2")!.Question.Title.In("fr").ShouldContain("Nuit");
        form.Questionnaire.Questions[^1].When!.Text.ShouldBe("${agree.a2} = '2' and ${money_a1} > 10 and ${dual_1.a1} = 'y'");
        form.Notices.ShouldContain(notice => notice.Code == "unrolled");
    }

    [Fact]
    public void A_ranking_keeps_its_options_and_how_many_are_ranked()
    {
        var reading = Sample().Asks("9", "R", "Order", "Dans quel ordre?", "In which order?").Answer("9", "a", "Temps", "Time").Answer("9", "b", "Argent", "Money").Answer("9", "c", "Formation", "Training").With("9", "max_answers", "2").Read();
        reading.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried).Select(notice => notice.ToString()).ShouldBeEmpty();
        var order = (RankingQuestion)reading.Questionnaire!.Questions[^1];
        (order.Top, order.Options.Select(option => option.Label.In("en")).Last()).ShouldBe((2, "Training"));
    }

    [Fact]
    public void Choices_filtered_by_what_was_ticked_are_offered_on_a_condition()
    {
        var reading = Sample()
            .Asks("9", "M", "Liked", "Lesquels vous plaisent?", "Which do you like?").Row("9", "chat", "Clavardage", "Chat").Row("9", "img", "Images", "Images").Row("9", "none", "Aucun", "None").With("9", "array_filter", "Tools").With("9", "random_order", "1")
            .Asks("10", "P", "Left", "Lesquels non?", "Which not?").Row("10", "chat", "Clavardage", "Chat").Row("10", "img", "Images", "Images").With("10", "array_filter_exclude", "Tools")
            .Read();
        Refused(reading).ShouldBe(["comments_left_out"]);
        var liked = (MultipleQuestion)reading.Questionnaire!.FindVariable("liked")!.Question;
        liked.Options.Select(option => option.When?.Text ?? "").ShouldBe(["selected(${tools}, 'chat')", "selected(${tools}, 'img')", ""]);
        liked.IsShuffled.ShouldBeTrue();
        reading.Questionnaire.FindVariable("left")!.Options.Select(option => option.When!.Text).ShouldBe(["not(selected(${tools}, 'chat'))", "not(selected(${tools}, 'img'))"]);
        // A list is decided before its page is shown.
        liked.Page.Index.ShouldBe(1);
        var route = reading.Questionnaire.RouteFor(Samples.Answers("""{"tools":["chat"]}"""));
        route.Shown(liked, liked.Options).Select(option => option.Code).ShouldBe(["chat", "none"]);
    }

    [Fact]
    public void Statements_filtered_are_questions_of_their_own_and_keep_their_variables()
    {
        var reading = Sample()
            .Asks("20", "F", "Agree", "Êtes-vous d’accord?", "Do you agree?", "mandatory=Y").Row("20", "chat", "Le clavardage aide", "Chat helps").Row("20", "img", "Les images aident", "Images help").Answer("20", "1", "Non", "No").Answer("20", "2", "Oui", "Yes").With("20", "array_filter", "Tools")
            .Asks("21", "Q", "Said", "Dites-en plus", "Say more").Row("21", "chat", "Clavardage", "Chat").With("21", "array_filter", "Agree")
            .Group("2", "Fin", "End").Asks("30", "S", "Why", "Pourquoi?", "Why?", "relevance=Agree_chat.NAOK == '2'")
            .Read();
        Refused(reading).ShouldBeEmpty();
        reading.Notices.ShouldContain(notice => notice.Code == "unrolled");
        var form = reading.Questionnaire!;
        form.Variables.Select(variable => variable.Code).Skip(3).ShouldBe(["agree.chat", "agree.img", "said_chat", "why"]);
        (form.FindVariable("agree.img")!.Question.When!.Text, form.FindVariable("agree.img")!.Question.Required).ShouldBe(("selected(${tools}, 'img')", true));
        form.FindVariable("said_chat")!.Question.When!.Text.ShouldBe("${agree.chat} != ''");
        form.Questions[^1].When!.Text.ShouldBe("${agree.chat} = '2'");
        form.RouteFor(Samples.Answers("""{"tools":["chat"]}""")).Shows(form.FindVariable("agree.img")!.Question).ShouldBeFalse();
    }

    [Fact]
    public void A_row_shown_on_its_own_condition_keeps_it_and_one_that_cannot_be_said_is_told()
    {
        var reading = Sample()
            .Asks("9", "M", "More", "Et aussi?", "And also?").Row("9", "a", "Un", "One", "0", "Uses.NAOK == 'Y'").Row("9", "b", "Deux", "Two", "0", "0").Row("9", "c", "Trois", "Three", "0", "strpos(Uses, 'Y') > 0")
            .Read();
        Refused(reading).ShouldBe(["choice_never_offered", "row_rule_not_carried"], ignoreOrder: true);
        reading.Questionnaire!.FindVariable("more")!.Options.Select(option => $"{option.Code} {option.When?.Text}").ShouldBe(["a ${uses} = 'y'", "c "]);
    }

    [Fact]
    public void What_is_ranked_or_stated_in_one_order_and_quotas_are_told_for_what_they_are()
    {
        var reading = Sample().Add("quota", "id=1", "name=Femmes", "qlimit=50").Add("quota_members", "quota_id=1", "qid=1", "code=Y").Add("quota_languagesettings", "quotals_quota_id=1", "quotals_message=Merci")
            .Asks("9", "R", "Order", "Dans quel ordre?", "In which order?").Row("9", "chat", "Clavardage", "Chat").Row("9", "img", "Images", "Images").With("9", "array_filter", "Tools").With("9", "min_answers", "2").With("9", "random_order", "1")
            .Asks("20", "F", "Agree", "D’accord?", "Agree?").Row("20", "A1", "Simple", "Simple").Answer("20", "1", "Non", "No").With("20", "random_order", "1").With("20", "random_group", "g")
            .Asks("21", "M", "Next", "Et après?", "And next?").Row("21", "a", "A", "A").With("21", "array_filter", "Later")
            .Read();
        reading.Notices.Where(notice => notice.Outcome is FormOutcome.NotCarried).Select(notice => notice.ToString().Split(' ')[2]).ShouldBe(["ranking_shows_all", "constraint_not_carried", "rows_in_order", "row_filter_not_carried", "quota_not_carried", "questions_in_order"], ignoreOrder: true);
        reading.Notices.ShouldContain(notice => notice.Code == "quota_not_carried" && notice.Sheet == "quota" && notice.Row > 0 && notice.ToString().Contains("name=Femmes limit=50", StringComparison.Ordinal));
        ((RankingQuestion)reading.Questionnaire!.FindVariable("order")!.Question).IsShuffled.ShouldBeTrue();
    }

    private static List<string> Refused(XlsFormReading reading) => [.. reading.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried).Select(notice => notice.Code)];

    [Theory]
    [InlineData("|", "needs_device", FormOutcome.NotCarried)]
    [InlineData("Z", "type_unknown", FormOutcome.Error)]
    public void A_kind_that_does_not_exist_here_is_told_and_the_rest_is_whole(string type, string code, FormOutcome outcome)
    {
        var reading = Sample().Asks("9", type, "Odd", "Autre", "Odd").Read();
        reading.Notices.ShouldContain(notice => notice.Outcome == outcome && notice.Code == code && notice.Column == "type");
        reading.Questionnaire!.Questions.Count.ShouldBe(2);
    }

    [Fact]
    public void Markup_quoted_answers_missing_words_and_what_is_not_used_are_told()
    {
        var reading = Sample().Add("quota", "id=1", "name=Femmes")
            .Asks("9", "S", "Why", "<p>Pourquoi <b>{Uses.shown}</b>&nbsp;?</p><script>alert(1)</script>", "", "mandatory=S", "preg=/x/").With("9", "array_filter", "Tools").With("9", "random_group", "a").With("9", "hidden", "0").With("9", "time_limit", "30").With("9", "maximum_chars", "40").Read();
        var why = (ShortTextQuestion)reading.Questionnaire!.Questions[^1];
        why.Title.In("fr").ShouldStartWith("Pourquoi …");
        why.Title.In("en").ShouldStartWith("Pourquoi …");
        why.Title.In("fr").ShouldNotContain("alert");
        why.MaxLength.ShouldBe(40);
        foreach (var code in new[] { "markup_removed", "answer_in_text", "translation_missing", "required_on_condition", "constraint_not_carried", "row_filter_not_carried", "column_not_used", "questions_in_order", "quota_not_carried" }) reading.Notices.ShouldContain(notice => notice.Code == code && notice.Row > 0, code);
    }

    [Fact]
    public void A_notice_on_privacy_is_agreed_to_and_a_welcome_read_first()
    {
        var reading = new Survey().Add("surveys", "sid=77", "language=fr", "showsurveypolicynotice=1").Add("surveys_languagesettings", "surveyls_language=fr", "surveyls_title=Terrain", "surveyls_welcometext=<p>Bonjour.</p><p>Merci.</p>", "surveyls_policy_notice=Vos données restent ici.")
            .Group("1", "Vous", "You").Asks("1", "Y", "Uses", "Utilisez-vous l’IA?", "Do you?").Read();
        reading.Questionnaire!.Questions.Select(question => question.Kind).ShouldBe(["consent", "note", "single"]);
        reading.Questionnaire.Consent.Text.In("fr").ShouldBe("Vos données restent ici.");
        ((NoteQuestion)reading.Questionnaire.Questions[1]).Body.In("fr").ShouldBe("Bonjour.\n\nMerci.");
    }

    [Fact]
    public void A_survey_of_before_says_its_words_and_conditions_in_its_own_tables()
    {
        var reading = new Survey().Add("surveys", "sid=5", "language=fr", "additional_languages=de-informal")
            .Add("groups", "gid=1", "group_name=Vous", "group_order=0", "language=fr").Add("groups", "gid=1", "group_name=Du", "group_order=0", "language=de-informal")
            .Add("questions", "qid=1", "gid=1", "parent_qid=0", "type=L", "title=a", "question=Où?", "language=fr", "question_order=0").Add("questions", "qid=1", "gid=1", "parent_qid=0", "type=L", "title=a", "question=Wo?", "language=de-informal", "question_order=0")
            .Add("answers", "qid=1", "code=1", "answer=Ici", "language=fr", "sortorder=1").Add("answers", "qid=1", "code=1", "answer=Hier", "language=de-informal", "sortorder=1").Add("answers", "qid=1", "code=2", "answer=Là", "language=fr", "sortorder=2")
            .Add("questions", "qid=2", "gid=1", "parent_qid=0", "type=S", "title=b", "question=Pourquoi?", "language=fr", "question_order=1")
            .Add("conditions", "qid=2", "cqid=1", "cfieldname=5X1X1", "method===", "value=1", "scenario=1").Add("conditions", "qid=2", "cqid=1", "cfieldname=5X1X1", "method===", "value=2", "scenario=1").Read();
        reading.Notices.Where(notice => notice.Outcome == FormOutcome.Error).Select(notice => notice.ToString()).ShouldBeEmpty();
        ReadDraft.From(reading.Yaml).Draft!.Languages.ShouldBe(["fr", "de"]);
        reading.Questionnaire!.FindVariable("a")!.Options.Select(option => option.Label.In("de")).ShouldBe(["Hier", "Là"]);
        reading.Questionnaire.Questions[1].When!.Text.ShouldBe("${a} = '1' or ${a} = '2'");
    }

    [Theory]
    [InlineData("<!DOCTYPE document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><document><questions><rows><row><qid>&x;</qid></row></rows></questions></document>", "xml_broken", 1)]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<document>&b;</document>", "xml_broken", 1)]
    [InlineData("<document>\n<questions><rows><row><qid>1</qid>", "xml_broken", 2)]
    [InlineData("<html></html>", "not_lss", 1)]
    [InlineData("<document></document>", "nothing_to_ask", 0)]
    [InlineData("", "xml_broken", 1)]
    [InlineData("not xml", "xml_broken", 1)]
    public void What_is_no_survey_or_calls_on_others_is_refused_at_its_line(string xml, string code, int line)
    {
        var reading = Survey.Read(Encoding.UTF8.GetBytes(xml));
        reading.Questionnaire.ShouldBeNull();
        var notice = reading.Notices.ShouldHaveSingleItem();
        (notice.Outcome, notice.Code, notice.Row).ShouldBe((FormOutcome.Error, code, line));
    }

    [Fact]
    public void Whatever_is_broken_in_a_survey_is_told_and_nothing_is_thrown()
    {
        var (random, whole) = (new Random(135), Sample().ToBytes());
        for (var round = 0; round < 300; round++)
        {
            var broken = whole.AsSpan(0, round % 3 == 0 ? random.Next(whole.Length) : whole.Length).ToArray();
            for (var change = random.Next(0, 9); change > 0 && broken.Length > 0; change--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var reading = Survey.Read(broken);
            (reading.Questionnaire is not null || reading.Notices.Any(notice => notice.Outcome == FormOutcome.Error)).ShouldBeTrue();
        }
    }

    private static Survey Sample() => Survey.Of()
        .Group("1", "Vous", "You")
        .Asks("1", "L", "Uses", "Utilisez-vous l’IA?", "Do you use AI?", "other=Y").Answer("1", "Y", "Oui", "Yes").Answer("1", "N", "Non", "No")
        .Asks("2", "M", "Tools", "Lesquels?", "Which?").Row("2", "chat", "Clavardage", "Chat").Row("2", "img", "Images", "Images");
}
