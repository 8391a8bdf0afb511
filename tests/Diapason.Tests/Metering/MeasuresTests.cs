using System.Text.Json;
using System.Text.RegularExpressions;
using Diapason.Platform.Jobs;
using Diapason.Platform.Mail;
using Diapason.Platform.Metering;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Front;
using Diapason.Tests.House;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Metrics;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Metering;

/// <summary>What a collector receives after a whole visit: every measure of the dashboard, and nothing of anyone.</summary>
/// <remarks>Run when no other server of this process is left: OpenTelemetry listens to the whole process, and where a server ends, it forgets the framework's measures of that name for all of them.</remarks>
[Collection(nameof(Alone))]
public sealed partial class MeasuresTests(MeasuresTests.Measured app) : IClassFixture<MeasuresTests.Measured>
{
    private static readonly string[] Ours =
    [
        "diapason.answers.saved", "diapason.answers.sent", "diapason.backup.age", "diapason.certificate.left", "diapason.clock.waits", "diapason.disk.free", "diapason.disk.size", "diapason.errors", "diapason.job.age", "diapason.job.failures",
        "diapason.job.runs", "diapason.mails", "diapason.outbox.age", "diapason.outbox.waiting", "diapason.request.duration", "diapason.sign_ins", "diapason.waiting",
    ];

    [Fact]
    public async Task A_collector_receives_every_measure_and_no_label_holds_anything_of_anyone()
    {
        var secrets = await VisitAsync();
        var (points, resource) = await app.SendAsync();
        points.Where(p => p.Scope == "Diapason").Select(p => p.Name).Distinct().Order().ShouldBe(Ours);
        resource["service.name"].ShouldBe("diapason");
        var told = points.SelectMany(p => p.Labels).Concat(resource).SelectMany(label => new[] { label.Key, label.Value }).Distinct().ToList();
        foreach (var secret in secrets) told.Where(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

        var routes = points.Where(p => p.Name == "diapason.request.duration").ToList();
        routes.ShouldContain(p => p.Labels["route"] == "/consultation" && p.Labels["status"] == "2xx" && p.Value >= 5);
        routes.ShouldContain(p => p.Labels["route"] == "/manage/machine" && p.Labels["status"] == "2xx");
        routes.ShouldContain(p => p.Labels["route"] == "none" && p.Labels["status"] == "4xx");
        routes.Select(p => p.Labels["route"]).Where(route => route.StartsWith("/consultation/", StringComparison.Ordinal)).ShouldBeEmpty("no count says which page of an answer was open");
        points.ShouldContain(p => p.Name == "diapason.errors" && p.Labels["where"] == "Somewhere" && p.Labels["kind"] == "TimeoutException");
        points.ShouldContain(p => p.Name == "diapason.job.runs" && p.Labels["name"] == "needs.erase-expired-paths" && p.Labels["outcome"] == "done");
        points.ShouldContain(p => p.Name == "diapason.sign_ins" && p.Labels["way"] == "password" && p.Labels["outcome"] == "right" && p.Value >= 1);
        points.ShouldContain(p => p.Name == "diapason.sign_ins" && p.Labels["way"] == "password" && p.Labels["outcome"] == "refused" && p.Value >= 1);
        points.ShouldContain(p => p.Name == "diapason.mails" && p.Labels["fate"] == "sent" && p.Value >= 1);
        points.ShouldContain(p => p.Name == "diapason.backup.age" && p.Value == 3600);
        points.Single(p => p.Name == "diapason.certificate.left").Value.ShouldBe(40);
        points.Single(p => p.Name == "diapason.disk.free").Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_people_do_is_told_by_tens()
    {
        await app.Visitor().SendOneAnswerAsync();
        var (points, _) = await app.SendAsync();
        foreach (var point in points.Where(p => p.Name is "diapason.answers.saved" or "diapason.answers.sent" or "diapason.waiting")) (point.Value % 10).ShouldBe(0, point.Name);
        points.Where(p => p.Name == "diapason.waiting").Select(p => p.Labels["of"]).Order().ShouldBe(["apart", "drafts"]);
    }

    [Fact]
    public async Task Metrics_alone_are_sent()
    {
        await app.SendAsync();
        app.Collector.Received.Select(r => r.Path).Distinct().ShouldBe(["/v1/metrics"]);
        app.Services.GetService<OpenTelemetry.Trace.TracerProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task Every_measure_that_the_dashboard_asks_for_is_sent()
    {
        await VisitAsync();
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Dashboard(), TestContext.Current.CancellationToken));
        var asked = dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(p => p.TryGetProperty("targets", out _)).SelectMany(p => p.GetProperty("targets").EnumerateArray())
            .SelectMany(t => MetricName().Matches(t.GetProperty("expr").GetString()!).Select(m => m.Value)).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(15);
        // What the framework measures of itself may come with a later sending.
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var sending = 0; sending < 20 && !asked.TrueForAll(known.Contains); sending++)
        {
            await app.Visitor().GoAsync("/fr/");
            known.UnionWith((await app.SendAsync()).Points.SelectMany(PrometheusNames));
        }

        asked.Where(name => !known.Contains(name)).ShouldBeEmpty();
        foreach (var name in Ours) asked.ShouldContain(a => a.StartsWith(name.Replace('.', '_'), StringComparison.Ordinal), name);
    }

