using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Machine.Alerts;

/// <summary>
/// Looks each hour for what an operator must hear of. A trouble is told when it begins, then once a day while it lasts; that of the certificate, until the last three days, of answers that wait
/// and of a folder that is not set, once in three days. While the clock is doubtful nothing is: every date would look late.
/// </summary>
internal sealed class TellTroubles(IServiceProvider services, DiapasonDb db, EventOutbox outbox, IHostEnvironment environment, TimeProvider clock) : IJob
{
    private const string JobPrefix = TroubleKind.Job + ":";
    private const string Waits = "waits:" + TroubleKind.Apart;
    private const int FewestJudged = 5;
    private static readonly TimeSpan LongFailing = TimeSpan.FromDays(1);

    /// <summary>A little less than a day, since the hour of the job moves.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(23.5);

    private static readonly TimeSpan AgainSlow = TimeSpan.FromHours(71.5);
    private static readonly TimeSpan LongWaiting = TimeSpan.FromDays(3);
    private static readonly TimeSpan NearEnd = TimeSpan.FromDays(3);

    public string Name => "platform.tell-troubles";

    public string TextKey => "job.tell_troubles";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        // Asked for now and not before: it is built from every job, this one among them.
        var state = await services.GetRequiredService<ReadMachine>().RunAsync(cancel);
        if (state.Clock.SteadyAt is not null) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.Set<Trouble>().ToDictionaryAsync(t => t.Name, cancel);
        List<MachineTroubled> troubles = [.. TroublesOf(state, FailingLong(state, known, now), now), .. WaitingLong(state, known, now)];
        foreach (var trouble in troubles) Tell(trouble, known, now);
        foreach (var over in known.Values.Where(t => !t.Name.StartsWith(JobPrefix, StringComparison.Ordinal) && t.Name != Waits && troubles.All(one => one.Kind != t.Name))) db.Remove(over);
        await db.SaveChangesAsync(cancel);
    }

    private IEnumerable<MachineTroubled> TroublesOf(MachineState state, List<string> failing, DateTime now)
    {
        if (failing.Count > 0) yield return new(TroubleKind.Job, Jobs: failing);
        if (state.Backup is { } backup && backup.IsLateAt(now)) yield return new(TroubleKind.Backup, backup.NewestAt);
        if (state.Backup is null && !environment.IsDevelopment()) yield return new(TroubleKind.NoFolder);
        if (state.Errors.Where(error => error.IsManyAt(now)).ToList() is { Count: > 0 } many) yield return new(TroubleKind.Errors, Jobs: [.. many.Select(error => $"{error.Where} {error.What}".TrimEnd() + $" ({error.OfDay})")]);
        if (state.Disk.IsNearlyFull) yield return new(TroubleKind.Disk, FreeBytes: state.Disk.FreeBytes);
        if (state.Certificate is { EndsAt: { } end } certificate && certificate.IsNearAt(now)) yield return new(TroubleKind.Certificate, end);
    }

    /// <summary>Answers set apart, once there have been five for three days: under five, nobody may judge them.</summary>
    private IEnumerable<MachineTroubled> WaitingLong(MachineState state, Dictionary<string, Trouble> known, DateTime now)
    {
        var count = state.Counts.Where(waiting => waiting.Of.Measure == TroubleKind.Apart).Sum(waiting => waiting.Count);
        var noted = known.GetValueOrDefault(Waits);
        if (noted?.Since > now) noted.Since = now;
        if (count < FewestJudged && noted is not null) db.Remove(noted);
        else if (count >= FewestJudged && noted is null) db.Add(new Trouble { Name = Waits, Since = now });
        else if (count >= FewestJudged && now - noted!.Since >= LongWaiting) yield return new(TroubleKind.Apart, Count: count);
    }

    /// <summary>The jobs seen to fail for a day, by the keys of their words; those that fail no more are forgotten.</summary>
    private List<string> FailingLong(MachineState state, Dictionary<string, Trouble> known, DateTime now)
    {
        var longest = new List<string>();
        foreach (var job in state.Jobs)
        {
            var noted = known.GetValueOrDefault(JobPrefix + job.Name);
            // A moment ahead was noted while the clock was wrong.
            if (noted?.Since > now) noted.Since = now;
            if (job.Failures == 0 && noted is not null) db.Remove(noted);
            else if (job.Failures > 0 && noted is null) db.Add(new Trouble { Name = JobPrefix + job.Name, Since = now });
            else if (job.Failures > 0 && now - noted!.Since >= LongFailing) longest.Add(job.TextKey);
        }

        return longest;
    }

    private void Tell(MachineTroubled trouble, Dictionary<string, Trouble> known, DateTime now)
    {
        if (!known.TryGetValue(trouble.Kind, out var noted)) db.Add(noted = new Trouble { Name = trouble.Kind, Since = now });
        var isSlow = trouble is { Kind: TroubleKind.Apart or TroubleKind.NoFolder } || (trouble is { Kind: TroubleKind.Certificate, Moment: { } end } && end - now > NearEnd);
        var again = isSlow ? AgainSlow : Again;
        if (noted.ToldAt is { } told && told <= now && now - told < again) return;
        noted.ToldAt = now;
        outbox.Add(trouble);
    }
}
