using System.Runtime.CompilerServices;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class FollowCampaignTests
{
    private static readonly IReadOnlyList<AnswerSet> People = [.. KitStudy.Answers().Take(60)];
    private readonly WrittenChanges _changes = new();
    private readonly FollowCampaign _follow = FollowCampaign.Start(new Study("1", KitStudy.Definition, KitStudy.Frame, 10), KitStudy.Campaign).ShouldNotBeNull();

    [Fact]
    public async Task The_count_moves_with_each_answer_and_the_figures_with_every_tenth()
    {
        _changes.Send(People.Take(40));
        var published = (await CatchUpAsync()).ShouldNotBeNull();
        for (var more = 1; more <= 9; more++)
        {
            _changes.Send([People[39 + more]]);
            var state = (await CatchUpAsync()).ShouldNotBeNull();
            state.Received.ShouldBe(40 + more);
            state.Portrait.ShouldBeSameAs(published.Portrait, "what is published says nothing of the last answers");
        }

        _changes.Send([People[49]]);
        (await CatchUpAsync()).ShouldNotBeNull().Portrait.Respondents.ShouldBe(50);
        (await CatchUpAsync()).ShouldBeNull("nothing changed");
    }

    [Fact]
    public async Task A_start_publishes_the_same_batch_as_a_server_that_was_there()
    {
        _changes.Send(People.Take(47));
        var state = (await CatchUpAsync()).ShouldNotBeNull();
        state.Received.ShouldBe(47);
        state.Portrait.Respondents.ShouldBe(40);
    }

    [Fact]
    public async Task Answers_taken_back_are_counted_at_once_and_leave_the_figures_with_the_batch()
    {
        _changes.Send(People.Take(42));
        await CatchUpAsync();
        _changes.Withdraw(3);
        _changes.Withdraw(41);
        var state = (await CatchUpAsync()).ShouldNotBeNull();
        state.Received.ShouldBe(40);
        state.Portrait.Respondents.ShouldBe(40);
        _changes.Send(People.Skip(42).Take(6));
        state = (await CatchUpAsync()).ShouldNotBeNull();
        state.Received.ShouldBe(46);
        state.Portrait.Respondents.ShouldBe(46, "fifty changes: forty-eight sent, two taken back");
    }

    [Fact]
    public async Task Answers_taken_back_are_not_lost_when_the_stream_is_cut_short()
    {
        _changes.Send(People.Take(30));
        await CatchUpAsync();
        _changes.Withdraw(3);
        _changes.Withdraw(4);
        _changes.Send(People.Skip(30).Take(8));
        _changes.FailsAfter = 35;
        await Should.ThrowAsync<IOException>(CatchUpAsync);
        _changes.FailsAfter = long.MaxValue;
        var state = (await CatchUpAsync()).ShouldNotBeNull("it is tried again");
        state.Received.ShouldBe(36);
        state.Portrait.Respondents.ShouldBe(36);
    }

    [Fact]
    public async Task Who_has_answered_is_counted_now_and_not_by_batches()
    {
        _changes.Send(People.Take(47));
        var state = (await CatchUpAsync()).ShouldNotBeNull();
        (state.Coverage.Respondents, state.Portrait.Respondents).ShouldBe((47, 40));
        state.Coverage.Segments[0].Segments.Sum(s => s.Respondents).ShouldBe(47 - state.Coverage.Segments[0].Unknown);
        _changes.Withdraw(2);
        state = (await CatchUpAsync()).ShouldNotBeNull();
        (state.Coverage.Respondents, state.Portrait.Respondents).ShouldBe((46, 40));
    }

    [Fact]
    public async Task Columns_given_back_are_read_again_when_something_changes_and_publish_the_same()
    {
        _changes.Send(People.Take(47));
        var before = (await CatchUpAsync()).ShouldNotBeNull();
        _follow.Release();
        _follow.Rows.ShouldBe(0);
        (await CatchUpAsync()).ShouldBeNull("nothing changed: nothing is read");
        _follow.Rows.ShouldBe(0);
        _changes.Withdraw(5);
        var state = (await CatchUpAsync()).ShouldNotBeNull();
        (state.Received, state.Coverage.Respondents).ShouldBe((46, 46));
        state.Portrait.ShouldBeSameAs(before.Portrait);
    }

    [Fact]
    public async Task A_computation_that_failed_leaves_the_coverage_and_is_tried_again_less_and_less_often()
    {
        _changes.Send(People.Take(32));
        var broken = new ComputePortrait(new BrokenClock());
        var state = (await CatchUpAsync(broken)).ShouldNotBeNull();
        (state.HasFailed, state.Coverage.Respondents, state.Portrait.Respondents).ShouldBe((true, 32, 0));
        _follow.Trouble.ShouldBeOfType<InvalidOperationException>();
        var tries = 0;
        for (var look = 0; look < 40; look++) tries += await CatchUpAsync(broken) is null ? 0 : 1;
        tries.ShouldBeInRange(4, 6, "after one look, two, four, eight, sixteen");
        for (var look = 0; look < 40 && _follow.Trouble is not null; look++) state = await CatchUpAsync() ?? state;
        (state.HasFailed, state.Coverage.Respondents, state.Portrait.Respondents).ShouldBe((false, 32, 30));
    }

    private Task<StudyState?> CatchUpAsync(ComputePortrait compute) => _follow.CatchUpAsync(_changes, compute, KitStudy.Campaign, TestContext.Current.CancellationToken);

    private Task<StudyState?> CatchUpAsync() => _follow.CatchUpAsync(
        _changes, new ComputePortrait(new ManualClock(DateTimeOffset.UnixEpoch)), KitStudy.Campaign, TestContext.Current.CancellationToken);

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("broken");
    }

    /// <summary>A campaign's changes kept in memory as the consultations keep them: erasing leaves a hole and adds a withdrawal.</summary>
    private sealed class WrittenChanges : ISubmittedAnswers
    {
        private readonly List<AnswerChange> _all = [];
        private long _last;

        public long FailsAfter { get; set; } = long.MaxValue;

        public void Send(IEnumerable<AnswerSet> answers) => _all.AddRange(answers.Select(a => new AnswersSent(++_last, new DateOnly(2026, 11, 23), "fr", a.ToUtf8Json(), default)));

        public void Withdraw(long sequence)
        {
            _all.RemoveAll(c => c.Sequence == sequence);
            _all.Add(new AnswersWithdrawn(++_last, sequence));
        }

        public ValueTask<long> LastSequenceAsync(CampaignId campaign, CancellationToken cancel) => ValueTask.FromResult(_last);

        public ValueTask<int> WaitingAsync(CampaignId campaign, CancellationToken cancel) => ValueTask.FromResult(0);

        public async IAsyncEnumerable<(long Sequence, AnswerStanding Standing)> StandingsAsync(CampaignId campaign, [EnumeratorCancellation] CancellationToken cancel)
        {
            await foreach (var change in ReadAsync(campaign, 0, cancel))
                if (change is AnswersSent sent) yield return (sent.Sequence, sent.Standing);
        }

        public async IAsyncEnumerable<AnswerChange> ReadAsync(CampaignId campaign, long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.Yield();
            foreach (var change in _all.Where(c => c.Sequence > afterSequence).ToList())
                yield return change.Sequence <= FailsAfter ? change : throw new IOException("The database went away.");
        }
    }
}
