using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Admits in an edition all that may count, in one statement.</summary>
internal sealed class AdmitAnswers(GroupCommit commits) : IAdmitAnswers
{
    private const string Admit = """
        UPDATE consultations_response SET admitted_in = @edition
        WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NOT NULL AND admitted_in IS NULL AND quarantine IS NULL AND NOT is_blank
        """;

    private const string IsInvented = " AND EXISTS (SELECT 1 FROM consultations_campaign c WHERE c.id = @campaign AND c.council_id = @council AND c.is_synthetic)";

    private const string Forget = "UPDATE consultations_response SET admitted_in = NULL WHERE campaign_id = @campaign AND council_id = @council" + IsInvented;

    public Task<int> AdmitAsync(CampaignFacts campaign, int edition, CancellationToken cancel) => RunAsync(Admit, campaign, cancel, ("edition", edition));

    public Task<int> AdmitPlayedAsync(CampaignFacts campaign, int edition, DateOnly before, CancellationToken cancel) =>
        RunAsync(Admit + " AND submitted_on < @before" + IsInvented, campaign, cancel, ("edition", edition), ("before", before));

    public Task ForgetPlayedAsync(CampaignFacts campaign, CancellationToken cancel) => RunAsync(Forget, campaign, cancel);

    private Task<int> RunAsync(string sql, CampaignFacts campaign, CancellationToken cancel, params (string Name, object? Value)[] values) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var command = connection.Command(sql, [("campaign", campaign.Id.Value), ("council", campaign.CouncilId), .. values]);
            return await command.ExecuteNonQueryAsync(stop);
        },
        cancel);
}
