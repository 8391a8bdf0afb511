using System.Diagnostics;
using System.Globalization;
using Diapason.Load;

// Diapason.Load URL CAMPAIGN [--visitors 32] [--seconds 20] [--rate 0] [--database "Data Source=…"] [--process ID]
// People answer the whole questionnaire with their cookies and form tokens; then what was acknowledged is compared with the database.
var settings = Settings.Read(args);
if (settings is null)
{
    Console.Error.WriteLine("Diapason.Load URL CAMPAIGN [--visitors 32] [--seconds 20] [--rate 0 (pages a second, 0 for all it can)] [--database CONNECTION] [--process ID (of the server: its memory is watched)]");
    return 2;
}

var forms = new FormCache();
var tally = new Tally();
using var end = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Seconds));
var clock = Stopwatch.StartNew();
var memory = settings.Process is { } watched ? Memory.WatchAsync(watched, end.Token) : null;
await Task.WhenAll(Enumerable.Range(0, settings.Visitors).Select(async seed =>
{
    var random = new Random(seed);
    var pace = settings.Rate > 0 ? TimeSpan.FromSeconds((double)settings.Visitors / settings.Rate) : TimeSpan.Zero;
    // People do not all arrive in the same instant.
    await Task.Delay(pace * seed / settings.Visitors, CancellationToken.None);
    while (!end.IsCancellationRequested) await new Respondent(settings, forms, tally, random, pace).AnswerAsync(end.Token);
}));
var seconds = clock.Elapsed.TotalSeconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answered pages      {tally.Pages,8}   {tally.Pages / seconds,8:F0}/s (saved and next page shown)"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"questionnaires sent {tally.Sent,8}   {tally.Sent / seconds,8:F1}/s"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"save, ms            p50 {tally.Saves.At(0.5):F1}  p95 {tally.Saves.At(0.95):F1}  p99 {tally.Saves.At(0.99):F1}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"show, ms            p50 {tally.Shows.At(0.5):F1}  p95 {tally.Shows.At(0.95):F1}  p99 {tally.Shows.At(0.99):F1}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unexpected answers  {tally.Unexpected,8}   {tally.FirstUnexpected}"));
if (memory is not null) Console.WriteLine(await memory);
if (settings.Database is null) return tally.Unexpected == 0 ? 0 : 1;
var lost = await Comparison.RunAsync(settings.Database, tally);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"people compared     {tally.People.Count,8}   answers acknowledged and not found: {lost}"));
return lost == 0 && tally.Unexpected == 0 ? 0 : 1;
