using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class QuietTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_visit_that_goes_well_writes_nothing_in_the_log()
    {
        using var logs = new LogsTests.Captured();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        var visitor = app.Visitor();
        await visitor.GoAsync("/fr/");
        await visitor.ContinueAsync((await visitor.BeginAsync()).Form("Continuer"));
        logs.Lines.ShouldBeEmpty();
    }
}
