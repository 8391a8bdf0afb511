using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class BrokenStudyTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_council_whose_study_is_broken_does_not_stop_the_others()
    {
        (await TitleAsync()).ShouldNotContain("corrigé");
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var rivage = await db.Set<Council>().SingleAsync(c => c.Slug == "rivage");
            foreach (var portrait in await db.EveryCouncil<StoredPortrait>().ToListAsync())
            {
                var isBroken = portrait.CouncilId == rivage.Id;
                portrait.Content = isBroken ? "{" : portrait.Content.Replace("\"title\":{\"fr\":\"", "\"title\":{\"fr\":\"corrigé ", StringComparison.OrdinalIgnoreCase);
                // The oldest is followed first.
                portrait.UpdatedAt = isBroken ? DateTime.UnixEpoch : DateTime.UnixEpoch.AddDays(1);
            }

            return await db.SaveChangesAsync();
        });
        for (var i = 0; i < 60 && !(await TitleAsync()).Contains("corrigé", StringComparison.Ordinal); i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        (await TitleAsync()).ShouldContain("corrigé");
    }

    private async Task<string> TitleAsync()
    {
        using var answer = await app.Visitor().Client.GetAsync("/fr/portrait.json", TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
