using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Data.Sqlite;
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

    [Fact]
    public async Task A_database_file_taken_away_takes_no_answer_and_comes_back_as_it_was()
    {
        // PostgreSQL keeps its own files.
        if (TestDatabase.IsPostgres) return;
        var file = new SqliteConnectionStringBuilder(app.ConnectionString).DataSource;
        var visitor = app.Visitor();
        (await visitor.GoAsync("/fr/consultation/ia-2026")).Status.ShouldBe(HttpStatusCode.OK);
        File.Move(file, file + ".away");
        try
        {
            (await visitor.PeekAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await visitor.GoAsync("/fr/account/sign-in")).Main.ShouldNotContain("est intact");
            await Should.ThrowAsync<SqliteException>(async () => await RunAsync("UPDATE platform_council SET slug = slug"));
            File.Exists(file).ShouldBeFalse("nothing makes an empty one in its place");
        }
        finally
        {
            File.Move(file + ".away", file);
        }

        (await visitor.PeekAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        await RunAsync("UPDATE platform_council SET slug = slug");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
