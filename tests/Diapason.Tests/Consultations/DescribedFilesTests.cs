using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Diapason.Consultations.Exports;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>What describes or repeats the file for programs says the same as it: the codebook for archives, the script for R, the records for programs.</summary>
public sealed class DescribedFilesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly XNamespace Codebook = "ddi:codebook:2_5";
    private static readonly XName Language = XNamespace.Xml + "lang";

    [Fact]
    public async Task The_codebook_for_archives_has_every_column_with_its_codes_in_each_language()
    {
        var root = XDocument.Parse(await TextAsync("codebook.xml")).Root!;
        var variables = root.Descendants(Codebook + "var").ToList();
        variables.Select(v => v.Attribute("name")!.Value).ShouldBe(await HeaderAsync());
        var status = variables.Single(v => v.Attribute("name")!.Value == "status");
        var asked = (await app.CampaignAsync()).Questionnaire.FindVariable("status")!;
        status.Elements(Codebook + "catgry").Select(c => c.Element(Codebook + "catValu")!.Value).ShouldBe(asked.Options.Select(o => o.Code));
        status.Elements(Codebook + "catgry").ShouldAllBe(c => c.Elements(Codebook + "labl").Count() == 2);
        status.Elements(Codebook + "labl").Select(l => l.Attribute(Language)!.Value).ShouldBe(["fr-CA", "en-CA"]);
        variables.Single(v => v.Attribute("name")!.Value == "status__missing").Elements(Codebook + "catgry").ShouldAllBe(c => c.Attribute("missing")!.Value == "Y");
        var weight = variables.Single(v => v.Attribute("wgt") is not null);
        status.Attribute("wgt-var")!.Value.ShouldBe(weight.Attribute("ID")!.Value);
        root.Descendants(Codebook + "dataKind").First().Value.ShouldBe("Réponses inventées pour une démonstration");
        root.Descendants(Codebook + "useStmt").Select(use => string.Join(' ', use.Elements().Select(e => $"{e.Name.LocalName}:{e.Attribute(Language)!.Value}"))).ShouldBe(["confDec:fr-CA restrctn:fr-CA", "confDec:en-CA restrctn:en-CA"]);
        root.Descendants(Codebook + "caseQnty").Single().Value.ShouldBe(((await RowsAsync()).Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        variables.Select(v => v.Attribute("ID")!.Value).Distinct().Count().ShouldBe(variables.Count);
    }

    [Fact]
    public async Task The_codebook_for_archives_groups_the_options_of_a_question_of_several_choices()
    {
        var root = XDocument.Parse(await TextAsync("codebook.xml")).Root!;
        var names = root.Descendants(Codebook + "var").ToDictionary(v => v.Attribute("ID")!.Value, v => v.Attribute("name")!.Value);
        var sets = root.Descendants(Codebook + "varGrp").Where(g => g.Attribute("type")!.Value == "multipleResp").Select(g => g.Attribute("var")!.Value.Split(' ').Select(id => names[id]).ToList()).ToList();
        sets.ShouldContain(set => set.Count > 3 && set.All(name => name.StartsWith("ai_purposes__", StringComparison.Ordinal)));
        root.Descendants(Codebook + "varGrp").Count(g => g.Attribute("type")!.Value == "section").ShouldBe((await app.CampaignAsync()).Questionnaire.Sections.Count(s => s.Pages.Any(p => p.Questions.Any(q => q.Variables.Count > 0))));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task R_reads_the_answers_back_with_their_words(string language)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (answers, script) = (Path.Combine(folder.FullName, "answers.csv"), Path.Combine(folder.FullName, "read.R"));
            await File.WriteAllBytesAsync(answers, await BytesAsync("answers.csv"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(script, await TextAsync($"answers-{language}.R"), TestContext.Current.CancellationToken);
            var told = await RAsync($$"""
                source("{{script}}", encoding = "UTF-8")
                d <- read_answers("{{answers}}")
                cat(nrow(d), ncol(d), class(d$weight), class(d$status), sep = "|"); cat("\n")
                cat(attr(d$status, "label"), "\n")
                for (level in levels(d$status)) cat(level, "|", sum(d$status == level, na.rm = TRUE), "\n", sep = "")
                cat(sum(vapply(d, function(column) is.null(attr(column, "label")), NA)), "\n")
                cat(sum(d$weight, na.rm = TRUE), "\n")
                """);
            var rows = await RowsAsync();
            var (header, lines) = (rows[0].ToList(), told.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            lines[0].ShouldBe($"{rows.Count - 1}|{header.Count}|numeric|factor");
            var asked = (await app.CampaignAsync()).Questionnaire.FindVariable("status")!;
            lines[1].ShouldBe(AnswerTables.Asked(asked, language));
            var (column, weight) = (header.IndexOf("status"), header.IndexOf("weight"));
            lines[2..^2].ShouldBe(asked.Options.Select(o => $"{Diapason.Consultations.Answering.Screens.Say(o.Label, language)}|{rows.Skip(1).Count(row => row[column] == o.Code)}"));
            lines[^2].ShouldBe("0");
            double.Parse(lines[^1], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(rows.Skip(1).Where(row => row[weight].Length > 0).Sum(row => double.Parse(row[weight], System.Globalization.CultureInfo.InvariantCulture)), 0.01);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public async Task Each_record_says_what_its_row_says()
    {
        var (rows, questionnaire) = (await RowsAsync(), (await app.CampaignAsync()).Questionnaire);
        var header = rows[0].ToList();
        var records = (await TextAsync("answers.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("answers")).ToList();
        records.Count.ShouldBe(rows.Count - 1);
        // Keys and order are drawn for each file: rows are compared by what they say.
        string[] checkedOn = ["status", "region", "ai_use"];
        IEnumerable<string> ours = records.Select(record => string.Join('|', checkedOn.Select(name => record.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : record.GetProperty(name).GetProperty("missing").GetString())));
        IEnumerable<string> theirs = rows.Skip(1).Select(row => string.Join('|', checkedOn.Select(name => row[header.IndexOf(name)] is { Length: > 0 } value ? value : row[header.IndexOf(name + "__missing")])));
        ours.Order(StringComparer.Ordinal).ShouldBe(theirs.Order(StringComparer.Ordinal));
        var chosen = records.Sum(record => record.GetProperty("ai_purposes") is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0);
        chosen.ShouldBe(header.Index().Where(h => h.Item.StartsWith("ai_purposes__", StringComparison.Ordinal) && !h.Item.EndsWith("__missing", StringComparison.Ordinal)).Sum(h => rows.Skip(1).Count(row => row[h.Index] == "1")));
        records[0].EnumerateObject().Count().ShouldBe(questionnaire.Variables.Count);
    }

    private static async Task<string> RAsync(string commands)
    {
        var start = new ProcessStartInfo("Rscript", ["--vanilla", "-e", commands]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var (told, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        (await failed).ShouldBe("");
        return await told;
    }

    private async Task<List<IReadOnlyList<string>>> RowsAsync() => [.. ReadCsv.Rows((await TextAsync("answers.csv")).TrimStart('\uFEFF')).Rows.Select(row => row.Cells)];

    private async Task<IReadOnlyList<string>> HeaderAsync() => (await RowsAsync())[0];

    private async Task<string> TextAsync(string file) => System.Text.Encoding.UTF8.GetString(await BytesAsync(file));

    private async Task<byte[]> BytesAsync(string file)
    {
        var visitor = await app.SignedInAsync("analyst@culture.example");
        return await visitor.Client.GetByteArrayAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/{file}", TestContext.Current.CancellationToken);
    }
}
