using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Diapason.Consultations.Shell;
using Diapason.Forms;
using Diapason.Sampling;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Somebody at the command line with a questionnaire in a file.</summary>
public sealed class FormVerbTests : IDisposable
{
    private const string Rows = "type|name|label::Français (fr)|label::English|relevant\nselect_one yn|uses|Utilisez-vous l’IA?|Do you use AI?|\ninteger|hours|Heures|Hours|${uses} = ‘yes’";
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-forms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_form_is_checked_line_by_line_with_sheet_row_and_column()
    {
        var (code, lines) = await RunAsync("check", await FormAsync(Rows + "\nimage|desk|Bureau|Desk|"));
        code.ShouldBe(0);
        lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "not_carried" && line.GetProperty("sheet").GetString() == "survey" && line.GetProperty("row").GetInt32() == 4
            && line.GetProperty("column").GetString() == "type" && line.GetProperty("code").GetString() == "needs_device" && line.GetProperty("facts").GetProperty("type").GetString() == "image");
        lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "changed" && line.GetProperty("code").GetString() == "marks_understood");
    }

    [Fact]
    public async Task A_form_without_a_title_says_that_it_lacks_words_and_exits_one()
    {
        var (code, lines) = await RunAsync("check", await FormAsync(Rows, title: ""), "--pages");
        code.ShouldBe(1);
        lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "changed" && line.GetProperty("code").GetString() == "words_invented");
        lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "blocks" && line.GetProperty("code").GetString() == "words_missing");
        lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "walked" && line.GetProperty("facts").GetProperty("met").GetString() == "1000");
    }

    [Fact]
    public async Task An_error_exits_one_and_names_its_cell()
    {
        var (code, lines) = await RunAsync("check", await FormAsync(Rows + "\ninteger|more|Plus|More|${usees} = 'yes'"));
        code.ShouldBe(1);
        var wrong = lines.Single(line => line.GetProperty("outcome").GetString() == "error");
        (wrong.GetProperty("row").GetInt32(), wrong.GetProperty("column").GetString(), wrong.GetProperty("code").GetString(), wrong.GetProperty("facts").GetProperty("nearest").GetString()).ShouldBe((4, "relevant", "name_unknown", "uses"));
    }

    [Fact]
    public async Task A_page_that_nobody_meets_exits_one()
    {
        var (code, lines) = await RunAsync("check", await FormAsync(Rows + "\ninteger|more|Plus|More|${hours} > 3 and ${uses} = 'no'"));
        code.ShouldBe(1);
        lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "blocks" && line.GetProperty("code").GetString() == "never_shown" && line.GetProperty("column").GetString() == "more");
    }

    [Fact]
    public async Task A_kit_becomes_a_form_and_a_form_a_kit()
    {
        var kit = Path.Combine(_folder, "kit");
        Directory.CreateDirectory(kit);
        File.Copy(InKits("ia-en-tourisme/questionnaire.yaml"), Path.Combine(kit, "questionnaire.yaml"));
        (await RunAsync("convert", kit, "--to", "xlsform")).Code.ShouldBe(0);
        var (code, lines) = await RunAsync("convert", Path.Combine(_folder, "kit.xlsx"), "--to", "kit");
        code.ShouldBe(0);
        lines.ShouldNotContain(line => line.GetProperty("outcome").GetString() == "not_carried");
        var back = QuestionnaireReader.Read(await File.ReadAllTextAsync(Path.Combine(_folder, "kit.yaml"), TestContext.Current.CancellationToken), "kit.yaml").Questionnaire!;
        var form = QuestionnaireReader.Read(await File.ReadAllTextAsync(Path.Combine(kit, "questionnaire.yaml"), TestContext.Current.CancellationToken), "questionnaire.yaml").Questionnaire!;
        back.Variables.Select(variable => variable.Code).ShouldBe(form.Variables.Select(variable => variable.Code).Where(variable => !variable.EndsWith(".version", StringComparison.Ordinal)));
        // Nothing is written over.
        var again = await RunAsync("convert", Path.Combine(_folder, "kit.xlsx"), "--to", "kit");
        (again.Code, again.Lines[^1].GetProperty("code").GetString()).ShouldBe((1, "file_exists"));
    }

    [Fact]
    public async Task A_survey_of_LimeSurvey_becomes_json_and_json_a_kit_with_the_same_questions()
    {
        var survey = Path.Combine(_folder, "survey.lss");
        await File.WriteAllTextAsync(survey, """
            <?xml version="1.0" encoding="UTF-8"?>
            <document><LimeSurveyDocType>Survey</LimeSurveyDocType>
             <groups><rows><row><gid>1</gid><group_order>1</group_order></row></rows></groups>
             <questions><rows>
              <row><qid>1</qid><gid>1</gid><parent_qid>0</parent_qid><type>Y</type><title>Uses</title><question_order>1</question_order></row>
              <row><qid>2</qid><gid>1</gid><parent_qid>0</parent_qid><type>|</type><title>Order</title><question_order>2</question_order></row>
             </rows></questions>
             <question_l10ns><rows><row><qid>1</qid><question><![CDATA[Utilisez-vous l’IA?]]></question><language>fr</language></row></rows></question_l10ns>
             <surveys><rows><row><sid>7</sid><language>fr</language></row></rows></surveys>
             <surveys_languagesettings><rows><row><surveyls_language>fr</surveyls_language><surveyls_title>Terrain</surveyls_title></row></rows></surveys_languagesettings>
            </document>
            """, TestContext.Current.CancellationToken);
        var (code, lines) = await RunAsync("check", survey);
        code.ShouldBe(0);
        lines.ShouldContain(line => line.GetProperty("code").GetString() == "needs_device" && line.GetProperty("sheet").GetString() == "questions" && line.GetProperty("row").GetInt32() == 6 && line.GetProperty("column").GetString() == "type");
        (await RunAsync("convert", survey, "--to", "json")).Code.ShouldBe(0);
        (await RunAsync("convert", Path.Combine(_folder, "survey.json"), "--to", "kit")).Code.ShouldBe(0);
        var form = QuestionnaireReader.Read(await File.ReadAllTextAsync(Path.Combine(_folder, "survey.yaml"), TestContext.Current.CancellationToken), "survey.yaml").Questionnaire!;
        form.Variables.Select(variable => variable.Code).ShouldBe(["uses"]);
        // A mistake in JSON is told by its thing.
        var broken = Path.Combine(_folder, "broken.json");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(Path.Combine(_folder, "survey.json"), TestContext.Current.CancellationToken)).Replace("\"single\"", "\"singel\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var wrong = await RunAsync("check", broken);
        wrong.Code.ShouldBe(1);
        wrong.Lines.ShouldContain(line => line.GetProperty("outcome").GetString() == "error" && line.GetProperty("sheet").GetString()!.Contains("uses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_says_nothing_else_where_other_programs_read()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Diapason.Web.dll"), "form", "check", await FormAsync(Rows)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["Logging__LogLevel__Default"] = "Debug";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("{\"outcome\":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody.xlsx", null, "file_missing")]
    [InlineData("a.doc", "x", "file_other")]
    [InlineData("a.xlsx", "PK no archive", "not_spreadsheet")]
    [InlineData("a.lss", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><document>&x;</document>", "xml_broken")]
    [InlineData("a.json", "{", "json_broken")]
    [InlineData("a.yaml", "code: [", "bad_yaml")]
    [InlineData("a.yaml", "\u00FF", "not_text")]
    public async Task A_file_that_is_none_is_told_in_one_line(string name, string? content, string code)
    {
        var path = Path.Combine(_folder, name);
        if (content is not null) await File.WriteAllBytesAsync(path, [.. content.Select(c => (byte)c)], TestContext.Current.CancellationToken);
        var (exit, lines) = await RunAsync("check", path);
        (exit, lines.ShouldHaveSingleItem().GetProperty("code").GetString()).ShouldBe((1, code));
    }

    [Fact]
    public async Task Wrong_arguments_exit_two_and_say_nothing()
    {
        foreach (string[] arguments in new[] { [], ["check"], new[] { "convert", "a.xlsx" }, ["convert", "a.xlsx", "--to", "pdf"], ["check", "a", "b"] })
            (await RunAsync(arguments)).ShouldSatisfyAllConditions(said => said.Code.ShouldBe(2), said => said.Lines.ShouldBeEmpty());
    }

    [Fact]
    public async Task Entities_of_a_sheet_are_not_unfolded()
    {
        var path = await FormAsync(Rows);
        await using (var archive = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            var sheet = archive.Entries.First(entry => entry.FullName.Contains("worksheets/sheet1", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(await sheet.OpenAsync(TestContext.Current.CancellationToken))) xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            sheet.Delete();
            var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
            await using var written = new StreamWriter(await archive.CreateEntry(sheet.FullName).OpenAsync(TestContext.Current.CancellationToken));
            await written.WriteAsync($"<!DOCTYPE x [<!ENTITY e0 \"x\">{entities}]>{xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..].Replace("uses", "&e9;", StringComparison.Ordinal)}");
        }

        var (code, lines) = await RunAsync("check", path);
        (code, lines.ShouldHaveSingleItem().GetProperty("code").GetString()).ShouldBe((1, "not_spreadsheet"));
    }

    [Fact]
    public async Task Whatever_is_broken_in_a_file_it_is_told_and_nothing_is_thrown()
    {
        var (random, whole) = (new Random(53), await File.ReadAllBytesAsync(await FormAsync(Rows), TestContext.Current.CancellationToken));
        for (var round = 0; round < Sample.Of(100, 1_000); round++)
        {
            var broken = whole[..(round % 2 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var change = random.Next(1, 8); change > 0 && broken.Length > 0; change--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var path = Path.Combine(_folder, "broken.xlsx");
            await File.WriteAllBytesAsync(path, broken, TestContext.Current.CancellationToken);
            var (code, lines) = await RunAsync("check", path);
            code.ShouldBe(lines.Any(line => line.GetProperty("outcome").GetString() is "error" or "blocks") ? 1 : 0);
            lines.ShouldNotBeEmpty();
        }
    }

    private async Task<(int Code, List<JsonElement> Lines)> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await new FormVerb { Out = said }.RunAsync(arguments, TestContext.Current.CancellationToken);
        return (code, [.. said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    private async Task<string> FormAsync(string survey, string title = "Terrain")
    {
        var path = Path.Combine(_folder, "form.xlsx");
        await using var file = File.Create(path);
        await using var writer = await Diapason.Tables.XlsxTableWriter.CreateAsync(file, "survey", TestContext.Current.CancellationToken);
        await WriteAsync(writer, survey);
        await writer.SheetAsync("choices", TestContext.Current.CancellationToken);
        await WriteAsync(writer, "list_name|name|label::Français (fr)|label::English\nyn|yes|Oui|Yes\nyn|no|Non|No");
        await writer.SheetAsync("settings", TestContext.Current.CancellationToken);
        await WriteAsync(writer, $"form_title|version\n{title}|1");
        return path;
    }

    private static string InKits(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "kits", path);

    private static async Task WriteAsync(Diapason.Tables.XlsxTableWriter writer, string rows)
    {
        foreach (var (i, row) in rows.Split('\n').Index())
        {
            if (i == 0) await writer.HeaderAsync(row.Split('|'), TestContext.Current.CancellationToken);
            else
            {
                foreach (var cell in row.Split('|')) writer.Code(cell);
                await writer.EndRowAsync(TestContext.Current.CancellationToken);
            }
        }
    }
}
