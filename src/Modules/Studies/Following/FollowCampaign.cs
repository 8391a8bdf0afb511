using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Studies.Columns;
using Diapason.Studies.Coverage;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Following;

/// <summary>Keeps the columns of one campaign up to date: who has answered is counted now, figures are those of the last full batch of changes.</summary>
/// <remarks>A batch ends at a multiple of <see cref="Batch"/> in the campaign's sequence, so that every machine and every start publish the same ones.</remarks>
internal sealed class FollowCampaign(Study study, CampaignFacts campaign, IReadOnlyList<Variable> variables)
{
    /// <summary>Answers sent or taken back between two publications. It protects the whole, not a group that a batch changes by one person (ADR 37).</summary>
    public const int Batch = 10;

    /// <summary>Changes read between two moments when other work may take the thread.</summary>
    private const int Turn = 500;

    private const int LongestWait = 300;
    private readonly HashSet<long> _withdrawn = [];
    private ColumnStore? _store;
    private StudyState? _state;
    private Portrait _portrait = study.NoPortrait;
    private long _applied;
    private long _seen = -1;
    private long _computed = -1;
    private int _waiting;
    private (int Looks, int Next) _wait = (0, 1);

    /// <summary>Why the figures of the last batch could not be computed; null when they were.</summary>
    public Exception? Trouble { get; private set; }

    /// <summary>Answers kept in memory.</summary>
    public int Rows => _store?.Rows ?? 0;

    /// <summary>Null when the questionnaire lacks a variable that the portrait reads: it then belongs to another questionnaire.</summary>
    public static FollowCampaign? Start(Study study, CampaignFacts campaign)
    {
        var variables = ComputePortrait.Variables(study.Portrait, study.Frame).Select(campaign.Questionnaire.FindVariable).ToList();
        return variables.Contains(null) ? null : new FollowCampaign(study, campaign, variables!);
    }

    public bool Follows(string stamp, CampaignFacts latest) =>
        study.Stamp == stamp && campaign.Id == latest.Id && ReferenceEquals(campaign.Questionnaire, latest.Questionnaire);

    /// <summary>Reads what changed and computes when a batch is full; null when nothing changed. After a failure, takes up where it stopped.</summary>
    public async Task<StudyState?> CatchUpAsync(ISubmittedAnswers answers, ComputePortrait compute, CampaignFacts latest, CancellationToken cancel)
    {
        var last = await answers.LastSequenceAsync(campaign.Id, cancel);
        var waiting = await answers.WaitingAsync(campaign.Id, cancel);
        var isDue = IsDue();
        if (last != _seen || waiting != _waiting || _state is null || isDue)
        {
            // Figures that failed belong to a moment already left: it is read again from the first answer.
            if (isDue) Release();
            if (_store is null) (_store, _applied) = (new ColumnStore(variables), 0);
            await ReadAsync(_store, answers, last - (last % Batch), compute, cancel);
            _state = new StudyState(latest, _store.Rows + waiting, _portrait, FieldCoverage.Of(study.Portrait, study.Frame, _store), Trouble is not null);
            (_seen, _waiting) = (last, waiting);
        }
        else if (latest == _state.Campaign) return null;

        return _state = _state with { Campaign = latest };
    }

    /// <summary>Gives the columns' memory back; they are read again when something changes.</summary>
    public void Release() => (_store, _applied) = (null, 0);

    /// <summary>Applies every change in order, and computes on the way where the batch ends.</summary>
    private async Task ReadAsync(ColumnStore store, ISubmittedAnswers answers, long boundary, ComputePortrait compute, CancellationToken cancel)
    {
        await foreach (var change in answers.ReadAsync(campaign.Id, _applied, cancel))
        {
            if (change.Sequence > boundary) Publish(store, boundary, compute);
            if (change is AnswersWithdrawn taken) _withdrawn.Add(taken.WithdrawnSequence);
            else if (change is AnswersSent sent) store.Append(sent.Sequence, sent.SubmittedAt, sent.Document.Span);
            // Advances with each change applied, and withdrawals stay known until they are done: a stream cut short loses nothing.
            _applied = change.Sequence;
            // SQLite reads without ever waiting: requests that want the thread go first.
            if (change.Sequence % Turn == 0) await Task.Yield();
        }

        Publish(store, boundary, compute);
        TakeBack(store);
    }

    private void Publish(ColumnStore store, long boundary, ComputePortrait compute)
    {
        if (boundary == _computed) return;
        TakeBack(store);
        _computed = boundary;
        try
        {
            _portrait = compute.Run(study.Portrait, study.Frame, store, new SmallCells(study.Threshold));
            (Trouble, _wait) = (null, (0, 1));
        }
        catch (Exception failure)
        {
            // Who has answered does not depend on it, and is brought up to date all the same.
            Trouble = failure;
        }
    }

    /// <summary>Whether a computation that failed is tried again now: after one look, then two, four, up to five minutes.</summary>
    private bool IsDue()
    {
        if (Trouble is null) return false;
        if (_wait.Looks + 1 < _wait.Next)
        {
            _wait.Looks++;
            return false;
        }

        _wait = (0, Math.Min(_wait.Next * 2, LongestWait));
        _computed = -1;
        return true;
    }

    private void TakeBack(ColumnStore store)
    {
        if (_withdrawn.Count > 0) store.Remove(_withdrawn);
        _withdrawn.Clear();
    }
}
