using System.Globalization;
using Diapason.Consultations.Exports;
using Diapason.Forms;
using Diapason.Tables;
using Diapason.Tables.Sav;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>The .sav of the answers holds what the file for programs holds, labelled in the reader's language.</summary>
public sealed class SpssFileTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Each_row_says_what_the_file_for_programs_says(string language)
    {
        var codes = ReadCsv.Rows(System.Text.Encoding.UTF8.GetString(await BytesAsync("answers.csv")).TrimStart('\uFEFF'));
        var (header, sav) = (codes.Rows[0].Cells, await SavAsync(language));
        sav.Rows.ShouldBe(codes.Rows.Count - 1);
        sav.Columns.Count.ShouldBe(header.Count);
        var options = (await app.CampaignAsync()).Questionnaire.Variables.Where(v => v.Type is ChoiceType).ToDictionary(v => v.Code, v => v.Options);
        var labelled = sav.Dictionary.Variables.Select((variable, at) => variable.Measure == SavMeasure.Ordinal ? null : Codes(header[at], options)).ToList();
        // Keys and order are drawn for each file: rows are compared by what they say.
        IEnumerable<string> ours = Enumerable.Range(0, sav.Rows).Select(row => string.Join('|', sav.Columns.Select((column, at) => Said(column, labelled[at], sav.Dictionary.Variables[at], row)).Skip(1)));
        IEnumerable<string> theirs = codes.Rows.Skip(1).Select(row => string.Join('|', row.Cells.Skip(1).Select(cell => FormulaGuard.Undo(cell).TrimEnd())));
        ours.Order(StringComparer.Ordinal).ShouldBe(theirs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Questions_options_levels_reasons_sets_and_weights_are_said_in_the_language()
    {
        var (french, english) = ((await SavAsync("fr")).Dictionary, (await SavAsync("en")).Dictionary);
        french.Weight.ShouldBe(AnswerTables.Weight);
        french.Variables.Select(v => v.Name).ShouldBe(english.Variables.Select(v => v.Name));
        french.Variables.Single(v => v.Name == "metro").Label.ShouldNotBe(english.Variables.Single(v => v.Name == "metro").Label);
        english.Variables.Single(v => v.Name == "metro__mis").Labels.Select(l => l.Label).ShouldContain("Question not asked");
        var level = french.Variables.Single(v => v.Name == "comp_entrepreneur_mastery");
        (level.Measure, level.Labels.Count).ShouldBe((SavMeasure.Ordinal, 5));
        var set = french.Sets.Single(s => s.Name == "ai_purposes");
        set.Variables.Count.ShouldBeGreaterThan(3);
        set.Variables.ShouldAllBe(name => name.StartsWith("ai_purposes__", StringComparison.Ordinal));
        french.Variables.ShouldAllBe(v => v.Name.Length <= 32 && v.Label.Length > 0);
    }

    /// <summary>The code of each labelled number; null where a number is a number.</summary>
    private static Dictionary<double, string>? Codes(string column, IReadOnlyDictionary<string, IReadOnlyList<Option>> options) =>
        column.EndsWith(AnswerColumns.Missing, StringComparison.Ordinal) ? Enum.GetValues<MissingKind>().ToDictionary(kind => (double)kind, MissingCodes.Of)
        : options.GetValueOrDefault(column)?.Select((option, at) => (option.Code, Number: at + 1.0)).ToDictionary(option => option.Number, option => option.Code);

    private static string Said(SavColumn column, Dictionary<double, string>? codes, SavVariable variable, int row) =>
        column.Texts is { } texts ? texts[row]
        : double.IsNaN(column.Numbers![row]) ? ""
        : variable.Kind == SavKind.Day ? column.Day(row)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : codes is null ? column.Numbers[row].ToString("R", CultureInfo.InvariantCulture) : codes[column.Numbers[row]];

    private async Task<SavTable> SavAsync(string language)
    {
        using var file = new MemoryStream(await BytesAsync($"answers-{language}.sav"));
        var (table, problem) = await ReadSav.TableAsync(file, cancel: TestContext.Current.CancellationToken);
        problem.ShouldBeNull();
        return table!;
    }

    private async Task<byte[]> BytesAsync(string file)
    {
        var visitor = await app.SignedInAsync("analyst@culture.example");
        return await visitor.Client.GetByteArrayAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/{file}", TestContext.Current.CancellationToken);
    }
}
