using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Language;
using Diapason.Studies.Columns;
using Diapason.Studies.Data;
using Diapason.Studies.Following;

namespace Diapason.Studies.Publishing;

/// <summary>Who wants the next edition, and why now.</summary>
internal enum PublicationCall
{
    /// <summary>The nightly run.</summary>
    Night,

    /// <summary>A kit was loaded: the same, even on a night already decided, where its invented answers took the place of others.</summary>
    Loaded,

    /// <summary>The council asks between two nights, which changes nothing in the rule.</summary>
    Asked,

    /// <summary>The answers are about to be destroyed: the closing edition is made if it was not.</summary>
    Closing,
}

/// <summary>What came of it.</summary>
internal enum PublicationResult
{
    /// <summary>An edition was made, or several.</summary>
    Published,

    /// <summary>No row is due.</summary>
    NothingDue,

    /// <summary>This night is decided already.</summary>
    Decided,

    /// <summary>The closing edition is made: there will be no other.</summary>
    Closed,

    /// <summary>Another machine, or another page, is at work on it.</summary>
    Busy,
}

/// <summary>Decides one campaign's night: admits answers, plans, makes the edition, and keeps it with what the next night needs, all or nothing.</summary>
internal sealed class PublishCampaign(PublicationStore store, ISubmittedAnswers answers, IAdmitAnswers admission, NoiseSecrets secrets, AuditTrail audit, TimeProvider clock)
{
    public async Task<PublicationResult> RunAsync(CampaignFacts campaign, Study study, PublicationCall call, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);
        var publication = await store.EnsureAsync(campaign, cancel);
        if (publication.IsClosed) return PublicationResult.Closed;
        if (publication.LastNight == today && !Plays(campaign, publication) && !Looks(campaign, call)) return PublicationResult.Decided;
        if (!await store.TakeAsync(publication, cancel)) return PublicationResult.Busy;
        try
        {
            // Another machine may have decided it just before.
            return publication.IsClosed ? PublicationResult.Closed : await DecideAsync(campaign, study, publication, new NightCall(call, today), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await store.FailAsync(publication);
            throw;
        }
        finally
        {
            await store.GiveBackAsync(publication);
        }
    }

    private async Task<PublicationResult> DecideAsync(CampaignFacts campaign, Study study, StoredPublication publication, NightCall call, CancellationToken cancel)
    {
        var plays = Plays(campaign, publication);
        // What is admitted now is all that this edition may count; who comes meanwhile is for the next one.
        if (!plays) await admission.AdmitAsync(campaign, publication.Number + 1, cancel);
        var people = (await ReadAsync(campaign, study, cancel)) with { PlaysAgain = plays };
        if (campaign.IsSynthetic && publication.Number > 0 && people.NobodyUntil(publication.Number))
        {
            // A kit replaced its invented answers: their editions speak of nobody any more.
            await store.StartAgainAsync(publication, cancel);
            await admission.ForgetPlayedAsync(campaign, cancel);
            return await DecideAsync(campaign, study, publication, call, cancel);
        }

        var begins = plays || publication.LastNight is null;
        if (begins) people.StartAgain();
        using var noise = secrets.Open(campaign.Id, publication.Secret!);
        var nights = new PublicationNights(study, people, noise)
        {
            Rows = begins ? [] : StudiesJson.Read<List<RowMemory>>(publication.RowStates),
            Number = publication.Number,
            Nights = begins ? 0 : publication.Nights,
            ClosedNights = begins ? 0 : publication.ClosedNights,
            Latest = await store.LatestAsync(publication, cancel),
            Opened = campaign.OpensAt is { } opens ? DateOnly.FromDateTime(opens.LocalMoment) : null,
            Held = campaign is { HeldOn: not null, ClosedAt: { } closed } ? DateOnly.FromDateTime(closed.AddTicks(-1).LocalMoment) : null,
        };
        var due = DueNights.Of(campaign, publication, people, call).ToList();
        // Before the last one, rows are only found: closed at the first of them, nothing would ever be published.
        foreach (var (place, night) in due.Index().TakeWhile(_ => !nights.IsClosed)) nights.Decide(night, call.Call == PublicationCall.Closing && place == due.Count - 1);
        if (plays)
            foreach (var edition in nights.Made) await admission.AdmitPlayedAsync(campaign, edition.Edition, edition.Day, cancel);
        if (call.Call == PublicationCall.Asked) audit.Record(new StudyActs.EditionAsked(campaign.Id.Value, nights.Made.Count > 0 ? nights.Number : null));
        await store.KeepAsync(publication, nights, new KeptNight(people, call), cancel);
        return nights.Made.Count > 0 ? PublicationResult.Published : nights.IsClosed ? PublicationResult.Closed : PublicationResult.NothingDue;
    }

    /// <summary>Invented answers came on days that are gone: until a first edition those nights are played, one by one. A true campaign starts with tonight.</summary>
    private static bool Plays(CampaignFacts campaign, StoredPublication publication) => campaign.IsSynthetic && publication.Number == 0;

    /// <summary>Whether a night already decided is looked at again.</summary>
    private static bool Looks(CampaignFacts campaign, PublicationCall call) => call is PublicationCall.Asked or PublicationCall.Closing || (call == PublicationCall.Loaded && campaign.IsSynthetic);

    private Task<AnsweredPeople> ReadAsync(CampaignFacts campaign, Study study, CancellationToken cancel) => AnsweredPeople.ReadAsync(
        answers, campaign.Id, new ColumnStore([.. study.Variables.Select(v => campaign.Questionnaire.FindVariable(v)!)]), cancel);
}

/// <summary>A call and the day it is made, in Montréal.</summary>
internal sealed record NightCall(PublicationCall Call, DateOnly Today);
