using System.Text;
using Diapason.Tables.Sav;
using Shouldly;
using Xunit;

namespace Diapason.Tables.Tests;

/// <summary>.sav files written by others (GNU PSPP, R's haven) read right, ours read back, and damaged ones refused in bounded memory.</summary>
public sealed class SavReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-sav-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("SAVE OUTFILE", "")]
    [InlineData("SAVE OUTFILE", "/UNCOMPRESSED")]
    [InlineData("SAVE OUTFILE", "/ZCOMPRESSED")]
    public async Task A_file_of_pspp_is_read_whatever_way_it_is_packed(string verb, string packing)
    {
        var path = Path.Combine(_folder, "theirs.sav");
        await File.WriteAllTextAsync(Path.Combine(_folder, "make.sps"), $"""
            SET LOCALE='UTF-8'.
            DATA LIST LIST /situation_du_repondant (F8.0) heures (F8.2) nom (A12) mots (A600) jour (SDATE10).
            BEGIN DATA
            1 7.25 "Zoé" "{new string('é', 150)}{new string('a', 250)}" 2026/11/30
            2 -1234567.5 "b" "" 1999/01/01
            9 . "" "fin" .
            END DATA.
            VARIABLE LABELS situation_du_repondant 'Situation'.
            VALUE LABELS situation_du_repondant 1 'À mon compte' 2 'Salariée' 9 'Sans réponse'.
            MISSING VALUES situation_du_repondant (9).
            VARIABLE LEVEL heures (SCALE) situation_du_repondant (NOMINAL).
            WEIGHT BY situation_du_repondant.
            {verb}='{path}' {packing}.
            """);
        await Programs.RunAsync("pspp", "-O", "format=csv", "-o", Path.Combine(_folder, "told.csv"), Path.Combine(_folder, "make.sps"));
        var (table, problem) = await ReadAsync(path);
        problem.ShouldBeNull();
        table!.Rows.ShouldBe(3);
        table.Dictionary.Variables.Select(v => v.Name).ShouldBe(["situation_du_repondant", "heures", "nom", "mots", "jour"]);
        table.Dictionary.Weight.ShouldBe("situation_du_repondant");
        var situation = table.Dictionary.Variables[0];
        situation.Label.ShouldBe("Situation");
        situation.Labels.Select(l => (l.Value, l.Label)).ShouldBe([(1, "À mon compte"), (2, "Salariée"), (9, "Sans réponse")]);
        situation.Missing.ShouldBe(new SavMissing(9, 9));
        (situation.Measure, table.Dictionary.Variables[1].Measure).ShouldBe((SavMeasure.Nominal, SavMeasure.Scale));
        table.Columns[1].Numbers!.ShouldBe([7.25, -1_234_567.5, double.NaN]);
        table.Columns[2].Texts!.ShouldBe(["Zoé", "b", ""]);
        table.Columns[3].Texts!.ShouldBe([new string('é', 150) + new string('a', 250), "", "fin"]);
        Enumerable.Range(0, 3).Select(table.Columns[4].Day).ShouldBe([new DateOnly(2026, 11, 30), new DateOnly(1999, 1, 1), null]);
    }

    [Fact]
    public async Task A_file_of_haven_is_read()
    {
        var path = Path.Combine(_folder, "theirs.sav");
        await Programs.RunAsync("Rscript", "--vanilla", "-e", $"""
            d <- data.frame(x = c(0.1, NA, 1e300), s = c("œuvre", "", strrep("b", 700)))
            d$q <- haven::labelled_spss(c(1, 2, 99), c(Oui = 1, Non = 2, "Ne sait pas" = 99), na_values = 99, label = "Utilisez-vous l’IA?")
            haven::write_sav(d, "{path}")
            """);
        var (table, problem) = await ReadAsync(path);
        problem.ShouldBeNull();
        table!.Columns[0].Numbers!.ShouldBe([0.1, double.NaN, 1e300]);
        table.Columns[1].Texts!.ShouldBe(["œuvre", "", new string('b', 700)]);
        table.Dictionary.Variables[2].Label.ShouldBe("Utilisez-vous l’IA?");
        table.Dictionary.Variables[2].Labels.Select(l => l.Label).ShouldBe(["Oui", "Non", "Ne sait pas"], ignoreOrder: true);
        table.Dictionary.Variables[2].Missing.ShouldBe(new SavMissing(99, 99));
    }

    [Fact]
    public async Task What_is_written_at_random_is_read_back()
    {
        var random = new Random(20_261_130);
        for (var draw = 0; draw < Sample.Of(60, 2000); draw++)
        {
            var (dictionary, rows) = Drawn(random);
            var (table, problem) = await ReadAsync(new MemoryStream(await BytesAsync(dictionary, rows)));
            problem.ShouldBeNull();
            table!.Rows.ShouldBe(rows.Count);
            table.Dictionary.Variables.Select(v => (v.Name, v.Kind, v.Label, v.Missing, v.Decimals)).ShouldBe(dictionary.Variables.Select(v => (v.Name, v.Kind, v.Label, v.Missing, v.Decimals)));
            table.Dictionary.Sets.Select(s => s.Name + s.Label + string.Join('|', s.Variables)).ShouldBe(dictionary.Sets.Select(s => s.Name + s.Label.ReplaceLineEndings(" ") + string.Join('|', s.Variables)));
            for (var v = 0; v < dictionary.Variables.Count; v++)
                for (var r = 0; r < rows.Count; r++)
                    if (table.Columns[v].Texts is { } texts) texts[r].ShouldBe(((string)rows[r][v]).TrimEnd(' '));
                    else table.Columns[v].Numbers![r].ShouldBe((double)rows[r][v]);
        }
    }

    [Fact]
    public async Task A_truncated_or_altered_file_is_refused_without_a_crash()
    {
        var random = new Random(11);
        var (dictionary, rows) = Drawn(random);
        var whole = await BytesAsync(dictionary with { Rows = rows.Count }, rows);
        var refused = 0;
        for (var i = 0; i < Sample.Of(600, 20_000); i++)
        {
            var bytes = i % 2 == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
            for (var k = 0; k < 4 && bytes.Length > 0 && i % 2 == 1; k++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var (table, problem) = await ReadAsync(new MemoryStream(bytes));
            (table is null).ShouldBe(problem is not null);
            if (i % 2 == 0) problem.ShouldNotBeNull();
            if (problem is not null) refused++;
        }

        refused.ShouldBeGreaterThan(Sample.Of(300, 10_000));
    }

    [Fact]
    public async Task More_rows_columns_or_bytes_than_the_limit_are_refused()
    {
        var dictionary = new SavDictionary([new("a", SavKind.Number, ""), new("b", SavKind.Number, "")]);
        var bytes = await BytesAsync(dictionary, [.. Enumerable.Range(0, 5000).Select(_ => new object[] { 1.0, 2.0 })]);
        (await ReadAsync(new MemoryStream(bytes), new TableLimits(Rows: 4999))).Problem.ShouldBe(new TableProblem(TableFault.TooManyRows, 4999, 4999));
        (await ReadAsync(new MemoryStream(bytes), new TableLimits(Bytes: 1000))).Problem!.Fault.ShouldBe(TableFault.TooLong);
        (await ReadAsync(new MemoryStream(bytes), new TableLimits(Columns: 1))).Problem.ShouldBe(new TableProblem(TableFault.TooManyColumns, 0, 1));
        (await ReadAsync(new MemoryStream(bytes), new TableLimits(Rows: 5000, Columns: 2))).Table!.Rows.ShouldBe(5000);
    }

    [Fact]
    public async Task Twenty_thousand_variables_with_labels_and_a_set_of_them_all_are_read_in_time_that_grows_with_the_file()
    {
        var names = Enumerable.Range(0, 20_000).Select(i => $"v{i}").ToList();
        var dictionary = new SavDictionary([.. names.Select(name => new SavVariable(name, SavKind.Number, "") { Labels = [new(0, "non"), new(1, "oui")] })]) { Sets = [new("all", "Tout", names)] };
        var (table, problem) = await ReadAsync(new MemoryStream(await BytesAsync(dictionary, [])), new TableLimits(Columns: 20_000));
        problem.ShouldBeNull();
        table!.Dictionary.Variables.ShouldAllBe(v => v.Labels.Count == 2);
        table.Dictionary.Sets.Single().Variables.ShouldBe(names);
    }

    [Fact]
    public void Names_are_those_every_program_takes()
    {
        SavNames.Of(["comp.entrepreneur.importance__missing", "comp.entrepreneur.importance__mastery", "été", "2026", "with", "WITH", "a b", "a-b", ""])
            .ShouldBe(["comp_entrepreneur_importance__mi", "comp_entrepreneur_importance__ma", "ete", "v2026", "with_", "WITH__2", "a_b", "a_b_2", "v"]);
    }

    private static (SavDictionary Dictionary, List<object[]> Rows) Drawn(Random random)
    {
        var variables = new List<SavVariable>();
        for (var v = 0; v < random.Next(1, 12); v++)
            variables.Add(random.Next(3) switch
            {
                0 => new($"n{v}", SavKind.Number, Words(random, 40)) { Decimals = random.Next(5), Missing = random.Next(2) == 0 ? new(-9, -1) : null, Labels = [.. Enumerable.Range(1, random.Next(6)).Select(i => new SavLabel(i, Words(random, 20)))] },
                1 => new($"t{v}", SavKind.Text, Words(random, 40)) { Width = random.Next(1, 3) == 1 ? random.Next(1, 40) : random.Next(200, 3000) },
                _ => new($"x{v}", SavKind.Number, Words(random, 120)),
            });
        var numbers = variables.Where(v => v.Kind == SavKind.Number).Select(v => v.Name).ToList();
        var rows = Enumerable.Range(0, random.Next(40)).Select(_ => variables.Select(v => Cell(v, random)).ToArray()).ToList();
        return (new SavDictionary(variables) { Sets = numbers.Count < 2 ? [] : [new SavSet("s", Words(random, 30), numbers)] }, rows);
    }

    private static object Cell(SavVariable variable, Random random)
    {
        if (variable.Kind == SavKind.Number) return random.Next(4) switch { 0 => double.NaN, 1 => random.Next(-200, 300), 2 => random.NextDouble() * 1e9, _ => (double)random.Next(int.MinValue, int.MaxValue) };
        var words = Words(random, random.Next(variable.Width + 1));
        while (Encoding.UTF8.GetByteCount(words) > variable.Width) words = words[..^1];
        return words;
    }

    private static string Words(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "aé œ=\nz0"[random.Next(8)])).Trim();

    private static async Task<byte[]> BytesAsync(SavDictionary dictionary, List<object[]> rows)
    {
        using var output = new MemoryStream();
        await using (var table = await SavTableWriter.CreateAsync(output, dictionary, CancellationToken.None))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    if (cell is string words) table.Text(words);
                    else table.Number((double)cell);
                await table.EndRowAsync(CancellationToken.None);
            }
        }

        return output.ToArray();
    }

    private static async Task<(SavTable? Table, TableProblem? Problem)> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await ReadAsync(file);
    }

    private static Task<(SavTable? Table, TableProblem? Problem)> ReadAsync(Stream file, TableLimits? limits = null) => ReadSav.TableAsync(file, limits, CancellationToken.None);
}
