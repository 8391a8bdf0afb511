using System.Data.Common;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Apart;

/// <summary>A field that no person sees, hears or reaches, and that no browser fills in by itself. Programs that fill in whatever they find give themselves away by it; they are told nothing of it.</summary>
internal static class EmptyField
{
    /// <summary>A name that programs like, and that no question can have.</summary>
    public const string Name = "-website";

    /// <summary>What is kept beside the answer, instead of a reason of the watch.</summary>
    public const string Reason = "filled";

    public static bool IsFilled(IFormCollection form) => form[Name].Any(value => !string.IsNullOrWhiteSpace(value));
}

/// <summary>Marks a draft one of whose pages came with the field that nobody sees: once sent, it waits for a judgement with others of its kind.</summary>
internal sealed class MarkFilled(GroupCommit commits)
{
    private const string Mark = "UPDATE consultations_response SET quarantine = @reason WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council AND submitted_on IS NULL AND quarantine IS NULL";

    public Task RunAsync(CampaignFacts campaign, string code, CancellationToken cancel)
    {
        var hash = SecretCode.Hash(code);
        return commits.CommitAsync((connection, stop) => MarkAsync(connection, (campaign, hash), stop), cancel);
    }

    private static async ValueTask<int> MarkAsync(DbConnection connection, (CampaignFacts Campaign, byte[] Hash) draft, CancellationToken cancel)
    {
        await using var command = connection.Command(Mark, ("reason", EmptyField.Reason), ("hash", draft.Hash), ("campaign", draft.Campaign.Id.Value), ("council", draft.Campaign.CouncilId));
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
