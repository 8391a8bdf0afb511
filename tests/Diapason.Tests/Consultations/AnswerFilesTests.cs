using System.Globalization;
using System.Net;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Kit;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>The files of answers: each column of one type, the right reason for each hole, a spreadsheet of each language reading numbers as numbers, and a trace of who took them.</summary>
public sealed class AnswerFilesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Analyst = "analyst@culture.example";

    [Fact]
    public async Task A_column_for_programs_holds_one_type_and_no_word_for_what_is_missing()
    {
        var (header, rows) = await CodesAsync();
        header.Count(name => name.Contains("consent", StringComparison.Ordinal) && name.Contains("version", StringComparison.Ordinal) && !name.EndsWith(AnswerColumns.Missing, StringComparison.Ordinal)).ShouldBe(1);
        header.Distinct().Count().ShouldBe(header.Count);
        var missing = Enum.GetValues<MissingKind>().Select(MissingCodes.Of).Where(code => code.Length > 0).ToHashSet();
        foreach (var column in AnswerColumns.Of((await app.CampaignAsync()).Questionnaire).All)
        {
            var cells = rows.Select(row => row[header.IndexOf(column.Name)]).ToList();
            if (column is MissingColumn) cells.ShouldAllBe(cell => cell.Length == 0 || missing.Contains(cell));
            else cells.ShouldNotContain(cell => missing.Contains(cell), column.Name);
            if (column is NumberColumn) cells.TrueForAll(cell => cell.Length == 0 || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).ShouldBeTrue(column.Name);
            if (column is OptionColumn) cells.ShouldAllBe(cell => cell == "" || cell == "0" || cell == "1", column.Name);
        }
    }

    [Fact]
    public async Task A_value_or_a_reason_stands_in_every_row_and_never_both()
    {
        var (header, rows) = await CodesAsync();
        foreach (var variable in (await app.CampaignAsync()).Questionnaire.Variables)
        {
            var values = AnswerColumns.Of(variable).Where(column => column is not MissingColumn).Select(column => header.IndexOf(column.Name)).ToList();
            var reason = header.IndexOf(variable.Code + AnswerColumns.Missing);
            foreach (var row in rows) (values.Exists(at => row[at].Length > 0) ^ row[reason].Length > 0).ShouldBeTrue(variable.Code);
        }
    }

    [Fact]
    public async Task The_line_that_specifies_an_other_was_asked_of_those_who_chose_it()
    {
        var (header, rows) = await CodesAsync();
        var lines = (await app.CampaignAsync()).Questionnaire.Variables.Where(variable => variable.SpecifiesOther).ToList();
        lines.ShouldNotBeEmpty();
        foreach (var line in lines)
        {
            var question = (OptionQuestion)line.Question;
            var other = question.Options.Single(option => option.Other).Code;
            var main = question.Variables[0];
            foreach (var row in rows)
            {
                var chose = main.Type is ChoicesType ? row[header.IndexOf($"{main.Code}__{other}")] == "1" : row[header.IndexOf(main.Code)] == other;
                if (!chose) row[header.IndexOf(line.Code + AnswerColumns.Missing)].ShouldBe("not_asked", line.Code);
            }
        }
    }

    [Fact]
    public async Task The_file_for_programs_is_read_back_whole()
    {
        var campaign = await app.CampaignAsync();
        var text = await TextAsync("answers.csv");
        var problems = new KitProblems();
        var read = new AnswersReader(campaign.Questionnaire, "answers.csv", problems).Read(text);
        problems.All.ShouldBeEmpty();
        var sent = (await app.ChangesAsync(0)).OfType<Diapason.Consultations.Contracts.AnswersSent>().ToList();
        read.Select(row => Said(row.Answers)).Order().ShouldBe(sent.Select(row => Said(row.Answers)).Order(), "in an order of its own");
        string Said(AnswerSet answers) => string.Join('|', campaign.Questionnaire.Variables.Select(variable => variable.In(answers)));
    }

    [Fact]
    public async Task Weights_bring_the_answers_to_the_margins_of_the_population()
    {
        var (header, rows) = await CodesAsync();
        var (weight, metro) = (header.IndexOf(AnswerTables.Weight), header.IndexOf("metro"));
        weight.ShouldBePositive();
        double Sum(IEnumerable<IReadOnlyList<string>> of) => of.Sum(row => double.Parse(row[weight], CultureInfo.InvariantCulture));
        Sum(rows).ShouldBe(174_000, 1);
        // The published share of people living in the metropolitan area, among those who said where they live.
        (Sum(rows.Where(row => row[metro] == "yes")) / Sum(rows.Where(row => row[metro].Length > 0))).ShouldBe(0.67, 0.005);
    }

    [Theory]
    [InlineData("fr", ';', @"^\d+(,\d+)?$")]
    [InlineData("en", ',', @"^\d+(\.\d+)?$")]
    public async Task A_spreadsheet_of_the_language_reads_numbers_as_numbers(string language, char separator, string number)
    {
        var text = await TextAsync($"answers-{language}.csv");
        var table = ReadCsv.Rows(text, separator);
        table.Problem.ShouldBeNull();
        var hours = table.Rows[0].Cells.ToList().FindIndex(name => name.EndsWith("[hours]", StringComparison.Ordinal));
        table.Rows.Skip(1).ShouldAllBe(row => row.Cells.Count == table.Rows[0].Cells.Count);
        table.Rows.Skip(1).Count(row => System.Text.RegularExpressions.Regex.IsMatch(row.Cells[hours], number)).ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task The_workbook_holds_words_codes_and_the_codebook()
    {
        var visitor = await app.SignedInAsync(Analyst);
        using var response = await visitor.Client.GetAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/answers-fr.xlsx");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        var (sheets, problem) = ReadSpreadsheet.Sheets(file);
        problem.ShouldBeNull();
        sheets.Select(sheet => sheet.Name).ShouldBe(["Réponses", "Codes", "Dictionnaire"]);
        sheets[0].Rows.Skip(1).Select(row => row.Cells[0]).ShouldBe(sheets[1].Rows.Skip(1).Select(row => row.Cells[0]), "one key joins the sheets");
        sheets[0].Rows[0].Cells.Take(5).ShouldBe(["Clé de la ligne [key]", "Langue [language]", "Présentation [layout]", "Réponse inventée [synthetic]", "Venue par [source]"]);
        sheets[0].Rows.Skip(1).Select(row => row.Cells[3]).Distinct().ShouldBeSubsetOf(["oui", "non"]);
        var hours = sheets[1].Rows[0].Cells.ToList().IndexOf("hours");
        sheets[1].Rows.ShouldContain(row => row.Cells[hours] == "7.5");
        // Levels are cells of numbers there too, which the reader gives back as it does those of the hours.
        file.Position = 0;
        using var book = new System.IO.Compression.ZipArchive(file);
        using var codes = new StreamReader(book.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        (await codes.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotMatch(@"<t[^>]*>[1-5]</t>");
    }

    [Fact]
    public async Task Two_files_have_other_keys_another_order_and_no_trace_of_when()
    {
        var (header, first) = await CodesAsync();
        header.ShouldNotContain(name => name.Contains("sequence", StringComparison.Ordinal) || name.Contains("submitted", StringComparison.Ordinal));
        header[0].ShouldBe("key");
        await app.OthersSendAsync(1);
        var (_, second) = await CodesAsync();
        second.Select(Cells).Order().ShouldBe(first.Select(Cells).Order(), "an answer that waits in the tray is in no file");
        second.Select(row => row[0]).Intersect(first.Select(row => row[0])).ShouldBeEmpty();
        second.Zip(first).Count(rows => Cells(rows.First) == Cells(rows.Second)).ShouldBeLessThan(30);
        await app.OthersSendAsync(30);
        var (_, third) = await CodesAsync();
        ((third.Count - first.Count) % 10).ShouldBe(0, "they come ten at a time");
        third.Count.ShouldBeGreaterThan(first.Count);
        static string Cells(IReadOnlyList<string> row) => string.Join('|', row.Skip(1));
    }

    [Fact]
    public async Task The_codebook_says_who_is_asked_to_specify()
    {
        var table = ReadCsv.Rows(await TextAsync("codebook-en.csv"), ',');
        var when = table.Rows[0].Cells.ToList().IndexOf("shown_when");
        table.Rows.Where(row => row.Cells[0] == "role.other").ShouldAllBe(row => row.Cells[when] == "(role in (other))");
        table.Rows.Count(row => row.Cells[0] == "role.other").ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("fr", "Publiez ceux du portrait", "la plupart des lignes sont uniques", "se rapprochent par leur contenu", "dix-neuf au plus, attendent encore")]
    [InlineData("en", "Publish the portrait’s", "most rows are unique", "can be matched by their content", "nineteen at most, still wait")]
    public async Task The_page_says_which_figures_to_publish_and_that_rows_may_point_to_people(string language, params string[] said)
    {
        var visitor = await app.SignedInAsync(Analyst);
        var page = await visitor.GoAsync($"/{language}/manage/consultations/{(await app.CampaignAsync()).Id}");
        foreach (var words in said) page.Main.ShouldContain(words);
    }

    [Fact]
    public async Task Invented_answers_are_told_from_true_ones_and_no_key_reads_as_a_number()
    {
        var (header, rows) = await CodesAsync();
        rows.Count(row => row[header.IndexOf("synthetic")] == "1").ShouldBe(1200);
        rows.Count(row => row[header.IndexOf("synthetic")] == "0").ShouldBe(rows.Count - 1200);
        rows.ShouldAllBe(row => row[0].StartsWith('k'));
    }

    [Theory]
    [InlineData("fr", ';', "(1 : choisi; 0 : non choisi)", "La somme des poids est la population de référence", "Figures du portrait")]
    [InlineData("en", ',', "(1: chosen; 0: not chosen)", "The weights sum to the reference population", "Figures of the portrait")]
    public async Task The_codebook_says_what_1_means_what_weights_sum_to_and_what_figures_count(string language, char separator, string chosen, string weights, string figures)
    {
        // The study is laid out a moment after the start.
        var text = await TextAsync($"codebook-{language}.csv");
        for (var looks = 0; looks < 240 && !text.Contains(figures, StringComparison.Ordinal); looks++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            text = await TextAsync($"codebook-{language}.csv");
        }

        var table = ReadCsv.Rows(text, separator).Rows.Select(row => row.Cells).ToList();
        int At(string name) => table[0].ToList().IndexOf(name);
        var several = (await app.CampaignAsync()).Questionnaire.Variables.First(variable => variable.Type is ChoicesType);
        foreach (var option in several.Options)
            TestKit.Page.Words(table.Single(row => row[At("column")] == $"{several.Code}__{option.Code}")[At("label")]).ShouldEndWith(chosen);
        table.Single(row => row[0] == AnswerTables.Weight)[At("label")].ShouldContain(weights);
        table.Where(row => row[At("section")] == figures).ToList().Count.ShouldBe(9);
        table.Single(row => row[0] == "no_use" && row[At("section")] == figures)[At("label")].ShouldMatch(@"\(\w+ in \([\w, ]+\)\)");
        table.Single(row => row[0] == "obstacle_self" && row[At("section")] == figures)[At("shown_when")].ShouldContain("status in (");
    }

    [Fact]
    public async Task Every_column_has_a_name_that_any_program_takes()
    {
        var table = ReadCsv.Rows(await TextAsync("codebook-en.csv"), ',').Rows.Select(row => row.Cells).ToList();
        var (column, shorter) = (table[0].ToList().IndexOf("column"), table[0].ToList().IndexOf("short_name"));
        var names = table.Skip(1).Where(row => row[column].Length > 0).Select(row => (Column: row[column], Short: row[shorter])).Distinct().ToList();
        names.Select(n => n.Column).ShouldBe((await CodesAsync()).Header, ignoreOrder: true);
        names.Select(n => n.Short.ToUpperInvariant()).Distinct().Count().ShouldBe(names.Count);
        names.ShouldAllBe(n => System.Text.RegularExpressions.Regex.IsMatch(n.Short, "^[A-Za-z][A-Za-z0-9_]{0,31}$"));
        names.ShouldContain(n => n.Column == "comp.entrepreneur.importance__missing" && n.Short == "comp_entrepreneur_importance__mi");
    }

    [Fact]
    public async Task No_two_columns_of_words_have_the_same_heading_without_their_code()
    {
        var heads = ReadCsv.Rows(await TextAsync("answers-en.csv"), ',').Rows[0].Cells.Where(name => name.Contains('[') && !name.Contains(".other]", StringComparison.Ordinal) && !name.Contains("version]", StringComparison.Ordinal))
            .Select(name => name[..name.LastIndexOf('[')]).ToList();
        heads.Count.ShouldBeGreaterThan(30);
        heads.Distinct().Count().ShouldBe(heads.Count);
        heads.ShouldContain(name => name.Contains(" — How well you master it today", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_carries_its_day_in_its_name()
    {
        var visitor = await app.SignedInAsync(Analyst);
        using var response = await visitor.Client.GetAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/answers.csv");
        response.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldMatch(@"^ia-2026-\d{4}-\d\d-\d\d-answers\.csv$");
    }

    [Theory]
    [InlineData("answers.csv", "codes")]
    [InlineData("answers-en.csv", "words")]
    [InlineData("answers-fr.xlsx", "workbook")]
    [InlineData("codebook-fr.csv", "codebook")]
    public async Task Every_download_is_in_the_trail(string file, string code)
    {
        var before = await TakenAsync(code);
        await TextAsync(file);
        (await TakenAsync(code)).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("answers-xx.csv")]
    [InlineData("codebook-e1.csv")]
    public async Task A_language_the_questionnaire_does_not_speak_is_not_found(string file)
    {
        var visitor = await app.SignedInAsync(Analyst);
        (await visitor.Client.GetAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<int> TakenAsync(string code) => await app.InScopeAsync(async services =>
    {
        var details = await services.GetRequiredService<DiapasonDb>().Set<AuditEntry>().IgnoreQueryFilters().Where(entry => entry.Act == "campaign.answers_taken").Select(entry => entry.Details).ToListAsync();
        return details.Count(detail => detail!.Contains($"\"{code}\"", StringComparison.Ordinal));
    });

    private async Task<string> TextAsync(string file)
    {
        var visitor = await app.SignedInAsync(Analyst);
        return await visitor.Client.GetStringAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/{file}");
    }

    private async Task<(List<string> Header, List<IReadOnlyList<string>> Rows)> CodesAsync()
    {
        var table = ReadCsv.Rows(await TextAsync("answers.csv"));
        table.Problem.ShouldBeNull();
        return ([.. table.Rows[0].Cells], [.. table.Rows.Skip(1).Select(row => row.Cells)]);
    }
}
