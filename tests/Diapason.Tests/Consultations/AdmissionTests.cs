using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>What publication is told of each answer, and the one statement that admits them.</summary>
public sealed class AdmissionTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_answer_has_a_key_of_its_own_and_is_admitted_once()
    {
        var campaign = await app.CampaignAsync();
        // A kit just loaded has its editions made: here nobody is admitted yet.
        await ChangeAsync("admitted_in = NULL", "1 = 1");
        var before = await StandingsAsync();
        before.Select(s => s.Key).Distinct().Count().ShouldBe(before.Count);
        before.Count(s => s.Key >> 63 == 1).ShouldBeInRange(before.Count * 2 / 5, before.Count * 3 / 5, "every bit is drawn, the first one too");
        before.ShouldAllBe(s => s.AdmittedIn == null && !s.Invited && s.Quarantine == null);

        await ChangeAsync("quarantine = 'blank'", "sequence = 2");
        await ChangeAsync("is_blank = true", "sequence = 3");
        (await AdmitAsync(campaign, 1)).ShouldBe(before.Count - 2);
        (await AdmitAsync(campaign, 1)).ShouldBe(0, "asking again admits nobody twice");
        await ChangeAsync("quarantine = NULL", "sequence = 2");
        (await AdmitAsync(campaign, 2)).ShouldBe(1, "what was accepted enters at the next edition");

        var after = await StandingsAsync();
        after.Count(s => s.AdmittedIn == 1).ShouldBe(before.Count - 2);
        after.Single(s => s.AdmittedIn == 2).Key.ShouldBe(before[1].Key);
        after.Single(s => s.AdmittedIn is null).IsBlank.ShouldBeTrue();
    }

    private Task<int> AdmitAsync(CampaignFacts campaign, int edition) => app.Services.GetRequiredService<IAdmitAnswers>().AdmitAsync(campaign, edition, Cancel);

    private async Task<List<AnswerStanding>> StandingsAsync() => [.. (await app.ChangesAsync(0)).OfType<AnswersSent>().Select(sent => sent.Standing)];

    private async Task ChangeAsync(string change, string which)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command($"UPDATE consultations_response SET {change} WHERE {which}");
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
