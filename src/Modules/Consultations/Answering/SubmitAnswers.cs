using System.Data.Common;
using Diapason.Consultations.Apart;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>Sends a draft: drops what was routed away, completes the rest, puts it in the tray. Sending twice changes nothing: it is done, and the receipt the same.</summary>
internal sealed class SubmitAnswers(DatabaseChoice database, GroupCommit commits, CampaignLock campaigns, Tray tray, SpendInvitation invitations, SetApart apart, TimeProvider clock)
{
    private const string Seal = """
        UPDATE consultations_response SET answers = @answers, typed = NULL, language = @language, consent_on = @today, saved_on = @today, saves = 0, submitted_on = @today,
        receipt_hash = @receipt, record_key = @key, invited = @invited, invitation_id = @invitation,
        quarantine = CASE WHEN @invited THEN NULL ELSE COALESCE(@filled, @quarantine) END WHERE id = @id AND council_id = @council
        """;

    private readonly string _find = $"SELECT {ResponseStore.DraftColumns} FROM consultations_response WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council"
        + (database.IsPostgres ? " FOR UPDATE" : "");

    public Task<Outcome> RunAsync(CampaignFacts campaign, string code, string language, CancellationToken cancel) => RunAsync(campaign, code, new Sending(language), cancel);

    public async Task<Outcome> RunAsync(CampaignFacts campaign, string code, Sending sending, CancellationToken cancel)
    {
        var invited = await invitations.HoldAsync(campaign, sending.Invitation, cancel);
        var submission = new Submission(campaign, SecretCode.Hash(code), SecretCode.Hash(ReceiptCode.Of(code)), sending, clock.GetUtcNow().UtcDateTime)
        {
            Invited = invited,
            Watch = sending.Came is null ? null : await apart.WatchAsync(campaign, cancel),
        };
        var isSent = false;
        try
        {
            var outcome = await commits.CommitAsync((connection, stop) => SendAsync(connection, submission, stop), cancel);
            isSent = outcome.IsDone;
            if (isSent && submission.IsFirst) Measures.AnswerSent();
            if (isSent && submission.Verdict is { } verdict) submission.Watch!.IsWritten(verdict);
            return outcome;
        }
        finally
        {
            await invitations.EndAsync(invited, isSent);
        }
    }

    private async ValueTask<Outcome> SendAsync(DbConnection connection, Submission sent, CancellationToken cancel)
    {
        var isOpen = await campaigns.TakeAsync(connection, sent.Campaign, sent.Now, cancel);
        if (await FindAsync(connection, sent, cancel) is not { } draft) return Problem.Absent();
        if (draft.IsSubmitted) return Outcome.Done;
        var route = sent.Campaign.Questionnaire.RouteFor(draft.Answers);
        if (route.FirstIncomplete is not null) return Problem.Invalid("submit.incomplete");
        if (!GivenAnswers.Any(route)) return Problem.Invalid("submit.empty");
        if (!isOpen) return Problem.Over("submit.closed");
        if (await SpendInvitation.RunAsync(connection, sent.Invited, cancel) is { IsDone: false } refused) return refused;
        var today = CampaignDays.DayOf(sent.Now);
        var answers = route.Complete();
        var verdict = sent.VerdictOn(route, answers);
        await using var seal = connection.Command(
            Seal, ("answers", answers.ToJson()), ("language", sent.Sending.Language), ("today", today), ("receipt", sent.ReceiptHash), ("key", RecordKey.New()),
            ("invited", sent.Invited.IsSpent), ("invitation", sent.Invited.Named), ("quarantine", verdict?.Reason), ("filled", sent.Sending.IsFilledThrough ? EmptyField.Reason : null), ("id", draft.Id), ("council", sent.Campaign.CouncilId));
        await seal.ExecuteNonQueryAsync(cancel);
        if (verdict is not null) await apart.SweepAsync(connection, sent.Campaign, (verdict.Groups, today), cancel);
        await CountSendings.RunAsync(connection, sent.Campaign, sent.Sending, cancel);
        await tray.TurnAsync(connection, sent.Campaign, today, cancel);
        sent.IsFirst = true;
        return Outcome.Done;
    }

    private async ValueTask<Draft?> FindAsync(DbConnection connection, Submission sent, CancellationToken cancel)
    {
        await using var command = connection.Command(_find, ("hash", sent.Hash), ("campaign", sent.Campaign.Id.Value), ("council", sent.Campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? ResponseStore.ReadDraft(reader) : null;
    }

    private sealed record Submission(CampaignFacts Campaign, byte[] Hash, byte[] ReceiptHash, Sending Sending, DateTime Now)
    {
        public required HeldInvitation Invited { get; init; }

        /// <summary>Null where nobody watches. Whoever came by an invitation is known to be somebody.</summary>
        public ISendingWatch? Watch { get; init; }

        public SendingVerdict? Verdict { get; private set; }

        /// <summary>Sent now, and not again.</summary>
        public bool IsFirst { get; set; }

        /// <summary>Asked once: a transaction begun again is the same sending.</summary>
        public SendingVerdict? VerdictOn(Route route, AnswerSet answers) => Watch is null || Invited.IsSpent ? null : Verdict ??= Watch.See(ArrivalOf.Of(route, answers, Sending, Sending.Came!));
    }
}
