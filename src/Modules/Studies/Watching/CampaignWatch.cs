using System.Security.Cryptography;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;

namespace Diapason.Studies.Watching;

/// <summary>Bursts, copies and floods of one campaign, by counters that die with the day (ADR 68). What is usual in each group is read once a day.</summary>
internal sealed class CampaignWatch(CampaignId campaign, DateTimeOffset started, TimeProvider clock) : ISendingWatch
{
    /// <summary>Days over which a group's usual number is taken.</summary>
    private const int Usual = 14;

    private readonly Lock _one = new();
    private readonly QuarantineWatch _watch = new(new QuarantineLimits(), () => RandomNumberGenerator.GetBytes(32), started);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private WatchedGroups _groups = WatchedGroups.None;
    private IReadOnlyDictionary<string, int> _recent = new Dictionary<string, int>(StringComparer.Ordinal);
    private DateOnly _day;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public async ValueTask PrepareAsync(StudyState? state, ISubmittedAnswers answers, CancellationToken cancel)
    {
        var (today, groups) = (Today, WatchedGroups.Of(state, _groups));
        if (today == _day && ReferenceEquals(groups, _groups)) return;
        var recent = today == _day && groups.Variables.SequenceEqual(_groups.Variables) ? _recent : await answers.CountAsync(campaign, groups.Variables, (today.AddDays(-Usual), today), cancel);
        lock (_one)
        {
            if (today != _day) _written.Clear();
            (_day, _groups, _recent) = (today, groups, recent);
        }
    }

    public SendingVerdict See(ArrivingSending sending)
    {
        lock (_one)
        {
            SendingGroup[] groups = [.. _groups.Variables.Where(variable => sending.Answers[variable].Kind == AnswerKind.Text).Select(variable => new SendingGroup(variable, sending.Answers[variable].Text))];
            var seen = _watch.See(Arriving(sending, groups), TimeZoneInfo.ConvertTime(clock.GetUtcNow(), LocalDates.Zone), group => _recent.GetValueOrDefault(group) / (double)Usual);
            var flooded = groups.Where(group => seen.Segments.Contains(group.ToString())).ToList();
            return new SendingVerdict(Reason(seen.Reason, flooded) ?? AboveFrame(sending.Answers), [.. flooded.Where(group => !_written.Contains(group.ToString()))]);
        }
    }

    public void IsWritten(SendingVerdict verdict)
    {
        lock (_one)
        {
            foreach (var group in verdict.Groups) _written.Add(group.ToString());
        }
    }

    private static ArrivingAnswer Arriving(ArrivingSending sending, IReadOnlyList<SendingGroup> groups) => new()
    {
        Address = sending.From?.GetAddressBytes() ?? default(ReadOnlyMemory<byte>),
        // Not known to this machine, it is nobody's fault: as long as it should take.
        Time = sending.Taken ?? sending.Expected,
        MedianTime = sending.Expected,
        GridsAlike = sending.GridsAlike,
        Pattern = sending.Pattern,
        Segments = [.. groups.Select(group => group.ToString())],
    };

    private string? AboveFrame(AnswerSet answers) => _groups.AboveFrame.FirstOrDefault(group => answers[group.Variable] is { Kind: AnswerKind.Text } answer && answer.Text == group.Option) is { } above ? $"frame {above}" : null;

    private static string? Reason(QuarantineReason? reason, List<SendingGroup> flooded) => reason switch
    {
        QuarantineReason.SameNetworkDay or QuarantineReason.SameNetworkBurst or QuarantineReason.RoomFull => "network",
        QuarantineReason.TooFast => "fast",
        QuarantineReason.GridsAlike or QuarantineReason.Blank => "grids",
        QuarantineReason.Identical => "identical",
        QuarantineReason.SegmentBurst => $"segment {flooded[0]}",
        _ => null,
    };
}
