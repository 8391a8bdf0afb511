using Diapason.Consultations.Contracts;
using Diapason.Studies.Columns;
using Diapason.Studies.Coverage;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Following;

/// <summary>Keeps the columns of one campaign up to its last full batch of changes and computes from them; what came since is only counted.</summary>
/// <remarks>A batch ends at a multiple of <see cref="Batch"/> in the campaign's sequence, so that every machine and every start publish the same ones.</remarks>
internal sealed class FollowCampaign(Study study, CampaignFacts campaign, ColumnStore store)
{
    /// <summary>Answers sent or taken back between two publications: nobody's answers can be read in the difference.</summary>
    public const int Batch = 10;

    /// <summary>Changes read between two moments when other work may take the thread.</summary>
    private const int Turn = 500;

    private readonly HashSet<long> _withdrawn = [];
    private long _applied;
    private long _seen = -1;
    private long _computed = -1;
    private StudyState? _state;

    /// <summary>Null when the questionnaire lacks a variable that the portrait reads: it then belongs to another questionnaire.</summary>
    public static FollowCampaign? Start(Study study, CampaignFacts campaign)
    {
        var variables = ComputePortrait.Variables(study.Portrait, study.Frame).Select(campaign.Questionnaire.FindVariable).ToList();
        return variables.Contains(null) ? null : new FollowCampaign(study, campaign, new ColumnStore(variables!));
    }

    public bool Follows(string stamp, CampaignFacts latest) =>
        study.Stamp == stamp && campaign.Id == latest.Id && ReferenceEquals(campaign.Questionnaire, latest.Questionnaire);

    /// <summary>Reads what changed and computes when a batch is full; null when nothing changed. After a failure, takes up where it stopped.</summary>
    public async Task<StudyState?> CatchUpAsync(ISubmittedAnswers answers, ComputePortrait compute, CampaignFacts latest, CancellationToken cancel)
    {
        var last = await answers.LastSequenceAsync(campaign.Id, cancel);
        if (last == _seen && latest == _state?.Campaign) return null;
        var boundary = last - (last % Batch);
        var received = await ReadAsync(answers, boundary, cancel);
        if (boundary != _computed || _state is null)
        {
            _state = new StudyState(latest, received, compute.Run(study.Portrait, study.Frame, store), FieldCoverage.Of(study.Portrait, study.Frame, store));
            _computed = boundary;
        }

        _seen = last;
        return _state = _state with { Campaign = latest, Received = received };
    }

    /// <summary>Applies the changes up to the boundary and counts those after it: an answer is in the columns, or waits.</summary>
    private async Task<int> ReadAsync(ISubmittedAnswers answers, long boundary, CancellationToken cancel)
    {
        var (waiting, leaving) = (0, 0);
        await foreach (var change in answers.ReadAsync(campaign.Id, _applied, cancel))
        {
            var isDue = change.Sequence <= boundary;
            if (change is AnswersWithdrawn taken)
            {
                if (isDue) _withdrawn.Add(taken.WithdrawnSequence);
                else if (store.Contains(taken.WithdrawnSequence)) leaving++;
            }
            else if (!isDue) waiting++;
            else if (change is AnswersSent sent) store.Append(sent.Sequence, sent.SubmittedAt, sent.Document.Span);
            // Advances with each change applied, and withdrawals stay known until they are done: a stream cut short loses nothing.
            if (isDue) _applied = change.Sequence;
            // SQLite reads without ever waiting: requests that want the thread go first.
            if (change.Sequence % Turn == 0) await Task.Yield();
        }

        if (_withdrawn.Count > 0) store.Remove(_withdrawn);
        _withdrawn.Clear();
        return store.Rows + waiting - leaving;
    }
}
