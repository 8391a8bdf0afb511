using System.Diagnostics;
using System.Globalization;
using Diapason.Forms;
using Diapason.Tables;

// How long a form takes to import, from the bytes of its spreadsheet to the questionnaire and its report: dotnet Diapason.Forms.Speed.dll [ROWS] [RUNS]
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
var bytes = await WriteAsync(rows);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {bytes.Length / 1024} kB, {Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
for (var run = 1; run <= runs; run++)
{
    var (processor, collected, allocated, wall) = (Processor(), GC.CollectionCount(2), GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
    var (sheets, problem) = ReadSpreadsheet.Sheets(new MemoryStream(bytes), new TableLimits(Rows: 20_000));
    var opened = wall.Elapsed.TotalSeconds;
    var reading = XlsFormReader.Read([.. sheets.Select(sheet => new FormSheet(sheet.Name, [.. sheet.Rows.Select(row => new FormRow(row.Line, row.Cells))]))]);
    var (total, used) = (wall.Elapsed.TotalSeconds, (Processor() - processor).TotalSeconds);
    var made = $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) >> 20} MB allocated, {GC.CollectionCount(2) - collected} whole collections";
    // Part of the import, timed again apart.
    wall.Restart();
    var again = QuestionnaireReader.Read(reading.Yaml, "form");
    var read = wall.Elapsed.TotalSeconds;
    if (problem is not null || again.Questionnaire is null) throw new InvalidOperationException("The form was refused.");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run}: {total:F3} s, processor {used:F3} s; spreadsheet {opened:F3}, form {total - opened - read:F3}, questionnaire {read:F3}; {again.Questionnaire.Questions.Count} questions, {reading.Notices.Count} notices, {reading.Yaml.Length / 1024} kB of YAML, {made}"));
}

static TimeSpan Processor()
{
    using var process = Process.GetCurrentProcess();
    return process.TotalProcessorTime;
}

// Two languages; three questions in four have a rule or choices.
static async Task<byte[]> WriteAsync(int rows)
{
    using var file = new MemoryStream();
    await using (var book = await XlsxTableWriter.CreateAsync(file, "survey", default))
    {
        await LinesAsync(book, ["type|name|label::Français (fr)|label::English|relevant", .. Enumerable.Range(1, rows).Select(i => (i % 4) switch
        {
            0 => $"integer|n{i}|Combien, question {i}?|How many, question {i}?|${{c{i - 1}}} = 'yes'",
            1 => $"select_one yn|u{i}|Utilisez-vous l’outil {i}?|Do you use tool {i}?|",
            2 => $"text|t{i}|Pourquoi, question {i}?|Why, question {i}?|${{u{i - 1}}} = 'yes' and string-length('a') > 0",
            _ => $"select_one yn|c{i}|Et ensuite, {i}?|And then, {i}?|",
        })]);
        await book.SheetAsync("choices", default);
        await LinesAsync(book, ["list_name|name|label::Français (fr)|label::English", "yn|yes|Oui|Yes", "yn|no|Non|No"]);
    }

    return file.ToArray();
}

static async Task LinesAsync(XlsxTableWriter book, IEnumerable<string> lines)
{
    foreach (var line in lines)
    {
        foreach (var cell in line.Split('|')) book.Code(cell);
        await book.EndRowAsync(default);
    }
}
