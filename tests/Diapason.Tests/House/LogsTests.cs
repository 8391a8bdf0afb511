using System.Collections.Concurrent;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What the logs hold after a whole visit, at the most talkative level an operator can ask for.</summary>
public sealed class LogsTests(LogsTests.Talkative app) : IClassFixture<LogsTests.Talkative>
{
    [Fact]
    public async Task Hold_no_address_name_answer_or_code_at_any_level()
    {
        const string Secret = "Une crainte que personne ne doit lire";
        using var logs = new Captured();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        var respondent = app.Visitor();
        var page = await respondent.PassUntilAsync(await respondent.BeginAsync(), "/words");
        var resume = page.Code();
        page = await respondent.ContinueAsync(page.Form("Continuer").Fill("Que craignez-vous?", Secret));
        var receipt = (await respondent.SubmitAsync((await respondent.PassUntilAsync(page)).Form("Envoyer mes réponses"))).Receipt();
        var other = app.Visitor();
        await other.SubmitAsync((await other.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", resume), "Reprendre");
        await other.SubmitAsync((await other.GoAsync("/fr/consultation/verify")).Form("Vérifier").Fill("Code de reçu", receipt), "Vérifier");

        await other.AskForLinkAsync(AccountsVisits.Analyst);
        var link = (await app.MailedLinkAsync(AccountsVisits.Analyst)).ShouldNotBeNull();
        await other.SubmitAsync((await other.GoAsync(link)).Form(), "Me connecter");
        await other.SubmitAsync((await other.GoAsync("/fr/account")).Form("Enregistrer le nom").Fill("Nom affiché (facultatif)", "Zéphyrine"), "Enregistrer le nom");

        resume.ShouldNotBeEmpty();
        receipt.ShouldNotBeEmpty();
        logs.Lines.ShouldContain(line => line.Contains("/Consultation/Resume", StringComparison.Ordinal));
        foreach (var secret in new[] { Secret, resume, receipt, link[(link.LastIndexOf('=') + 1)..], "Zéphyrine", AccountsVisits.Analyst, DiapasonApp.Password })
            logs.Lines.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    public sealed class Talkative : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            new("Logging:LogLevel:Default", "Trace"), new("Logging:LogLevel:Microsoft", "Trace"), new("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
            new("Logging:Console:LogLevel:Default", "None"), new("Logging:Debug:LogLevel:Default", "None"), new("Logging:EventSource:LogLevel:Default", "None"),
        ];
    }

    internal sealed class Captured : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
