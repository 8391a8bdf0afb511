using Diapason.Platform.Backups;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Backups;

/// <summary>Whoever holds a code may erase what it opens: no restored copy brings it back.</summary>
public sealed class ErasableTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Every_table_that_a_code_opens_is_left_out_of_a_restored_copy_where_its_rows_were_erased()
    {
        var (opened, left) = await app.InScopeAsync(services => Task.FromResult((
            services.GetRequiredService<DiapasonDb>().Model.GetEntityTypes().Where(type => type.FindProperty("ResumeHash") is not null || (type.FindProperty("CodeHash") is not null && !type.GetTableName()!.StartsWith("accounts_", StringComparison.Ordinal))).Select(type => type.GetTableName()!).ToList(),
            services.GetServices<ErasedByPeople>().Select(one => one.Table).ToList())));
        opened.Count.ShouldBeGreaterThanOrEqualTo(6);
        opened.Except(left).ShouldBeEmpty();
    }
}
