using Diapason.Tables.Sav;
using Shouldly;
using Xunit;

namespace Diapason.Tables.Tests;

/// <summary>.sav files opened by two programs that share nothing with us: GNU PSPP and R's haven (ReadStat).</summary>
public sealed class SavWriterTests : IDisposable
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 90).Select(i => $"Œuvre {i}, "));

    private static readonly SavDictionary Dictionary = new([
        new("key", SavKind.Text, "Clé de la ligne") { Width = 12 },
        new("status", SavKind.Number, "Dans quelle situation travaillez-vous surtout?")
        {
            Labels = [new(1, "Je suis membre du personnel d’un organisme", "staff"), new(2, "Je travaille à mon compte", "self"), new(-8, "Je préfère ne pas répondre", "refused"), new(-9, "Question non posée", "not_asked")],
            Missing = new(-9, -1),
        },
        new("hours", SavKind.Number, "Heures de formation") { Decimals = 1 },
        new("level", SavKind.Number, "Niveau") { Measure = SavMeasure.Ordinal, Labels = [new(1, "Aucun"), new(2, "Moyen"), new(3, "Élevé")] },
        new("tool__text", SavKind.Number, "Outils : texte"),
        new("tool__image", SavKind.Number, "Outils : image"),
        new("day", SavKind.Day, "Jour"),
        new("words", SavKind.Text, "Que craignez-vous?") { Width = 2000 },
        new("weight", SavKind.Number, "Poids") { Decimals = 6 },
    ])
    {
        Label = "L’IA dans mon travail culturel",
        Sets = [new("tools", "Quels outils?", ["tool__text", "tool__image"])],
        Weight = "weight",
        MadeAt = new DateTime(2026, 11, 30, 9, 5, 0),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-sav-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Pspp_reads_each_value_as_it_was_written()
    {
        var file = await WriteAsync();
        var csv = Path.Combine(_folder, "out.csv");
        await Programs.RunAsync("pspp-convert", file, csv);
        var rows = ReadCsv.Rows(await File.ReadAllTextAsync(csv)).Rows.Select(r => r.Cells).ToList();
        rows[0].ShouldBe(["key", "status", "hours", "level", "tool__text", "tool__image", "day", "words", "weight"]);
        rows[1].ShouldBe(["r1", "1", "7.5", "3", "1", "0", "11/30/2026", Long.TrimEnd(), "0.8333333333333334"]);
        rows[2].Select(c => c.Trim()).ShouldBe(["été", "2", "", "1", "0", "1", "", "", "145"]);
        rows[3].Select(c => c.Trim()).ShouldBe(["r3", "-9", "1000000.1", "", "", "", "01/01/1999", "=1+1", "2.5"]);
        rows.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Pspp_reads_labels_missing_values_measures_sets_and_weights()
    {
        var file = await WriteAsync();
        var told = await PsppAsync($"GET FILE='{file}'.\nDISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL.\nSYSFILE INFO FILE='{file}'.\nFREQUENCIES status.\n");
        foreach (var words in new[] { "Dans quelle situation travaillez-vous surtout?", "Je travaille à mon compte", "Question non posée", "Élevé", "Quels outils?", "$tools", "Ordinal", "-9 THRU -1", "L’IA dans mon travail culturel" })
            told.ShouldContain(words, Case.Sensitive, words);
        // Weighted, the reasons left out: 0.833333 and 145 of 145.833333.
        told.ShouldMatch(@"Je suis membre du personnel d’un organisme\s*,\s*\.83.*,\s*\.6%");
    }

    [Fact]
    public async Task Haven_reads_the_same()
    {
        var file = await WriteAsync();
        var told = await Programs.RunAsync("Rscript", "--vanilla", "-e", $$"""
            d <- haven::read_sav("{{file}}", user_na = TRUE)
            cat(names(d), sep = "|"); cat("\n")
            cat(attr(d$status, "label"), names(attr(d$status, "labels")), attr(d$status, "na_range"), sep = "|"); cat("\n")
            cat(as.numeric(d$status), sprintf("%.1f", d$hours), sep = "|"); cat("\n")
            cat(format(d$day), d$key, nchar(d$words), sep = "|"); cat("\n")
            cat(sprintf("%.15f", d$weight[1]), d$words[1] == readLines("{{file}}.txt", encoding = "UTF-8"), sep = "|"); cat("\n")
            """);
        told.Split('\n').ShouldBe([
            "key|status|hours|level|tool__text|tool__image|day|words|weight",
            "Dans quelle situation travaillez-vous surtout?|Je suis membre du personnel d’un organisme|Je travaille à mon compte|Je préfère ne pas répondre|Question non posée|-9|-1",
            "1|2|-9|7.5|NA|1000000.1",
            $"2026-11-30|NA|1999-01-01|r1|été|r3|{Long.TrimEnd().Length}|0|4",
            "0.833333333333333|TRUE",
            ""]);
    }

    private async Task<string> WriteAsync()
    {
        var path = Path.Combine(_folder, "answers.sav");
        await File.WriteAllTextAsync(path + ".txt", Long.TrimEnd() + "\n");
        await using var output = File.Create(path);
        await using var table = await SavTableWriter.CreateAsync(output, Dictionary, CancellationToken.None);
        await RowAsync(table, "r1", "staff", 7.5, 3, 1, 0, new DateOnly(2026, 11, 30), Long, 5 / 6.0);
        await RowAsync(table, "été", "self", null, 1, 0, 1, null, "", 145);
        await RowAsync(table, "r3", "not_asked", 1_000_000.1, null, null, null, new DateOnly(1999, 1, 1), "=1+1", 2.5);
        table.TextsCut.ShouldBe(0);
        return path;
    }

    private static async Task RowAsync(TableWriter table, string key, string status, double? hours, double? level, double? text, double? image, DateOnly? day, string words, double weight)
    {
        table.Text(key);
        table.Code(status);
        foreach (var number in new[] { hours, level, text, image }) table.Number(number);
        table.Day(day);
        table.Text(words);
        table.Number(weight);
        await table.EndRowAsync(CancellationToken.None);
    }

    private async Task<string> PsppAsync(string syntax)
    {
        var commands = Path.Combine(_folder, "commands.sps");
        await File.WriteAllTextAsync(commands, syntax);
        return await Programs.RunAsync("pspp", "-O", "format=csv", "-o", "-", commands);
    }
}
