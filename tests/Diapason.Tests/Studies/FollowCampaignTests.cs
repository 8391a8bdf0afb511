using System.Runtime.CompilerServices;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Studies.Following;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>What those who hold the answers see of a campaign, now; what is public is an edition's and moves with none of it.</summary>
public sealed class FollowCampaignTests
{
    private static readonly IReadOnlyList<AnswerSet> People = [.. KitStudy.Answers().Take(60)];
    private static readonly Publication First = Publication.None with { Portrait = KitStudy.Compute(KitStudy.Store(People)) };
    private readonly WrittenChanges _changes = new();
    private readonly FollowCampaign _follow = new(KitStudy.Study(), KitStudy.Campaign);

    [Fact]
    public async Task The_count_moves_with_each_answer_and_the_figures_with_none()
    {
        _changes.Send(People.Take(40));
        var before = (await CatchUpAsync()).ShouldNotBeNull();
        for (var more = 1; more <= 12; more++)
        {
            _changes.Send([People[39 + more]]);
            var state = (await CatchUpAsync()).ShouldNotBeNull();
            (state.Received, state.Coverage.Respondents).ShouldBe((40 + more, 40 + more));
            Figures(state).ShouldBe(Figures(before));
        }

        (await CatchUpAsync()).ShouldBeNull("nothing changed");
    }

    [Fact]
    public async Task Another_edition_shows_at_the_next_look_and_columns_given_back_change_nothing()
    {
        _changes.Send(People.Take(40));
        var before = (await CatchUpAsync()).ShouldNotBeNull();
        _follow.Release();
        _follow.Rows.ShouldBe(0);
        var second = First with { Portrait = First.Portrait! with { Edition = 2 } };
        var state = (await _follow.CatchUpAsync(_changes, second, KitStudy.Campaign, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (state.Portrait.Edition, state.Received).ShouldBe((2, 40));
        state.Coverage.ShouldBe(before.Coverage);
        _follow.Rows.ShouldBe(0, "nobody answered: nothing is read");
    }

    [Fact]
    public async Task Answers_taken_back_are_counted_at_once_and_no_figure_moves()
    {
        _changes.Send(People.Take(42));
        var before = (await CatchUpAsync()).ShouldNotBeNull();
        _changes.Withdraw(3);
        _changes.Withdraw(41);
        var state = (await CatchUpAsync()).ShouldNotBeNull();
        (state.Received, state.Coverage.Respondents).ShouldBe((40, 40));
        Figures(state).ShouldBe(Figures(before));
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
        (await CatchUpAsync()).ShouldNotBeNull("it is tried again").Received.ShouldBe(36);
    }

    [Fact]
    public async Task Columns_given_back_are_read_again_when_something_changes()
    {
        _changes.Send(People.Take(47));
        await CatchUpAsync();
        _follow.Release();
        (await CatchUpAsync()).ShouldBeNull("nothing changed: nothing is read");
        _changes.Withdraw(5);
        var state = (await CatchUpAsync()).ShouldNotBeNull();
        (state.Received, state.Coverage.Respondents).ShouldBe((46, 46));
    }

    private static string Figures(StudyState state) => Diapason.Studies.Publishing.PortraitJson.Write(state.Portrait);

    private Task<StudyState?> CatchUpAsync() => _follow.CatchUpAsync(_changes, First, KitStudy.Campaign, TestContext.Current.CancellationToken);

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

        public ValueTask<ApartCounts> ApartAsync(CampaignId campaign, CancellationToken cancel) => ValueTask.FromResult<ApartCounts>(default);

        public ValueTask<IReadOnlyDictionary<string, int>> CountAsync(CampaignId campaign, IReadOnlyList<string> variables, (DateOnly From, DateOnly Before) days, CancellationToken cancel) =>
            ValueTask.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>(StringComparer.Ordinal));

        public async IAsyncEnumerable<AnswerChange> ReadAsync(CampaignId campaign, long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.Yield();
            foreach (var change in _all.Where(c => c.Sequence > afterSequence).ToList())
                yield return change.Sequence <= FailsAfter ? change : throw new IOException("The database went away.");
        }
    }
}
