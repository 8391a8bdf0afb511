using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class RandomWalksTests
{
    private const string Small = """
        code: small
        version: "1"
        title: { fr: Essai, en: Sample }
        minutes: 1
        sections:
          - code: s
            title: { fr: S, en: S }
            pages:
              - { code: start, questions: [{ code: status, kind: single, title: { fr: A, en: A }, options: [{ code: a, fr: A, en: A }, { code: b, fr: B, en: B }] }] }
              - { code: hours, when: status = 'a', questions: [{ code: hours, kind: number, title: { fr: A, en: A }, min: 0, max: 3 }] }
              - { code: much, when: hours = 3, questions: [{ code: much, kind: long_text, title: { fr: A, en: A } }] }
              - { code: tools, when: status != 'a' or hours < 2, questions: [{ code: tools, kind: multiple, title: { fr: A, en: A }, options: [{ code: a, fr: A, en: A }, { code: b, fr: B, en: B }, { code: none, fr: C, en: C, exclusive: true }] }] }
              - { code: end, questions: [{ code: thanks, kind: note, title: { fr: Merci, en: Thanks }, body: { fr: A, en: A } }] }
        """;

    [Fact]
    public void Walk_every_way_that_trying_every_answer_finds()
    {
        var form = Samples.Read(Small);
        var (every, walk) = (new EveryWay(form), RandomWalks.Of(form));
        walk.Ways.ShouldBe(every.Ways.Count);
        walk.Ways.ShouldBe(5);
        walk.Reached.ShouldBe(every.Pages, ignoreOrder: true);
        walk.Asked.ShouldBe(every.Questions, ignoreOrder: true);
        (walk.FewestPages, walk.MostPages).ShouldBe((every.Ways.Min(Pages), every.Ways.Max(Pages)));
        walk.NeverReached.ShouldBeEmpty();
        walk.DeadEnds.ShouldBeEmpty();
        walk.Pages.Select(page => page.Page).ShouldBe(["start", "hours", "much", "tools", "end"]);
        walk.Pages.Select(page => page.Met == walk.Walks).ShouldBe([true, false, false, false, true]);
        walk.Pages.ShouldAllBe(page => page.MedianSeconds > 0 && page.Stops == 0);
    }

    [Fact]
    public void The_same_seed_walks_the_same_ways_and_time_follows_the_pages()
    {
        var form = Samples.Questionnaire;
        var (one, same) = (RandomWalks.Of(form, 100, 5), RandomWalks.Of(form, 100, 5));
        (same.MedianMinutes, same.MostMinutes, same.Ways).ShouldBe((one.MedianMinutes, one.MostMinutes, one.Ways));
        Enumerable.Range(1, 10).Select(seed => RandomWalks.Of(form, 1, seed).MostMinutes).Distinct().Count().ShouldBeGreaterThan(1);
        one.MostMinutes.ShouldBeGreaterThan(one.MedianMinutes);
        Should.Throw<ArgumentOutOfRangeException>(() => RandomWalks.Of(form, 0));
    }

    [Fact]
    public void Who_is_asked_to_write_for_a_minute_takes_longer_than_one_minute()
    {
        var form = Samples.Read(Samples.Asking("{ code: q, kind: long_text, title: { fr: A, en: A } }").Replace("version", "minutes: 1\nversion", StringComparison.Ordinal));
        var words = string.Join(' ', Enumerable.Repeat("mot", 200));
        Completeness.Of(form, RandomWalks.Of(form, 10)).ShouldBeEmpty();
        var longer = Samples.Read(Samples.Asking($"{{ code: q, kind: note, title: {{ fr: A, en: A }}, body: {{ fr: \"{words}.\", en: A }} }}").Replace("version", "minutes: 1\nversion", StringComparison.Ordinal));
        // 200 words of the note and one of its title at 200 a minute, and three seconds for the page.
        Completeness.Of(longer, RandomWalks.Of(longer, 10)).ShouldContain(finding => finding.ToString() == "Questionnaire one: Warns longer_than_said minutes=1 median=1.1 longest=1.1");
    }

    [Fact]
    public void A_seed_reaches_what_only_a_number_or_a_word_opens()
    {
        var form = Samples.Read(Small.Replace("max: 3", "max: 100000", StringComparison.Ordinal).Replace("hours = 3", "hours = 77777", StringComparison.Ordinal));
        RandomWalks.Of(form).NeverReached.ShouldBeEmpty();
    }

    private static int Pages(string way) => way.Trim().Split(' ').Length;
}
