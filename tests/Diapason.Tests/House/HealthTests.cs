using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class HealthTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Is_ready_only_while_its_database_answers()
    {
        var visitor = app.Visitor();
        (await visitor.PeekAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        await RunAsync("ALTER TABLE platform_migration RENAME TO elsewhere");
        try
        {
            (await visitor.PeekAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await visitor.PeekAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK, "the process runs");
        }
        finally
        {
            await RunAsync("ALTER TABLE elsewhere RENAME TO platform_migration");
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
