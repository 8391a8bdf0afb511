using System.Data.Common;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>An answer that did not come by the pages, as it is put in the tray.</summary>
/// <param name="Source">How it came, in a word.</param>
internal sealed record OtherAnswer(Guid CouncilId, Guid CampaignId, string Answers, string Language, string ConsentVersion, string Source)
{
    /// <summary>SHA-256 of the code its author holds, and of the receipt drawn from it; null when nobody holds one.</summary>
    public byte[]? ResumeHash { get; init; }

    public byte[]? ReceiptHash { get; init; }
}

/// <summary>Puts in the tray answers that waited elsewhere: typed from paper, said by phone, collected by another program. One way in for all; whoever calls it holds the campaign's lock and turns the tray after.</summary>
internal sealed class PutInTray(DatabaseChoice database)
{
    private readonly string _send = $"""
        INSERT INTO consultations_response (council_id, {RandomPlace.Column(database)}id, campaign_id, resume_hash, receipt_hash, record_key, answers, language, consent_version, consent_on, saved_on, submitted_on,
        saves, layout, source, is_synthetic, invited, is_blank)
        VALUES (@council, {RandomPlace.Value(database)}@id, @campaign, @hash, @receipt, @key, @answers, @language, @consent, @today, @today, @today, 0, 'items', @source, @no, @no, @no)
        """;

    public async Task RunAsync(DbConnection connection, OtherAnswer one, DateOnly day, CancellationToken cancel)
    {
        await using var send = connection.Command(
            _send, ("council", one.CouncilId), ("id", RandomId.New()), ("campaign", one.CampaignId), ("hash", one.ResumeHash), ("receipt", one.ReceiptHash), ("key", RecordKey.New()),
            ("answers", one.Answers), ("language", one.Language), ("consent", one.ConsentVersion), ("today", day), ("source", one.Source), ("no", false));
        await send.ExecuteNonQueryAsync(cancel);
    }
}
