using System.Text;
using Diapason.Platform.Language;
using Diapason.Studies.Reporting;
using Diapason.Tables;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class FigureFileTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    public async Task A_word_of_the_kit_that_begins_like_a_formula_computes_nothing(string measure)
    {
        Languages.Use(Languages.English);
        var sections = KitStudy.Definition.Sections;
        var figure = sections[0].Figures[0] with { Measure = LocalizedText.Of(("fr", measure), ("en", measure)) };
        var state = KitStudy.State(KitStudy.Store(KitStudy.Answers().Take(60)));
        state = state with { Portrait = state.Portrait with { Figures = [state.Portrait.Figures[0] with { Definition = figure }] } };
        var lines = Encoding.UTF8.GetString(await WriteFigures.CsvAsync(state, TestContext.Current.CancellationToken)).Split("\r\n");
        FormulaGuard.Mark(measure).ShouldStartWith("'");
        lines[1].ShouldContain(FormulaGuard.Mark(measure));
        lines.Skip(1).ShouldAllBe(line => !line.Contains($",{measure}", StringComparison.Ordinal) && !line.Contains($",\"{measure}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", ';', "0,83")]
    [InlineData("en", ',', "0.83")]
    public async Task A_spreadsheet_of_the_language_reads_numbers_as_numbers_and_languages_join_by_code(string language, char separator, string share)
    {
        Languages.Use(language);
        var state = KitStudy.State(KitStudy.Store(KitStudy.Answers()));
        var rows = ReadCsv.Rows(await WriteFigures.CsvAsync(state, TestContext.Current.CancellationToken), separator).Rows.Select(r => r.Cells).ToList();
        var (byCode, code) = (rows[0].ToList().IndexOf(language == "fr" ? "code de la répartition" : "breakdown code"), rows[0].ToList().IndexOf(language == "fr" ? "code du groupe" : "group code"));
        rows[1].ShouldContain(share, "R’s 0.830 and the noise of these keys");
        rows[1][6].ShouldBe("1");
        rows[1][7].ShouldBe("2026-11-23");
        rows.Skip(1).Select(r => (r[0], r[byCode], r[code])).Distinct().Count().ShouldBe(rows.Count - 1, "codes name a row, in any language");
        rows.ShouldAllBe(r => r.Count == rows[0].Count);
    }

    [Fact]
    public async Task The_workbook_has_the_figures_as_numbers_and_says_what_each_column_is()
    {
        Languages.Use("fr");
        var state = KitStudy.State(KitStudy.Store(KitStudy.Answers()));
        using var file = new MemoryStream(await WriteFigures.WorkbookAsync(state, TestContext.Current.CancellationToken));
        var (sheets, problem) = ReadSpreadsheet.Sheets(file);
        problem.ShouldBeNull();
        sheets.Select(s => s.Name).ShouldBe(["Chiffres", "Ce que disent les colonnes"]);
        sheets[1].Rows.Skip(1).Select(r => r.Cells[0]).ShouldBe(sheets[0].Rows[0].Cells);
        sheets[1].Rows.ShouldAllBe(r => r.Cells[1].Length > 0);
    }

    [Fact]
    public void A_marked_row_names_its_criterion()
    {
        Languages.Use("fr");
        var rows = FigureFile.Rows(KitStudy.State(KitStudy.Store(KitStudy.Answers()))).ToList();
        rows.ShouldContain(r => r.MarkReasons.Contains("few_answers"));
        rows.ShouldAllBe(r => (r.MarkReasons.Count > 0) == r.Reliability.StartsWith('*') && (r.Reasons.Length > 0) == (r.MarkReasons.Count > 0));
    }
}
