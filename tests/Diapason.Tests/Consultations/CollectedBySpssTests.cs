using System.Diagnostics;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Consultations.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Files that GNU PSPP and R's haven wrote come in by their labels: no code of ours is in them.</summary>
public sealed class CollectedBySpssTests : IAsyncLifetime
{
    private readonly DiapasonApp _app = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-spss-").FullName;

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_of_pspp_comes_in_by_its_labels()
    {
        var path = Path.Combine(_folder, "pspp.sav");
        await File.WriteAllTextAsync(Path.Combine(_folder, "make.sps"), $"""
            SET LOCALE='UTF-8'.
            DATA LIST LIST /V1 (F2.0) V2 (F2.0) V3a (F1.0) V3b (F1.0) V4 (F8.1) poids (F8.2) nom (A20) V5 (A200).
            BEGIN DATA
            1 4 1 0 7.5 1.25 "Zoé" "Du temps"
            2 1 0 1 99 0.75 "Luc" ""
            1 2 . . 12 1 "Ada" "Une formation"
            END DATA.
            VARIABLE LABELS V1 'Dans quelle situation travaillez-vous surtout?' V2 'Quel est votre rôle principal?'
              V3a 'Pour quoi l’utilisez-vous? Analyser des données' V3b 'Pour quoi l’utilisez-vous? Planifier et organiser'
              V4 'Combien d’heures pourriez-vous y consacrer dans les trois prochains mois?' V5 'Qu’est-ce qui vous aiderait vraiment?'.
            VALUE LABELS V1 1 'Je suis membre du personnel d’un organisme' 2 'Je travaille à mon compte'
              /V2 1 'Artiste, créatrice ou créateur' 2 'Gestion ou direction' 4 'Production' /V4 99 'Je ne sais pas' /V3a V3b 0 'Non' 1 'Oui'.
            MISSING VALUES V4 (99).
            WEIGHT BY poids.
            SAVE OUTFILE='{path}'.
            """, TestContext.Current.CancellationToken);
        await RunAsync("pspp", "-O", "format=csv", "-o", Path.Combine(_folder, "told.csv"), Path.Combine(_folder, "make.sps"));
        await ImportAsync(path, 3);
        (await CountAsync("%\"status\":\"employee\"%")).ShouldBe(2);
        (await CountAsync("%\"status\":\"self_employed\"%")).ShouldBe(1);
        (await CountAsync("%\"role\":\"producer\"%")).ShouldBe(1);
        (await CountAsync("%\"role\":\"artist\"%")).ShouldBe(1);
        (await CountAsync("%\"open.need\":\"Une formation\"%")).ShouldBe(1);
        (await CountAsync("%Zoé%")).ShouldBe(0, "nobody asked for names");
    }

    [Fact]
    public async Task A_file_of_haven_comes_in_by_its_labels_in_the_other_language()
    {
        var path = Path.Combine(_folder, "haven.sav");
        await RunAsync("Rscript", "--vanilla", "-e", $"""
            d <- data.frame(id = 1:3)
            d$a <- haven::labelled(c(3, 1, 1), c("I am on an organization’s staff" = 1, "I lead or represent an organization" = 3), label = "How do you mostly work?")
            d$b <- haven::labelled(c(10, 20, 20), c("Artist or creator" = 10, "Management" = 20), label = "What is your main role?")
            d$c <- haven::labelled_spss(c(1, 2, 9), c("Never" = 1, "Now and then" = 2, "No answer" = 9), na_values = 9, label = "How often do you use AI in your work?")
            haven::write_sav(d, "{path}")
            """);
        await ImportAsync(path, 3);
        (await CountAsync("%\"status\":\"organisation\"%")).ShouldBe(1);
        (await CountAsync("%\"role\":\"manager\"%")).ShouldBe(2);
        (await CountAsync("%\"ai_use\":\"sometimes\"%")).ShouldBe(1);
        (await CountAsync("%\"ai_use\":{\"missing\":\"skipped\"}%")).ShouldBe(1, "what the file says is missing is no choice");
    }

    private async Task ImportAsync(string path, int rows)
    {
        await _app.PlanAsync("ailleurs");
        var mapping = Path.Combine(_folder, "mapping.json");
        (await CollectedVerbTests.RunAsync(_app, "map", path, "--campaign", "ailleurs", "--council", "culture", "--out", mapping)).Code.ShouldBe(0);
        var (code, lines) = await CollectedVerbTests.RunAsync(_app, "import", path, "--mapping", mapping, "--campaign", "ailleurs", "--council", "culture", "--from", "2024-01-01", "--until", "2024-02-01", "--told", "Étude anonyme", "--leave-out");
        code.ShouldBe(0, string.Join('\n', lines));
        lines.Single(line => line.GetProperty("outcome").GetString() == "kept").GetProperty("facts").GetProperty("answers").GetString().ShouldBe($"{rows}");
    }

    private async Task<long> CountAsync(string like)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command("SELECT COUNT(*) FROM consultations_collected_answer WHERE answers LIKE @like", ("like", like));
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var (told, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await told + await failed);
    }
}
