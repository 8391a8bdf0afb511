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

    public Task<int> AdmitAsync(CampaignFacts campaign, int edition, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var command = connection.Command(Admit, ("edition", edition), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
            return await command.ExecuteNonQueryAsync(stop);
        },
        cancel);
}
