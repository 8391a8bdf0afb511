using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class GroupCommitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private GroupCommit Commits => app.Services.GetRequiredService<GroupCommit>();

    [Fact]
    public async Task Undoes_alone_the_write_that_fails_in_a_batch()
    {
        var writes = Enumerable.Range(0, 200).Select(async i =>
        {
            try
            {
                return await Commits.CommitAsync(async (connection, cancel) =>
                {
                    await using var insert = connection.Command("INSERT INTO platform_data_protection_key (name, xml) VALUES (@name, '<none/>')", ("name", $"batch-{i}"));
                    await insert.ExecuteNonQueryAsync(cancel);
                    return i % 7 == 0 ? throw new InvalidOperationException("as asked") : true;
                }, TestContext.Current.CancellationToken);
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        });
        var kept = (await Task.WhenAll(writes)).Count(k => k);
        kept.ShouldBe(Enumerable.Range(0, 200).Count(i => i % 7 != 0));
        (await CountAsync()).ShouldBe(kept);
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(TestContext.Current.CancellationToken);
        await using var count = connection.Command("SELECT count(*) FROM platform_data_protection_key WHERE name LIKE 'batch-%'");
        return Convert.ToInt64(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
