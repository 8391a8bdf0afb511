using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>What is set apart, when, and what is forgotten.</summary>
public sealed class QuarantineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private int keys;
    private int patterns;

    [Fact]
    public void The_sixth_of_a_day_and_the_fourth_in_ten_minutes_from_one_prefix_wait()
    {
        var watch = Watch();
        for (var i = 0; i < 5; i++)
            Reason(watch, Answer([192, 0, 2, (byte)i]), Noon.AddMinutes(11 * i)).ShouldBeNull();
        Reason(watch, Answer([192, 0, 2, 200]), Noon.AddMinutes(60)).ShouldBe(QuarantineReason.SameNetworkDay);
        for (var i = 0; i < 3; i++)
            Reason(watch, Answer([198, 51, 100, 1]), Noon.AddMinutes(i)).ShouldBeNull();
        Reason(watch, Answer([198, 51, 100, 9]), Noon.AddMinutes(9)).ShouldBe(QuarantineReason.SameNetworkBurst);
        Reason(watch, Answer([203, 0, 113, 1]), Noon.AddMinutes(9)).ShouldBeNull();
    }

    [Fact]
    public void A_prefix_is_24_bits_of_IPv4_even_mapped_and_48_of_IPv6()
    {
        var watch = Watch();
        byte[] Mapped(byte last) => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 192, 0, 2, last];
        byte[] Six(byte third, byte last) => [0x20, 1, 0xd, 0xb8, 0, third, last, 0, 0, 0, 0, 0, 0, 0, 0, last];
        for (var i = 0; i < 3; i++)
        {
            Reason(watch, Answer(i == 0 ? [192, 0, 2, 1] : Mapped((byte)i)), Noon).ShouldBeNull();
            Reason(watch, Answer(Six(1, (byte)i)), Noon).ShouldBeNull();
        }
        Reason(watch, Answer(Mapped(9)), Noon).ShouldBe(QuarantineReason.SameNetworkBurst);
        Reason(watch, Answer(Six(1, 9)), Noon).ShouldBe(QuarantineReason.SameNetworkBurst);
        Reason(watch, Answer(Six(2, 9)), Noon).ShouldBeNull();
        Should.Throw<SurveyException>(() => Reason(watch, Answer([1, 2, 3]), Noon)).Error.ShouldBe(SurveyError.InvalidValue);
    }

    [Fact]
    public void Where_nothing_tells_the_network_it_is_not_judged()
    {
        var watch = Watch();
        for (var i = 0; i < 20; i++)
            Reason(watch, Answer([]), Noon).ShouldBeNull();
    }

    [Fact]
    public void A_room_code_lets_forty_a_day_through_as_one_source()
    {
        var watch = Watch();
        for (var i = 0; i < 40; i++)
            Reason(watch, Answer([192, 0, 2, 1]) with { Room = [65] }, Noon).ShouldBeNull();
        Reason(watch, Answer([10, 0, 0, 1]) with { Room = [65] }, Noon).ShouldBe(QuarantineReason.RoomFull);
        Reason(watch, Answer([10, 0, 0, 1]) with { Room = [66] }, Noon).ShouldBeNull();
    }

    [Fact]
    public void Too_fast_blank_alike_and_identical_answers_wait()
    {
        var watch = Watch();
        Reason(watch, Anywhere(1) with { Time = TimeSpan.FromSeconds(199) }, Noon).ShouldBe(QuarantineReason.TooFast);
        Reason(watch, Anywhere(2) with { Time = TimeSpan.FromSeconds(1), MedianTime = TimeSpan.Zero }, Noon).ShouldBeNull();
        Reason(watch, Anywhere(3) with { Blank = true }, Noon).ShouldBe(QuarantineReason.Blank);
        Reason(watch, Anywhere(4) with { GridsAlike = true }, Noon).ShouldBe(QuarantineReason.GridsAlike);
        for (byte i = 10; i < 14; i++)
            Reason(watch, Anywhere(i) with { Pattern = [1, 2, 3] }, Noon).ShouldBeNull();
        Reason(watch, Anywhere(14) with { Pattern = [1, 2, 3] }, Noon).ShouldBe(QuarantineReason.Identical);
        Reason(watch, Anywhere(15) with { Pattern = [1, 2, 4] }, Noon).ShouldBeNull();
    }

    [Fact]
    public void A_flooded_segment_holds_all_of_its_answers_of_the_day()
    {
        var watch = Watch();
        for (byte i = 0; i < 5; i++)
            watch.See(Anywhere(i) with { Segments = ["region:north", "status:a"] }, Noon, s => s == "status:a" ? 40 : 1).ShouldBe(new QuarantineVerdict(null, []), Same);
        watch.See(Anywhere(6) with { Segments = ["region:north", "status:a"] }, Noon, s => s == "status:a" ? 40 : 1).ShouldBe(new QuarantineVerdict(QuarantineReason.SegmentBurst, ["region:north"]), Same);
        watch.See(Anywhere(7) with { Segments = ["region:south"] }, Noon, _ => 1).Reason.ShouldBeNull();
        for (byte i = 20; i < 26; i++)
            watch.See(Anywhere(i) with { Segments = ["region:west"] }, Noon, _ => 2).Reason.ShouldBeNull();
        watch.See(Anywhere(27) with { Segments = ["region:west"] }, Noon, _ => 2).Reason.ShouldBe(QuarantineReason.SegmentBurst);
    }

    [Fact]
    public void Counters_and_key_turn_at_midnight_of_the_place_that_counts()
    {
        var watch = Watch();
        for (var i = 0; i < 6; i++)
            watch.See(Answer([192, 0, 2, 1]), Noon.AddHours(i), _ => 100);
        keys.ShouldBe(1);
        Reason(watch, Answer([192, 0, 2, 1]), new DateTimeOffset(2026, 3, 2, 23, 59, 0, TimeSpan.FromHours(0))).ShouldBe(QuarantineReason.SameNetworkDay);
        Reason(watch, Answer([192, 0, 2, 1]), new DateTimeOffset(2026, 3, 3, 0, 1, 0, TimeSpan.FromHours(0))).ShouldBeNull();
        keys.ShouldBe(2);
        // A day of Montréal's goes on when it is midnight in Greenwich.
        var montreal = Watch();
        for (var i = 0; i < 6; i++)
            montreal.See(Answer([192, 0, 2, 1]), new DateTimeOffset(2026, 3, 2, 12 + i, 0, 0, TimeSpan.FromHours(-5)), _ => 100);
        Reason(montreal, Answer([192, 0, 2, 1]), new DateTimeOffset(2026, 3, 2, 23, 59, 0, TimeSpan.FromHours(-5))).ShouldBe(QuarantineReason.SameNetworkDay);
        Reason(montreal, Answer([192, 0, 2, 1]), new DateTimeOffset(2026, 3, 3, 0, 1, 0, TimeSpan.FromHours(-5))).ShouldBeNull();
    }

    [Fact]
    public void For_an_hour_after_a_start_limits_are_halved()
    {
        var watch = new QuarantineWatch(new QuarantineLimits(), Key, Noon);
        Reason(watch, Answer([192, 0, 2, 1]), Noon).ShouldBeNull();
        Reason(watch, Answer([192, 0, 2, 1]), Noon.AddMinutes(5)).ShouldBe(QuarantineReason.SameNetworkBurst);
        Reason(watch, Answer([192, 0, 2, 1]), Noon.AddMinutes(30)).ShouldBe(QuarantineReason.SameNetworkDay);
        Reason(watch, Answer([192, 0, 2, 1]), Noon.AddMinutes(61)).ShouldBeNull();
    }

    [Theory]
    // Poisson tails by R: ppois(29, 1.8, lower = FALSE) = 7.2e-26, ppois(6, 2, lower = FALSE) = 0.0045, ppois(8, 2, lower = FALSE) = 0.00024.
    [InlineData(30, 600, 0.003, true), InlineData(7, 200, 0.01, false), InlineData(9, 200, 0.01, true), InlineData(300, 1000, 0.1, false), InlineData(301, 1000, 0.1, true), InlineData(0, 0, 0.5, false)]
    public void A_segment_far_above_the_frame_waits(int inSegment, int answers, double share, bool waits) =>
        QuarantineGroup.AboveFrame(inSegment, answers, share).ShouldBe(waits);

    [Fact]
    public void Nobody_is_judged_alone()
    {
        new QuarantineGroup(QuarantineReason.TooFast, "region:north", 4).CanBeJudged.ShouldBeFalse();
        new QuarantineGroup(QuarantineReason.TooFast, "region:north", 5).CanBeJudged.ShouldBeTrue();
    }

    private static IEqualityComparer<QuarantineVerdict> Same { get; } = EqualityComparer<QuarantineVerdict>.Create((a, b) => a!.Reason == b!.Reason && a.Segments.SequenceEqual(b.Segments), v => v.Segments.Count);

    private static QuarantineReason? Reason(QuarantineWatch watch, ArrivingAnswer answer, DateTimeOffset now) => watch.See(answer, now, _ => 100).Reason;

    private ArrivingAnswer Anywhere(byte network) => Answer([10, 0, network, 1]);

    private ArrivingAnswer Answer(byte[] address) => new() { Address = address, Time = TimeSpan.FromSeconds(600), MedianTime = TimeSpan.FromSeconds(600), Pattern = BitConverter.GetBytes(patterns++), Segments = ["region:north"] };

    private QuarantineWatch Watch() => new(new QuarantineLimits(), Key, Start);

    private byte[] Key() => [.. Enumerable.Repeat((byte)++keys, 32)];
}
