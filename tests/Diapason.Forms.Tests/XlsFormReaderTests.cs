using Diapason.Tables;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class XlsFormReaderTests
{
    private const string Head = "type|name|label::Français (fr)|label::English|relevant|constraint|required|appearance|calculation|repeat_count";
    private static readonly string[] YesNo = ["list_name|name|label::Français (fr)|label::English", "yn|yes|Oui|Yes", "yn|no|Non|No", "tools|chat|Clavardage|Chat", "tools|Image Maker|Images|Images"];

    [Fact]
    public void Carries_kinds_words_conditions_and_bounds()
    {
        var reading = Read(
            "begin_group|you|Vous|You",
            "select_one yn|uses|Utilisez-vous l’IA ?|Do you use AI?|||yes",
            "select_multiple tools|tools|Lesquels|Which|${uses} = ‘yes’|count-selected(.) <= 2",
            "integer|hours|Heures|Hours|selected(${tools}, 'chat')|. >= 1 and . < 41",
            "end_group",
            "text|why|Pourquoi|Why|${uses} = 'no' and ${uses} != ''|string-length(.) <= 50||multiline",
            "date|since|Depuis|Since||. >= date('2020-01-01')",
            "note|thanks|Merci|Thank you");
        reading.Notices.Where(notice => notice.Outcome == FormOutcome.Error).Select(notice => notice.ToString()).ShouldBeEmpty();
        var form = reading.Questionnaire.ShouldNotBeNull();
        form.Questions.Select(question => $"{question.Code} {question.Kind}").ShouldBe(["uses single", "tools multiple", "hours number", "why long_text", "since date", "thanks note"]);
        form.Sections.Select(section => section.Title.In("en")).ShouldBe(["You", "Sample"]);
        form.Questions[0].Required.ShouldBeTrue();
        form.Questions[0].Title.In("en").ShouldBe("Do you use AI?");
        ((MultipleQuestion)form.Questions[1]).MaxChoices.ShouldBe(2);
        form.Questions[1].When!.Text.ShouldBe("${uses} = 'yes'");
        var hours = (NumberQuestion)form.Questions[2];
        (hours.Min, hours.Max).ShouldBe((1, 40));
        ((LongTextQuestion)form.Questions[3]).MaxLength.ShouldBe(50);
        ((DateQuestion)form.Questions[4]).Min.ShouldBe(new DateOnly(2020, 1, 1));
        form.RouteFor(Samples.Answers("""{"uses":"yes","tools":["chat"]}""")).Pages.Select(page => page.Code).ShouldBe(["uses", "tools", "hours", "since", "thanks"]);
        form.FindVariable("tools")!.FindOption("image_maker").ShouldNotBeNull();
        reading.Notices.ShouldContain(notice => notice.Outcome == FormOutcome.Changed && notice.Code == "name_changed" && notice.Sheet == "choices" && notice.Row == 5);
        reading.Notices.ShouldContain(notice => notice.Outcome == FormOutcome.Changed && notice.Code == "marks_understood" && notice.Sheet == "survey" && notice.Row == 4 && notice.Column == "relevant");
    }

    [Theory]
    [InlineData("integer|n|N|N|${usess} = 'yes'", FormOutcome.Error, "name_unknown", "relevant")]
    [InlineData("integer|n|N|N|${uses} = 'maybe'", FormOutcome.Error, "option_unknown", "relevant")]
    [InlineData("integer|n|N|N|${uses} = ‘yes", FormOutcome.Error, "condition_quotes", "relevant")]
    [InlineData("integer|n|N|N|slected(${uses}, 'yes')", FormOutcome.Error, "condition_mistyped_function", "relevant")]
    [InlineData("integer|n|N|N|position(..) > 1", FormOutcome.NotCarried, "condition_function_elsewhere", "relevant")]
    [InlineData("integer|n|N|N|${last} = 1", FormOutcome.NotCarried, "rests_on_later", "relevant")]
    [InlineData("integer|n|N|N||. < ${last}", FormOutcome.NotCarried, "constraint_not_carried", "constraint")]
    [InlineData("integer|n|N|N|||${uses} = 'yes'", FormOutcome.NotCarried, "required_on_condition", "required")]
    [InlineData("integer|n|N|N||||spinner", FormOutcome.NotCarried, "appearance_not_used", "appearance")]
    [InlineData("integer|n|Combien, ${nobody} ?|N", FormOutcome.Changed, "answer_in_text", "label::Français (fr)")]
    [InlineData("integer|n|Un <b>nombre</b>|N", FormOutcome.Changed, "markup_removed", "label::Français (fr)")]
    [InlineData("integer|n|N|", FormOutcome.Changed, "translation_missing", "label::en")]
    [InlineData("integer|n||", FormOutcome.Changed, "label_missing", "label")]
    [InlineData("integer|theName|N|N", FormOutcome.Changed, "name_changed", "name")]
    [InlineData("integer||N|N", FormOutcome.Error, "name_missing", "name")]
    [InlineData("acknowledge|n|N|N", FormOutcome.Changed, "kind_changed", "type")]
    [InlineData("range|n|N|N", FormOutcome.Changed, "kind_changed", "type")]
    [InlineData("time|n|N|N", FormOutcome.NotCarried, "kind_not_available", "type")]
    [InlineData("image|n|N|N", FormOutcome.NotCarried, "needs_device", "type")]
    [InlineData("deviceid|n", FormOutcome.NotCarried, "not_collected", "type")]
    [InlineData("intger|n|N|N", FormOutcome.Error, "type_unknown", "type")]
    [InlineData("select_one yesno|n|N|N", FormOutcome.Error, "list_unknown", "type")]
    [InlineData("calculate|n|||||||pulldata('a', 'b', 'c', 'd')", FormOutcome.NotCarried, "condition_function_elsewhere", "calculation")]
    [InlineData("end_group", FormOutcome.Error, "group_unbalanced", "type")]
    [InlineData("begin_group|g|G|G", FormOutcome.Error, "group_unbalanced", "type")]
    public void Says_what_becomes_of_what_a_questionnaire_has_no_place_for(string row, FormOutcome outcome, string code, string column)
    {
        var reading = Read("select_one yn|uses|A|A", row, "integer|last|Z|Z");
        reading.Questionnaire.ShouldNotBeNull();
        reading.Notices.ShouldContain(notice => notice.Outcome == outcome && notice.Code == code && notice.Sheet == "survey" && notice.Row == 3 && notice.Column == column,
            string.Join('\n', reading.Notices));
    }

    [Fact]
    public void A_rule_that_makes_no_sense_once_names_are_bound_leaves_the_form_whole()
    {
        var reading = Read("select_multiple tools|tools|A|A", "integer|n|N|N|sum(${tools}) > 1", "integer|last|Z|Z");
        reading.Questionnaire!.Questions.Count.ShouldBe(3);
        reading.Questionnaire.Questions[1].When.ShouldBeNull();
        reading.Notices.ShouldContain(notice => notice.Outcome == FormOutcome.Error && notice.Code == "refused" && notice.Row == 3 && notice.Column == "relevant");
    }

    [Fact]
    public void What_repeats_is_asked_a_stated_number_of_times()
    {
        var form = Read(
            "integer|children|Enfants|Children",
            "begin_repeat|child|Enfant|Child||||||${children}",
            "text|first|Prénom|Name",
            "integer|age|Âge|Age|${first} != ''",
            "end_repeat",
            "note|n|${age}|x|${age} > 3").Questionnaire!;
        form.Questions.Select(question => question.Code).ShouldBe(["children", "first", "age", "first_2", "age_2", "first_3", "age_3", "n"]);
        form.Questions[4].When!.Text.ShouldBe("${first_2} != ''");
        form.RouteFor(Samples.Answers("""{"children":2,"first":"A","age":4,"first_2":"B"}""")).Pages.Select(page => page.Code).ShouldBe(["children", "first", "age", "first_2", "age_2", "n"]);
    }

    [Fact]
    public void A_page_is_cut_where_a_question_rests_on_another_of_the_same_page()
    {
        var reading = Read("begin_group|g|G|G||||field-list", "select_one yn|a|A|A", "integer|b|B|B", "integer|c|C|C|${a} = 'yes'", "end_group");
        reading.Questionnaire!.Pages.Select(page => string.Join('+', page.Questions.Select(question => question.Code))).ShouldBe(["a+b", "c"]);
        reading.Notices.ShouldContain(notice => notice.Code == "page_cut" && notice.Row == 5);
    }

    [Fact]
    public void What_is_calculated_decides_through_other_calculations()
    {
        var form = Read(
            "integer|a|A|A", "integer|b|B|B",
            "calculate|total|||||||${a} + ${b}",
            "calculate|isMuch|||||||if(${total} > 10, 'yes', 'no')",
            "note|n|N|N|${isMuch} = 'yes'").Questionnaire!;
        form.Calculations.Select(calculation => calculation.Code).ShouldBe(["total", "is_much"]);
        form.RouteFor(Samples.Answers("""{"a":6,"b":6}""")).Pages.Count.ShouldBe(3);
        form.RouteFor(Samples.Answers("""{"a":6,"b":2}""")).Pages.Count.ShouldBe(2);
    }

    [Fact]
    public void A_form_of_one_language_that_it_does_not_name_is_in_the_language_asked()
    {
        var sheets = new[] { Sheet("survey", "type|name|label", "select_one yn or_other|a|Which?"), Sheet("choices", "list name|name|label", "yn|1|One") };
        var form = XlsFormReader.Read(sheets, new() { Language = "en" }).Questionnaire!;
        form.Heading.Languages.ShouldBe(["en"]);
        form.Questions[0].Title.In("en").ShouldBe("Which?");
        form.FindVariable("a.other").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_spreadsheet_is_read_as_it_was_written()
    {
        using var file = new MemoryStream();
        await using (var writer = await XlsxTableWriter.CreateAsync(file, "survey", TestContext.Current.CancellationToken))
        {
            await writer.HeaderAsync(["type", "name", "label"], TestContext.Current.CancellationToken);
            foreach (var cell in new[] { "integer", "n", "Combien ?" }) writer.Text(cell);
            await writer.EndRowAsync(TestContext.Current.CancellationToken);
        }

        var (sheets, problem) = ReadSpreadsheet.Sheets(file);
        problem.ShouldBeNull();
        XlsFormReader.Read([.. sheets.Select(sheet => new FormSheet(sheet.Name, [.. sheet.Rows.Select(row => new FormRow(row.Line, row.Cells))]))]).Questionnaire!.Questions.Single().Code.ShouldBe("n");
    }

    [Fact]
    public void Two_thousand_rows_are_carried_and_more_than_ten_thousand_refused_by_their_row()
    {
        var rows = Enumerable.Range(0, 2000).Select(i => i % 3 == 0 ? $"select_one yn|q{i}|Q|Q" : $"integer|q{i}|Q|Q|${{q{i - (i % 3)}}} = 'yes'").ToArray();
        var reading = Read(rows);
        reading.Questionnaire!.Questions.Count.ShouldBe(2000);
        reading.Count(FormOutcome.Error).ShouldBe(0);
        Read([.. Enumerable.Repeat("note|n|N|N", 10_001)]).Notices.ShouldContain(notice => notice.Code == "too_many_rows" && notice.Row == 10_002);
    }

    [Fact]
    public void A_sheet_of_questions_that_holds_none_is_told()
    {
        XlsFormReader.Read([new("survey", [])]).Notices.ShouldContain(notice => notice.Outcome == FormOutcome.Error && notice.Code == "nothing_to_ask" && notice.Sheet == "survey");
        XlsFormReader.Read([Sheet("survey", Head)]).Notices.ShouldContain(notice => notice.Code == "nothing_to_ask");
    }

    [Fact]
    public void Repeats_within_repeats_are_bounded()
    {
        var rows = Enumerable.Repeat("begin_repeat|r|R|R||||||20", 12).Append("integer|n|N|N").Concat(Enumerable.Repeat("end_repeat", 12));
        Read([.. rows]).Notices.ShouldContain(notice => notice.Code == "too_many_rows");
    }

    [Fact]
    public void Whatever_the_cells_hold_nothing_throws_and_no_row_is_dropped_in_silence()
    {
        var random = new Random(21);
        string[] types = ["integer", "text", "select_one yn", "select_multiple tools", "note", "calculate", "image", "begin_group", "end_group", "begin_repeat", "end_repeat", "", "date", "x", "rank yn", "select_one", "range", "acknowledge", "decimal"];
        string[] cells = ["", "", "a", "b", "${a}", "${a} = 'yes'", "${b} > 3", "yes", ". > 3", "‘", "({[", "\0", "\uD800", "field-list", "3", "-1", "1e9", "missing", "dont_know", "x.missing", new string('(', 5000), "<b>", "😀"];
        for (var round = 0; round < Sample.Of(400, 20_000); round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 12)).Select(_ => string.Join('|', Enumerable.Range(0, 10).Select(i => i == 0 ? types[random.Next(types.Length)] : cells[random.Next(cells.Length)]))).ToArray();
            var reading = Read(rows);
            foreach (var (i, row) in rows.Index())
                if (row[..row.IndexOf('|', StringComparison.Ordinal)] is { Length: > 0 } type && !type.StartsWith("end_", StringComparison.Ordinal))
                    reading.Notices.ShouldContain(notice => notice.Sheet == "survey" && notice.Row == i + 2, $"{row}\n{string.Join('\n', rows)}");
            if (reading.Questionnaire is null) reading.Count(FormOutcome.Error).ShouldBeGreaterThan(0, string.Join('\n', rows));
        }
    }

    [Fact]
    public void What_stands_for_words_nobody_wrote_and_a_filter_that_offers_nothing_are_told()
    {
        var reading = XlsFormReader.Read([
            Sheet("survey", "type|name|label|choice_filter", "select_one yn|uses|Yes?|", "select_one t|town|Which?|${uses} = 'yes' and kind = 'ghost'", "integer|n|<b></b>|"),
            Sheet("choices", "list_name|name|label|kind", "yn|yes|Yes|", "yn|no|No|", "t|a|A|x", "t|b|B|x")]);
        reading.Notices.Where(notice => notice.Outcome is FormOutcome.Changed or FormOutcome.NotCarried or FormOutcome.Error).Where(notice => notice.Code is "filter_offers_nothing" or "words_invented" or "choice_never_offered")
            .Select(notice => notice.ToString()).ShouldBe(["settings:0:form_title: Changed words_invented", "survey:3:choice_filter: NotCarried filter_offers_nothing", "survey:4:label: Changed words_invented"], ignoreOrder: true);
        reading.Questionnaire!.Questions[1].Scales.First().ShouldAllBe(option => option.When == null);
        Completeness.Of(reading.Questionnaire).Where(finding => finding.Code == FindingCodes.WordsMissing).Select(finding => finding.Place.Part).ShouldBe([FindingPart.Questionnaire, FindingPart.Section, FindingPart.Question], ignoreOrder: true);
    }

    private static XlsFormReading Read(params string[] rows) => XlsFormReader.Read([Sheet("survey", [Head, .. rows]), Sheet("choices", YesNo), Sheet("settings", "form_title|form_id", "Sample|sample")]);

    private static FormSheet Sheet(string name, params string[] rows) => new(name, [.. rows.Select((row, i) => new FormRow(i + 1, row.Split('|')))]);
}
