using System.Runtime.CompilerServices;
using Diapason.Tables;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class XlsFormWriterTests
{
    [Fact]
    public void Writes_kinds_words_conditions_and_bounds_as_a_form_has_them()
    {
        var sheets = XlsFormWriter.Write(Samples.Questionnaire).Sheets;
        sheets.Select(sheet => sheet.Name).ShouldBe(["survey", "choices", "settings"]);
        Row(sheets[0], "obstacle").ShouldBe("select_multiple obstacle|obstacle|Obstacles|Obstacles||||(count-selected(.) >= 2 or selected(., 'none') or selected(., 'dont_know')) and count-selected(.) <= 3 and not(selected(., 'none') and count-selected(.) > 1) and not(selected(., 'dont_know') and count-selected(.) > 1)|||");
        Row(sheets[0], "obstacle.other").ShouldBe("text|obstacle.other|Autre|Other|||selected(${obstacle}, 'more')|string-length(.) <= 200|||");
        Row(sheets[0], "hours").ShouldBe("decimal|hours|Heures|Hours|heures par semaine|hours a week||. >= 0 and . <= 80 and round(., 1) = .|||");
        Row(sheets[0], "work").ShouldBe("begin_group|work|||||${status} = 'employee'|||field-list|");
        Row(sheets[0], "impact.show").ShouldBe("select_one impact|impact.show|Diffuser|Show|||||||");
        Row(sheets[0], "comp.risk.mastery").ShouldBe("select_one comp_importance|comp.risk.mastery|Risques|Risks|Maîtrise|Mastery|||||");
        Row(sheets[0], "words_group").ShouldBe("begin_group|words_group|||||${hours} >= 10 or ${hours} = ''|||field-list|");
        sheets[2].Rows[1].Cells.ShouldBe(["Essai", "sample", "1", "Français (fr)"]);
    }

    [Fact]
    public void Says_what_a_form_has_no_place_for()
    {
        var told = XlsFormWriter.Write(Samples.Questionnaire).Notices.Where(notice => notice.Outcome != FormOutcome.Carried).Select(notice => $"{notice.Code} {string.Join(' ', notice.Facts.Select(fact => fact.Value))}".Trim()).ToList();
        told.ShouldBe(
        [
            "title_in_one_language fr", "minutes_left_out 10", "kind_changed consent single", "consent_version_left_out 2026-1", "unit_in_hint", "missing_left_out dont_know", "title_in_text",
            "unrolled statements 2", "unrolled paired 2", "unrolled piles 1", "missing_left_out prefer_not",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Read_back_it_asks_the_same_variables_of_the_same_people_in_the_same_words()
    {
        foreach (var form in new[] { Samples.Questionnaire, Kit("ia-en-culture"), Kit("ia-en-tourisme"), Calculating() }) Same(form);
    }

    [Fact]
    public void So_do_questionnaires_drawn_at_random()
    {
        var random = new Random(53);
        for (var round = 0; round < Sample.Of(40, 1_000); round++) Same(Samples.Read(DrawnForm.Draw(random)));
    }

    [Fact]
    public async Task A_file_of_it_is_read_as_it_was_written()
    {
        var written = XlsFormWriter.Write(Samples.Questionnaire);
        using var file = new MemoryStream();
        await using (var writer = await XlsxTableWriter.CreateAsync(file, written.Sheets[0].Name, TestContext.Current.CancellationToken))
        {
            foreach (var (i, sheet) in written.Sheets.Index())
            {
                if (i > 0) await writer.SheetAsync(sheet.Name, TestContext.Current.CancellationToken);
                await writer.HeaderAsync(sheet.Rows[0].Cells, TestContext.Current.CancellationToken);
                foreach (var row in sheet.Rows.Skip(1))
                {
                    foreach (var cell in row.Cells) writer.Code(cell);
                    await writer.EndRowAsync(TestContext.Current.CancellationToken);
                }
            }
        }

        var (sheets, problem) = ReadSpreadsheet.Sheets(file);
        problem.ShouldBeNull();
        XlsFormReader.Read([.. sheets.Select(sheet => new FormSheet(sheet.Name, [.. sheet.Rows.Select(row => new FormRow(row.Line, row.Cells))]))]).Yaml.ShouldBe(XlsFormReader.Read(written.Sheets).Yaml);
    }

    private static void Same(Questionnaire form)
    {
        var reading = XlsFormReader.Read(XlsFormWriter.Write(form).Sheets);
        reading.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried).Select(notice => notice.ToString()).ShouldBeEmpty();
        var back = reading.Questionnaire.ShouldNotBeNull();
        back.Variables.Select(Said).ShouldBe(form.Variables.Where(variable => variable.Aspect != "version").Select(Said));
        back.Questions.Where(question => question is WrittenQuestion or OptionQuestion).Select(question => question.Code).ShouldBeSubsetOf(form.Variables.Select(variable => variable.Code));
        (back.Code, back.Version, string.Join(' ', back.Heading.Languages)).ShouldBe((form.Code, form.Version, string.Join(' ', form.Heading.Languages)));
        var walks = new DrawnAnswers(form, new Random(3));
        for (var walk = 0; walk < 60; walk++)
        {
            var answers = Walk(form, walks);
            var (one, other) = (form.RouteFor(answers), back.RouteFor(answers));
            back.Variables.Where(variable => other.Shows(variable.Question)).Select(variable => variable.Code).ShouldBe(
                form.Variables.Where(variable => variable.Aspect != "version" && one.Shows(variable.Question)).Select(variable => variable.Code), answers.ToJson());
            foreach (var (_, calculation) in form.Calculations.Index()) other.Value(back.Calculations.First(same => same.Code == calculation.Code)).ShouldBe(one.Value(calculation));
        }
    }

    /// <summary>What a variable is, and all that is read of it, in each language.</summary>
    private static string Said(Variable variable) =>
        $"{variable.Code} {variable.Type.Word} {(variable.SpecifiesOther ? "" : variable.Label.ToJson())} {variable.Question.Required} {string.Join(';', variable.Options.Select(option => $"{option.Code} {option.Label.ToJson()} {option.Exclusive} {option.Other}"))} "
        + (variable.Type.IsCoded ? string.Join(';', variable.Question.MissingOptions.Select(option => $"{option.Code} {option.Label.ToJson()}")) : "")
        + variable.Question switch
        {
            NumberQuestion number => $"{number.Min} {number.Max} {number.Decimals}",
            DateQuestion date => $"{date.Min} {date.Max}",
            ShortTextQuestion text => $"{text.MaxLength}",
            LongTextQuestion text => $"{text.MaxLength} long",
            MultipleQuestion multiple => $"{multiple.MinChoices} {multiple.MaxChoices}",
            // The hint of an item judged twice says which of the two it is.
            SingleQuestion single => $"{single.AsList} {(variable.Code.EndsWith(".importance", StringComparison.Ordinal) || variable.Code.EndsWith(".mastery", StringComparison.Ordinal) ? "{}" : single.Hint.ToJson())}",
            _ => "False {}",
        };

    private static AnswerSet Walk(Questionnaire form, DrawnAnswers walks)
    {
        var route = form.RouteFor(AnswerSet.Empty);
        for (var page = route.First; page is not null; page = route.After(page)) route = form.RouteFor(route.Answers.Merge(PagePost.Read(page, route, walks.Page(page, route, 0)).Answers));
        return route.Answers;
    }

    private static Questionnaire Calculating() => Samples.Read("""
        code: calc
        version: "2.1"
        title: { fr: Essai, en: Sample }
        calculations: [{ code: total, value: "${a} + ${b}" }, { code: much, value: "if(${total} > 10, 'yes', 'no')" }]
        sections:
          - code: s
            title: { fr: S, en: S }
            when: true()
            pages:
              - { code: p, title: { fr: P, en: P }, questions: [{ code: a, kind: number, title: { fr: A, en: A }, min: 0, max: 10 }, { code: b, kind: number, title: { fr: B, en: B }, max: 10.5, decimals: 2 }] }
              - { code: q, when: "${much} = 'yes'", questions: [{ code: since, kind: date, title: { fr: A, en: A }, hint: { fr: Jour, en: Day }, min: 2020-01-01 }] }
              - { code: region, questions: [{ code: region, kind: single, layout: select, required: true, title: { fr: R, en: R }, options: [{ code: a, fr: L’Outaouais, en: "It's" }, { code: z, fr: Autre, en: Other, other: true }] }] }
        """);

    private static string Row(FormSheet sheet, string name) => string.Join('|', sheet.Rows.Single(row => row.Cells[1] == name).Cells);

    private static Questionnaire Kit(string name, [CallerFilePath] string here = "") => Samples.Read(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "kits", name, "questionnaire.yaml")));
}
