using Diapason.Needs.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>A context sees, changes and writes what its council owns, and refuses when it has none.</summary>
public sealed class CouncilFilterTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Each_council_sees_changes_and_erases_its_own_rows_only()
    {
        await KeepAsync("culture", "a");
        await KeepAsync("rivage", "b");
        (await DocumentsAsync("culture")).ShouldBe(["a"]);
        (await DocumentsAsync("rivage")).ShouldBe(["b"]);
        await InAsync("rivage", db => db.Set<SavedPath>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Document, "changed")));
        (await DocumentsAsync("culture")).ShouldBe(["a"]);
        await InAsync("rivage", db => db.Set<SavedPath>().ExecuteDeleteAsync());
        (await DocumentsAsync("culture")).ShouldBe(["a"]);
        (await DocumentsAsync("rivage")).ShouldBeEmpty();
        (await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<SavedPath>().CountAsync())).ShouldBe(1);
        await InAsync("culture", db => db.Set<SavedPath>().ExecuteDeleteAsync());
    }

    [Fact]
    public async Task An_act_on_oneself_is_seen_in_no_council()
    {
        await InAsync("culture", db =>
        {
            db.Add(new AuditEntry { Id = Guid.CreateVersion7(), CouncilId = null, Act = "test.alone", Subject = "nothing", At = DateTime.UnixEpoch });
            return db.SaveChangesAsync();
        });
        (await InAsync("culture", db => db.Set<AuditEntry>().CountAsync(e => e.Act == "test.alone"))).ShouldBe(0);
        (await InAsync("culture", db => db.EveryCouncil<AuditEntry>().CountAsync(e => e.Act == "test.alone"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_context_without_a_council_refuses_to_read_what_councils_own()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().Set<SavedPath>().CountAsync()));
        await using var alone = await app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidOperationException>(() => alone.Set<SavedPath>().CountAsync());
        (await alone.Set<Council>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task A_context_given_back_to_the_pool_forgets_its_council()
    {
        var (factory, cancel) = (app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>(), TestContext.Current.CancellationToken);
        var culture = await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().Set<Council>().SingleAsync(c => c.Slug == "culture"));
        var lent = await factory.OfCouncilAsync(culture.Id, cancel);
        (await lent.Set<SavedPath>().CountAsync(cancel)).ShouldBe(0);
        await lent.DisposeAsync();
        // As many as the pool may hold: the one given back is among them.
        var all = new List<DiapasonDb>();
        do all.Add(await factory.CreateDbContextAsync(cancel));
        while (!ReferenceEquals(all[^1], lent) && all.Count < 2000);
        all[^1].ShouldBeSameAs(lent, "contexts are lent from a pool");
        await Should.ThrowAsync<InvalidOperationException>(() => lent.Set<SavedPath>().CountAsync(cancel));
        foreach (var one in all) await one.DisposeAsync();
    }

    [Fact]
    public async Task A_council_does_not_write_anothers_row()
    {
        var other = await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().Set<Council>().SingleAsync(c => c.Slug == "rivage"));
        await Should.ThrowAsync<InvalidOperationException>(() => InAsync("culture", db =>
        {
            db.Add(Path(other.Id, "stray"));
            return db.SaveChangesAsync();
        }));
        await Should.ThrowAsync<InvalidOperationException>(() => InAsync("culture", db =>
        {
            db.Add(Path(other.Id, "stray"));
            return Task.FromResult(db.SaveChanges());
        }));
    }

    private Task<int> KeepAsync(string council, string document) => InAsync(council, (db, here) =>
    {
        db.Add(Path(here, document));
        return db.SaveChangesAsync();
    });

    private Task<List<string>> DocumentsAsync(string council) => InAsync(council, db => db.Set<SavedPath>().Select(p => p.Document).ToListAsync());

    private Task<T> InAsync<T>(string slug, Func<DiapasonDb, Task<T>> run) => InAsync(slug, (db, _) => run(db));

    private Task<T> InAsync<T>(string slug, Func<DiapasonDb, Guid, Task<T>> run) => app.InScopeAsync(async services =>
    {
        var council = (await services.GetRequiredService<CouncilDirectory>().FindAsync(slug, default))!;
        services.GetRequiredService<CurrentCouncil>().Set(council);
        return await run(services.GetRequiredService<DiapasonDb>(), council.Id);
    });

    private static SavedPath Path(Guid council, string document) =>
        new() { Id = RandomId.New(), CouncilId = council, CodeHash = Guid.CreateVersion7().ToByteArray(), Document = document, ExpiresOn = new DateOnly(2030, 1, 1) };
}
