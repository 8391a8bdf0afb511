using Diapason.TestKit;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>The portrait as a visitor sees it.</summary>
internal static class PortraitVisits
{
    // Only so that a portrait that never comes is told: a busy machine takes its time.
    private const int MostLooks = 1200;

    /// <summary>Looks until the answers have been read a first time after the start, which the pages that name portraits do not wait for.</summary>
    public static async Task<Page> PortraitReadyAsync(this DiapasonApp app)
    {
        var page = await app.Visitor().GoAsync("/fr/portrait");
        for (var looks = 0; looks < MostLooks && page.Main.Contains("se prépare", StringComparison.Ordinal); looks++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            page = await app.Visitor().GoAsync("/fr/portrait");
        }

        return page;
    }
}

/// <summary>The same database served by another process, with a clock of its own: a second server, or the first one started again.</summary>
internal sealed class TwinApp(string database) : DiapasonApp
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("ConnectionStrings:Diapason", database)];

    protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();
}
