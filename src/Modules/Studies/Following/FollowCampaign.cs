using Diapason.Consultations.Contracts;
using Diapason.Studies.Columns;
using Diapason.Studies.Coverage;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Following;

/// <summary>Keeps the columns of one campaign up to date, for those who hold its answers: who has answered is counted now. What is public is an edition's, and is not made here.</summary>
internal sealed class FollowCampaign(Study study, CampaignFacts campaign)
{
    /// <summary>Changes read between two moments when other work may take the thread.</summary>
    private const int Turn = 500;

    private readonly HashSet<long> _withdrawn = [];
    private ColumnStore? _store;
    private StudyState? _state;
    private Publication? _shown;
    private Portrait _portrait = study.NoPortrait;
    private long _applied;
    private (long Last, int Waiting, ApartCounts Apart) _seen = (-1, 0, default);

    /// <summary>Answers kept in memory.</summary>
    public int Rows => _store?.Rows ?? 0;

    public bool Follows(Study latest, CampaignFacts facts) => study.Stamp == latest.Stamp && campaign.Id == facts.Id && ReferenceEquals(campaign.Questionnaire, facts.Questionnaire);

    /// <summary>Reads what changed; null when nothing did. After a failure, takes up where it stopped.</summary>
    public async Task<StudyState?> CatchUpAsync(ISubmittedAnswers answers, Publication published, CampaignFacts latest, CancellationToken cancel)
    {
        var seen = (await answers.LastSequenceAsync(campaign.Id, cancel), await answers.WaitingAsync(campaign.Id, cancel), await answers.ApartAsync(campaign.Id, cancel));
        // A judgement changes who is counted without a word in the stream.
        if (seen.Item3.SetAside != _seen.Apart.SetAside) Release();
        if (_state is null || seen != _seen)
        {
            if (_store is null) (_store, _applied) = (new ColumnStore([.. study.Variables.Select(v => campaign.Questionnaire.FindVariable(v)!)]), 0);
            await ReadAsync(_store, answers, cancel);
            _seen = seen;
        }
        else if (latest == _state.Campaign && published == _shown) return null;

        // Counted anew only where it was read: columns may have been given back.
        var coverage = _store is null ? _state!.Coverage : FieldCoverage.Of(study.Portrait, study.Frame, _store);
        // The same edition keeps its drawings.
        if (published != _shown) (_shown, _portrait) = (published, published.Portrait?.InWordsOf(study.Portrait, study.Opening) ?? study.NoPortrait);
        return _state = new StudyState(latest, coverage.Respondents + _seen.Waiting + _seen.Apart.SetAside, _portrait, coverage)
        {
            Editions = published.Editions,
            Apart = _seen.Apart,
            HasFailed = published.HasFailed,
            Spent = published.Spent,
            Excess = published.Excess,
            IsClosed = published.IsClosed,
            SmallRowsWait = study.SmallRowsAtTheClose && !published.IsClosed,
        };
    }

    /// <summary>Gives the columns' memory back; they are read again when something changes.</summary>
    public void Release() => (_store, _applied) = (null, 0);

    private async Task ReadAsync(ColumnStore store, ISubmittedAnswers answers, CancellationToken cancel)
    {
        await foreach (var change in answers.ReadAsync(campaign.Id, _applied, cancel))
        {
            if (change is AnswersWithdrawn taken) _withdrawn.Add(taken.WithdrawnSequence);
            else if (change is AnswersSent { Standing.IsSetAside: false } sent) store.Append(sent.Sequence, sent.Document.Span);
            // Advances with each change applied, and withdrawals stay known until they are done: a stream cut short loses nothing.
            _applied = change.Sequence;
            // SQLite reads without ever waiting: requests that want the thread go first.
            if (change.Sequence % Turn == 0) await Task.Yield();
        }

        if (_withdrawn.Count > 0) store.Remove(_withdrawn);
        _withdrawn.Clear();
    }
}
