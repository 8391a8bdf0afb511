using Diapason.Consultations.Contracts;
using Diapason.Studies.Columns;
using Diapason.Studies.Coverage;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Following;

/// <summary>Keeps the columns of one campaign up to its last change, and computes from them.</summary>
internal sealed class FollowCampaign(Study study, CampaignFacts campaign, ColumnStore store)
{
    private long _sequence;
    private bool _computed;

    /// <summary>Null when the questionnaire lacks a variable that the portrait reads: it then belongs to another questionnaire.</summary>
    public static FollowCampaign? Start(Study study, CampaignFacts campaign)
    {
        var variables = ComputePortrait.Variables(study.Portrait, study.Frame).Select(campaign.Questionnaire.FindVariable).ToList();
        return variables.Contains(null) ? null : new FollowCampaign(study, campaign, new ColumnStore(variables!));
    }

    public bool Follows(string stamp, CampaignFacts latest) =>
        study.Stamp == stamp && campaign.Id == latest.Id && ReferenceEquals(campaign.Questionnaire, latest.Questionnaire);

    /// <summary>Reads what changed; true when there is something to compute.</summary>
    public async Task<bool> CatchUpAsync(ISubmittedAnswers answers, CancellationToken cancel)
    {
        if (_computed && await answers.LastSequenceAsync(campaign.Id, cancel) == _sequence) return false;
        var withdrawn = new HashSet<long>();
        await foreach (var change in answers.ReadAsync(campaign.Id, _sequence, cancel))
        {
            if (change is AnswersSent sent) store.Append(sent.Sequence, sent.SubmittedAt, sent.Answers);
            else if (change is AnswersWithdrawn taken) withdrawn.Add(taken.WithdrawnSequence);
            _sequence = change.Sequence;
        }

        if (withdrawn.Count > 0) store.Remove(withdrawn);
        return true;
    }

    public StudyState Compute(ComputePortrait compute, CampaignFacts latest)
    {
        _computed = true;
        return new StudyState(latest, compute.Run(study.Portrait, study.Frame, store), FieldCoverage.Of(study.Portrait, study.Frame, store));
    }
}