    [Fact]
    public void Nothing_is_prepared_where_no_endpoint_is_set()
    {
        OtlpSettings.AreSet(new ConfigurationBuilder().Build()).ShouldBeFalse();
        OtlpSettings.AreSet(new ConfigurationBuilder().AddInMemoryCollection([new(OtlpSettings.Endpoint, "")]).Build()).ShouldBeFalse();
    }

    /// <summary>Answers, asks for links, looks, fails; what it leaves must be in no label.</summary>
    private async Task<IReadOnlyList<string>> VisitAsync()
    {
        const string Email = "zephyrine@culture.example";
        const string Secret = "Une crainte que personne ne doit lire";
        var respondent = app.Visitor();
        var page = await respondent.PassUntilAsync(await respondent.BeginAsync(), "/words");
        var resume = page.Code();
        page = await respondent.ContinueAsync(page.Form("Continuer").Fill("Que craignez-vous?", Secret));
        var receipt = (await respondent.SubmitAsync((await respondent.PassUntilAsync(page)).Form("Envoyer mes réponses"))).Receipt();
        await respondent.GoAsync($"/fr/consultation/ia-2026?via=zephyrine&mot={Secret}");
        await respondent.GoAsync($"/fr/{Email}/{resume}");
        await respondent.GoAsync($"/fr/search?q={Email}");
        await respondent.AskForLinkAsync(AccountsVisits.Analyst);
        var link = (await app.MailedLinkAsync(AccountsVisits.Analyst)).ShouldNotBeNull();
        await respondent.GoAsync(link);
        await app.Visitor().SignInAsync(Email);
        await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/manage/machine?who=" + Email);
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Diapason.Somewhere").LogError(new TimeoutException(Email), "{Email} did not answer", Email);
        await RunAsync("needs.erase-expired-paths");
        // One message waits.
        await respondent.AskForLinkAsync(AccountsVisits.Administrator);
        return [Email, "zephyrine", Secret, resume, receipt, Answering.WithoutWord(resume), link[(link.LastIndexOf('=') + 1)..], "ia-2026", "127.0.0.1", "localhost", "?", "@"];
    }

    private async Task RunAsync(string job) =>
        await new JobRunner(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, SteadyTimeTests.In(app, "Development"), NullLogger<JobRunner>.Instance).TryRunAsync(job, default);

    /// <summary>The names that Prometheus gives what it receives by OTLP: units in words, <c>_total</c> for what only grows, three names a histogram.</summary>
    private static IEnumerable<string> PrometheusNames(OtlpPoint point)
    {
        var name = point.Name.Replace('.', '_');
        var unit = point.Unit switch { "s" => "seconds", "By" => "bytes", "d" => "days", _ => "" };
        if (unit.Length > 0 && !name.EndsWith("_" + unit, StringComparison.Ordinal)) name += "_" + unit;
        return point.Kind == "histogram" ? [name + "_bucket", name + "_count", name + "_sum"] : [point is { Kind: "sum", IsMonotonic: true } ? name + "_total" : name];
    }

    private static string Dashboard()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Diapason.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "docs", "grafana", "diapason.json");
    }

    [GeneratedRegex(@"\b(diapason|http|dotnet)_[a-z_]+")]
    private static partial Regex MetricName();

    public sealed class Measured : DiapasonApp
    {
        private readonly string _copies = Directory.CreateTempSubdirectory("diapason-copies-").FullName;

        internal Collector Collector { get; } = new();

        private string Certificate
        {
            get
            {
                using var site = new TlsSite(Clock.GetUtcNow().AddDays(-50), Clock.GetUtcNow().AddDays(40));
                var file = Path.Combine(MailFolder, "site.pem");
                File.WriteAllText(file, site.Pem);
                return file;
            }
        }

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", Collector.Address), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), new("Diapason:Backup:Folder", _copies),
            new("Diapason:Certificate:File", Certificate),
        ];

        /// <summary>Looks at the machine, sends, and reads what arrived last.</summary>
        internal async Task<(IReadOnlyList<OtlpPoint> Points, IReadOnlyDictionary<string, string> Resource)> SendAsync()
        {
            var copy = Path.Combine(_copies, "diapason.db");
            await File.WriteAllTextAsync(copy, "x");
            File.SetLastWriteTimeUtc(copy, Clock.GetUtcNow().UtcDateTime.AddHours(-1));
            await RunJobsAsync("platform.ask-certificate");
            await Services.GetServices<IHostedService>().OfType<MachineGauges>().Single().LookAsync(default);
            Services.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();
            return OtlpMetrics.Read(Collector.Received[^1].Body);
        }
    }
}
