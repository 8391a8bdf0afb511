using System.Text.Json.Nodes;
using Diapason.Consultations.Contracts;
using Diapason.Statistics.Publication;
using Diapason.Studies.Columns;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Shouldly;
using Xunit;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Tests.Studies;

/// <summary>How those who answered stand beside the frame, as anyone may read it: nothing follows the pace of answers, and nothing is exact.</summary>
public sealed class MarginsTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);
    private static readonly ColumnStore All = KitStudy.Store(KitStudy.Answers());

    [Fact]
    public void Whoever_brings_a_category_to_the_brink_learns_little_of_who_comes()
    {
        // 99 self-employed of 199, known one by one; one more person comes. Counted, 50 % or 49.5 % told what they are each time.
        var (self, others) = (Rows("self_employed"), Rows("employee"));
        var random = new Random(20261130);
        const int Times = 400;
        var right = 0;
        for (var time = 0; time < Times; time++)
        {
            var isSelf = random.Next(2) == 0;
            int[] people = [.. self.Take(99), .. others.Take(100), isSelf ? self[99] : others[100]];
            var margins = Look([.. people.Select(_ => 1)], people, [.. people.Select(_ => (ulong)random.NextInt64())]);
            var shown = margins.Single(m => m.Margin == "status").Categories.Single(c => c.Category == "self").Figure;
            if (shown.Share >= 0.5 == isSelf) right++;
        }

        // What variance 1.6 × 2 leaves: 61 in a hundred.
        right.ShouldBeInRange(Times / 2, Times * 7 / 10);
    }

    [Fact]
    public void A_margin_waits_for_everyone_to_double_whatever_edition_appears_meanwhile()
    {
        var nights = Nights(100, 100, null);
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        var first = nights.Latest!.Margins;
        first.Count.ShouldBe(4);
        first.ShouldAllBe(m => m.Edition == 1 && m.Categories.All(c => c.Figure.N.Value >= 50));
        var more = Nights(190, 100, nights);
        more.Decide(Night(day: 20));
        Said(more.Latest!).ShouldBe(Said(nights.Latest!), "ninety more came");
        var doubled = Nights(230, 100, nights);
        doubled.Decide(Night(day: 30));
        doubled.Latest!.Margins.ShouldAllBe(m => m.Edition == 2 && m.Day == Day.AddDays(30));
    }

    [Fact]
    public void An_edition_older_than_this_is_read_as_it_was_and_the_next_one_opens_the_margins()
    {
        var nights = Nights(100, 100, null);
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        var stored = JsonNode.Parse(PortraitJson.Write(nights.Latest!))!.AsObject();
        stored.Remove("margins").ShouldBeTrue();
        var old = PortraitJson.Read(stored.ToJsonString());
        old.Margins.ShouldBeEmpty();
        old.Figures.Count.ShouldBe(nights.Latest!.Figures.Count);
        var later = Nights(230, 100, nights);
        later.Latest = old;
        later.Decide(Night(day: 30));
        later.Latest!.Margins.Count.ShouldBe(4);
    }

    private static int[] Rows(string status) => [.. KitStudy.Answers().Index().Where(a => a.Item["status"].Text == status).Select(a => a.Index)];

    private static IReadOnlyList<MarginShares> Look(int[] admitted, int[] rows, ulong[] keys)
    {
        using var noise = new NoiseSource(new byte[32]);
        return new LookAtMargins(KitStudy.Study(), noise, new AdmittedPeople(All.Take(rows), admitted, keys)).Run(new EditionPlan(1, []), null, Day);
    }

    private static string Said(Portrait portrait) => string.Join(' ', portrait.Margins.SelectMany(m => m.Categories.Select(c => $"{m.Margin} {m.Edition} {m.Day:O} {c.Category} {c.Figure}")));

    private static NightToDecide Night(int day = 0, int passed = 1) => new(Day.AddDays(day), null, passed, false);

    private static PublicationNights Nights(int count, int inFirst, PublicationNights? before)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        var standings = rows.Select(i => new AnswerStanding(unchecked((ulong)(i + 1) * 0x9E3779B97F4A7C15), i < inFirst ? 1 : 2, false, null, false));
        var people = new AnsweredPeople(All.Take(rows), [.. rows.Select(_ => Day)], [.. standings]);
        var nights = KitStudy.Nights(people, KitStudy.Study());
        if (before is null) people.StartAgain();
        else (nights.Rows, nights.Number, nights.Nights, nights.Latest) = (before.Rows, before.Number, before.Nights, before.Latest);
        return nights;
    }
}
