using System.Collections.Concurrent;
using System.Globalization;
using Diapason.Platform.Data;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Live;

/// <summary>
/// Tells the pages that watch a room that it has changed, and nothing else. One look at the database a second for each room that is watched, whatever the number of phones and
/// of machines: what another machine wrote is seen within that second (ADR 93).
/// </summary>
internal sealed class RoomWatch(IDbContextFactory<DiapasonDb> databases)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Room> _rooms = new();

    /// <summary>This machine has just written: those who watch here are told at the next look, which comes at once.</summary>
    public void Changed(Guid workshop)
    {
        if (_rooms.TryGetValue(workshop, out var room)) room.Wake();
    }

    /// <summary>A mark that is another when the room has changed; the first comes at once.</summary>
    /// <param name="council">Whose.</param>
    /// <param name="workshop">Which.</param>
    /// <param name="withAnswers">Answers that come count as a change: for the wall, not for phones.</param>
    /// <param name="cancel">Ends with whoever watches.</param>
    public async IAsyncEnumerable<string> MarksAsync(Guid council, Guid workshop, bool withAnswers, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var room = _rooms.GetOrAdd(workshop, _ => new Room());
        string? last = null;
        while (!cancel.IsCancellationRequested)
        {
            var state = await room.LookAsync(() => AskAsync(council, workshop));
            var mark = withAnswers ? state : state[..state.IndexOf('.', StringComparison.Ordinal)];
            if (mark != last) yield return last = mark;
            await room.NextAsync(Pause, cancel);
        }
    }

    private async Task<string> AskAsync(Guid council, Guid workshop)
    {
        // Asked for all who watch: whoever leaves does not stop it.
        var cancel = CancellationToken.None;
        await using var db = await databases.OfCouncilAsync(council, cancel);
        var version = await db.Set<Workshop>().Where(w => w.Id == workshop).Select(w => w.Version).SingleOrDefaultAsync(cancel);
        var answers = await db.Set<Contribution>().Where(c => c.WorkshopId == workshop).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Sum = g.Sum(c => c.Value), Shown = g.Count(c => c.State == ContributionState.Shown) }).SingleOrDefaultAsync(cancel);
        var people = await db.Set<Participant>().CountAsync(p => p.WorkshopId == workshop, cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{version}.{people}-{answers?.Count}-{answers?.Sum}-{answers?.Shown}");
    }

    /// <summary>One room: its last state, asked once for all who watch it.</summary>
    private sealed class Room
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _woken = New();
        private Task<string>? _asking;
        private long _asked;

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
        public Task<string> LookAsync(Func<Task<string>> ask)
        {
            lock (_lock)
            {
                if (_asking is { IsFaulted: false, IsCanceled: false } known && Environment.TickCount64 - _asked < Pause.TotalMilliseconds / 2) return known;
                _asked = Environment.TickCount64;
                return _asking = ask();
            }
        }

        public async Task NextAsync(TimeSpan pause, CancellationToken cancel)
        {
            Task woken;
            lock (_lock) woken = _woken.Task;
            try
            {
                await woken.WaitAsync(pause, cancel);
            }
            catch (TimeoutException)
            {
                // Nothing was written here: another machine may have.
            }
            catch (OperationCanceledException)
            {
                // Whoever watched has gone.
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
