using System.Collections.Concurrent;
using System.Globalization;
using Diapason.Platform.Data;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Diapason.Workshops.Live;

/// <summary>
/// Tells the pages that watch a room that it has changed, and nothing else. One look at the database a second for each room that is watched, whatever the number of phones and
/// of machines: what another machine wrote is seen within that second (ADR 93).
/// </summary>
internal sealed class RoomWatch(IDbContextFactory<DiapasonDb> databases, IHostApplicationLifetime host)
{
    /// <summary>So many lines on one room: its people, and a few walls.</summary>
    public const int MostLines = 6000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Room> _rooms = new();

    /// <summary>This machine has just written: those who watch here are told at the next look, which comes at once.</summary>
    public void Changed(Guid workshop)
    {
        if (_rooms.TryGetValue(workshop, out var room)) room.Wake();
    }

    /// <summary>One more line on a room; null when it has all it takes. Given back, it is another’s.</summary>
    public IDisposable? Enter(Guid workshop)
    {
        var room = _rooms.GetOrAdd(workshop, _ => new Room());
        return room.Enter() ? new Line(room) : null;
    }

    /// <summary>A mark that is another when the room has changed, and that says nothing of what was answered; the first comes at once, the last when the day is over.</summary>
    /// <param name="council">Whose.</param>
    /// <param name="workshop">Which.</param>
    /// <param name="withAnswers">Answers that come count as a change: for the wall, not for phones.</param>
    /// <param name="left">Ends with whoever watches.</param>
    public async IAsyncEnumerable<string> MarksAsync(Guid council, Guid workshop, bool withAnswers, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken left)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(left, host.ApplicationStopping);
        var cancel = either.Token;
        var room = _rooms.GetOrAdd(workshop, _ => new Room());
        string? last = null;
        while (!cancel.IsCancellationRequested)
        {
            var seen = await room.LookAsync(() => AskAsync(council, workshop));
            var mark = (withAnswers ? seen.Changes : seen.State.Version).ToString(CultureInfo.InvariantCulture);
            if (mark != last) yield return last = mark;
            if (seen.State.IsOver) yield break;
            await room.NextAsync(Pause, cancel);
        }
    }

    private async Task<RoomState> AskAsync(Guid council, Guid workshop)
    {
        // Asked for all who watch: whoever leaves does not stop it.
        var cancel = CancellationToken.None;
        await using var db = await databases.OfCouncilAsync(council, cancel);
        var now = await db.Set<Workshop>().Where(w => w.Id == workshop).Select(w => new { w.Version, w.State }).SingleOrDefaultAsync(cancel);
        var answers = await db.Set<Contribution>().Where(c => c.WorkshopId == workshop).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Sum = g.Sum(c => c.Value), Shown = g.Count(c => c.State == ContributionState.Shown) }).SingleOrDefaultAsync(cancel);
        var people = await db.Set<Participant>().CountAsync(p => p.WorkshopId == workshop, cancel);
        return new RoomState(now?.Version ?? 0, now?.State != WorkshopState.Open, people, answers?.Count ?? 0, answers?.Sum ?? 0, answers?.Shown ?? 0);
    }

    /// <summary>What is compared from one look to the next. It stays on this machine: its sums, subtracted, would tell each answer.</summary>
    private sealed record RoomState(int Version, bool IsOver, int People, int Answers, int Sum, int Shown);

    private sealed record Seen(RoomState State, long Changes);

    private sealed class Line(Room room) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0) room.Leave();
        }
    }

    /// <summary>One room: its last state, asked once for all who watch it.</summary>
    private sealed class Room
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _woken = New();
        private Task<Seen>? _asking;
        private long _asked;
        private int _lines;
        private Seen? _last;

        public bool Enter()
        {
            lock (_lock) return _lines < MostLines && ++_lines > 0;
        }

        public void Leave()
        {
            lock (_lock) _lines--;
        }

        public void Wake()
        {
            TaskCompletionSource woken;
            lock (_lock)
            {
                (woken, _woken) = (_woken, New());
                _asking = null;
            }

            woken.TrySetResult();
        }

        /// <summary>The state that is being asked or was just asked; asked anew when it is half a second old.</summary>
        public Task<Seen> LookAsync(Func<Task<RoomState>> ask)
        {
            lock (_lock)
            {
                if (_asking is { IsFaulted: false, IsCanceled: false } known && Environment.TickCount64 - _asked < Pause.TotalMilliseconds / 2) return known;
                _asked = Environment.TickCount64;
                return _asking = CompareAsync(ask);
            }
        }

        private async Task<Seen> CompareAsync(Func<Task<RoomState>> ask)
        {
            var state = await ask();
            lock (_lock) return _last = _last is { } last && last.State == state ? last : new Seen(state, (_last?.Changes ?? 0) + 1);
        }

        public async Task NextAsync(TimeSpan pause, CancellationToken cancel)
        {
            Task woken;
            lock (_lock) woken = _woken.Task;
            // Nothing was written here within the pause: another machine may have. Or whoever watched has gone.
            await woken.WaitAsync(pause, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
