using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>Every comparison does the same work, whenever the password was chosen; a right one is kept with today's.</summary>
public sealed class PasswordWorkTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData(100_000, 110_000)]
    [InlineData(210_000, 0)]
    [InlineData(300_000, 0)]
    public void A_hash_of_before_is_completed_with_what_it_lacks(int iterations, int missing) =>
        PasswordWork.Complete(Hash(iterations), "quelque chose").ShouldBe(missing);

    [Theory]
    [InlineData("")]
    [InlineData("not base 64")]
    [InlineData("AAAA")]
    public void What_is_no_hash_costs_a_whole_one(string hash) => PasswordWork.Complete(hash, "quelque chose").ShouldBe(PasswordWork.Iterations);

    [Fact]
    public async Task A_right_password_is_kept_with_todays_work_and_still_opens()
    {
        const string Email = "facilitator@culture.example";
        await ReplaceAsync(Email, Hash(100_000));
        (await app.Visitor().SignInAsync(Email)).Address.ShouldBe("/fr/backstage");
        var kept = await HashOfAsync(Email);
        PasswordWork.Complete(kept, DiapasonApp.Password).ShouldBe(0);
        (await app.Visitor().SignInAsync(Email)).Address.ShouldBe("/fr/backstage");
        (await HashOfAsync(Email)).ShouldBe(kept);
    }

    private static string Hash(int iterations) => new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = iterations })).HashPassword(null!, DiapasonApp.Password);

    private async Task ReplaceAsync(string email, string hash)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        (await db.Set<Account>().Where(a => a.Email == email).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash))).ShouldBe(1);
    }

    private async Task<string> HashOfAsync(string email)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return (await db.Set<Account>().Where(a => a.Email == email).Select(a => a.PasswordHash).SingleAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }
}
