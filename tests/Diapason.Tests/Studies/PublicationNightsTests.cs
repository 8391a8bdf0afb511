using Diapason.Consultations.Contracts;
using Diapason.Statistics.Publication;
using Diapason.Studies.Columns;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>The nights of a campaign, one after the other, on the kit's answers: the rule as people meet it.</summary>
public sealed class PublicationNightsTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);
    private static readonly ColumnStore All = KitStudy.Store(KitStudy.Answers().Take(200));

    [Fact]
    public void A_row_opens_at_thirty_on_two_nights_a_week_apart_and_not_before()
    {
        var nights = Nights(People(29, 29));
        for (var night = 0; night < 20; night++) nights.Decide(Night());
        nights.Made.ShouldBeEmpty("twenty-nine are too few, however long they wait");

        nights = Nights(People(31, 31));
        for (var night = 0; night < 7; night++)
        {
            nights.Decide(Night());
            nights.Decide(Night() with { Passed = 0 });
            nights.Made.ShouldBeEmpty($"found {night} days ago, asked for or not");
        }

        nights.Decide(Night());
        var edition = nights.Made.ShouldHaveSingleItem();
        edition.Figures.Count(f => f.Overall is not null).ShouldBeGreaterThan(0);
        edition.Figures.Select(f => f.Overall).OfType<Share>().ShouldAllBe(s => s.N.Least == 30 && s.N.Most == 49);
    }

    [Fact]
    public void Asking_between_two_nights_starts_no_week()
    {
        var nights = Nights(People(31, 31));
        nights.Decide(Night() with { Passed = 0 });
        for (var night = 0; night < 7; night++) nights.Decide(Night());
        nights.Made.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_refreshed_until_it_has_doubled_and_unchanged_rows_keep_edition_and_day()
    {
        var nights = Nights(People(40, 40));
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        var first = nights.Latest!;
        foreach (var more in new[] { 45, 60, 79 })
        {
            var later = Continue(nights, People(more, 40));
            later.Decide(Night(day: 10));
            later.Made.ShouldBeEmpty($"{more} are not twice forty");
        }

        var doubled = Continue(nights, People(81, 40));
        doubled.Decide(Night(day: 20));
        var second = doubled.Made.ShouldHaveSingleItem();
        (second.Edition, second.Figures[0].Overall!.Edition).ShouldBe((2, 2));
        second.Figures.SelectMany(f => f.By.Values).SelectMany(s => s).Select(s => s.Share).OfType<Share>().Where(s => s.Edition == 1).ShouldAllBe(s => s.Day == first.Day);
    }

    [Fact]
    public void One_row_due_of_several_takes_the_design_effect_of_all_that_are_shown()
    {
        var every = KitStudy.Store(KitStudy.Answers());
        var seen = (Tables: 0, MoreThanTheirOwn: 0);
        foreach (var by in KitStudy.Definition.Breakdowns)
        {
            var segments = FigureColumn.Segments(every.Column(by.Variable));
            foreach (var due in Enumerable.Range(0, 500).GroupBy(i => segments[i]).Where(g => g.Key < every.Variable(by.Variable).Options.Count && g.Count() >= 40).Select(g => g.Key))
            {
                // Then only people of this segment, until it has doubled.
                int[] rows = [.. Enumerable.Range(0, every.Rows).Where(i => i < 500 || segments[i] == due)];
                var (tables, more) = Effects(every, by, rows);
                seen = (seen.Tables + tables, seen.MoreThanTheirOwn + more);
            }
        }

        seen.Tables.ShouldBeGreaterThan(20);
        seen.MoreThanTheirOwn.ShouldBeGreaterThan(0, "in some tables it is not that of the rows due");
    }

    /// <summary>Tables in which some rows are due and others stay, and those whose effect is more than that of the rows due.</summary>
    private static (int Tables, int MoreThanTheirOwn) Effects(ColumnStore every, Breakdown by, int[] rows)
    {
        AnsweredPeople Of(int[] chosen) => new(every.Take(chosen), [.. chosen.Select(_ => Day)], [.. chosen.Select(i => new AnswerStanding(unchecked((ulong)(i + 1) * 0x9E3779B97F4A7C15), i < 500 ? 1 : 2, false, null, false))]);
        var nights = Nights(Of([.. Enumerable.Range(0, 500)]));
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        var people = Of(rows);
        var later = Continue(nights, people);
        later.Decide(Night(day: 20));
        if (later.Made.Count == 0) return (0, 0);
        var admitted = people.AdmittedUntil(2);
        var weights = WeightSummary.Trimmed(WeighToFrame.Run(KitStudy.Frame, admitted.Columns).Design.Weights);
        var (columns, tables, more) = (admitted.Figures(KitStudy.Definition), 0, 0);
        foreach (var (f, figure) in later.Latest!.Figures.Index().Where(f => f.Item.By.ContainsKey(by.Variable)))
        {
            var shown = figure.By[by.Variable].Select((segment, s) => (segment.Share, Place: s)).Where(s => s.Share is not null).ToList();
            var due = shown.Where(s => s.Share!.Edition == 2).ToList();
            if (due.Count == 0 || due.Count == shown.Count) continue;
            var exact = RowShares.Of(columns[f], weights, admitted.Segments(by), figure.By[by.Variable].Count);
            var effect = WeightSummary.PublishedDesignEffect(shown.Select(s => exact[s.Place]!.Weights));
            due.ShouldAllBe(s => s.Share!.Figure.DesignEffect == effect);
            (tables, more) = (tables + 1, more + (effect > WeightSummary.PublishedDesignEffect(due.Select(s => exact[s.Place]!.Weights)) ? 1 : 0));
        }

        return (tables, more);
    }

    [Fact]
    public void Withdrawals_refresh_nothing()
    {
        var nights = Nights(People(60, 60));
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        var before = PortraitJson.Write(nights.Latest!);
        var people = People(60, 60);
        int[] left = [.. Enumerable.Range(0, 60).Where(i => i % 5 != 0)];
        var later = Continue(nights, new AnsweredPeople(people.All.Take(left), [.. left.Select(i => people.Days[i])], [.. left.Select(i => people.Standings[i])]));
        for (var night = 0; night < 5; night++) later.Decide(Night(day: 10 + night));
        later.Made.ShouldBeEmpty();
        PortraitJson.Write(later.Latest!).ShouldBe(before);
    }

    [Fact]
    public void The_closing_edition_takes_ten_newcomers_a_week_after_the_close()
    {
        var nights = Nights(People(40, 40));
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        var closing = Continue(nights, People(55, 40));
        for (var night = 1; night <= 7; night++)
        {
            closing.Decide(Night(day: 10 + night) with { IsOver = true });
            (closing.IsClosed, closing.Made.Count).ShouldBe((false, 0));
        }

        closing.Decide(Night(day: 18) with { IsOver = true });
        closing.IsClosed.ShouldBeTrue();
        closing.Made.ShouldHaveSingleItem().Figures[0].Overall!.Edition.ShouldBe(2);
    }

    [Fact]
    public void Small_rows_wait_for_the_close_where_the_council_says_so()
    {
        var people = People(150, 150);
        people.StartAgain();
        var nights = KitStudy.Nights(people, KitStudy.Study() with { SmallRowsAtTheClose = true });
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        nights.Made.Count.ShouldBe(1);
        nights.Rows.SelectMany(r => r.Refreshes).ShouldAllBe(r => r.Counted >= 100);
        for (var night = 1; night <= PublicationNights.ClosedEnough; night++) nights.Decide(Night(day: 10 + night) with { IsOver = true });
        nights.Rows.SelectMany(r => r.Refreshes).Count(r => r.Counted < 100).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_campaign_opened_again_starts_its_week_again()
    {
        var nights = Nights(People(40, 40));
        for (var night = 0; night < 7; night++) nights.Decide(Night() with { IsOver = true });
        nights.Decide(Night());
        nights.Decide(Night() with { IsOver = true });
        nights.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void Beyond_the_budget_nothing_is_published()
    {
        RowMemory Old(int i) => new($"variable{i}=a,b", "a", 1, [new(1, 40, 7)], []);
        var nights = Nights(People(40, 40));
        nights.Rows = [.. Enumerable.Range(1, 4).Select(Old)];
        for (var night = 0; night < 12; night++) nights.Decide(Night() with { IsOver = true });
        nights.Excess.ShouldHaveSingleItem().ShouldBe(new BudgetExcess("breakdowns", "", 7, 6));
        (nights.Made.Count, nights.IsClosed, nights.Number).ShouldBe((0, false, 0), "it waits to be mended, and its secret with it");
        nights.Decide(Night() with { IsOver = true }, closing: true);
        nights.IsClosed.ShouldBeTrue("the answers go, and the secret with them");

        nights = Nights(People(40, 40));
        nights.Rows = [.. Enumerable.Range(1, 3).Select(Old)];
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        (nights.Excess.Count, nights.Made.Count).ShouldBe((0, 1));
        var spent = nights.Spent.ShouldHaveSingleItem();
        spent.Breakdowns.ShouldBe(3 + nights.Rows.Where(r => r.Refreshes.Count > 0 && !r.Breakdown.StartsWith("variable", StringComparison.Ordinal) && r.Breakdown.Length > 0).Select(r => r.Breakdown).Distinct().Count());
        var everyone = spent.Rows.Single(r => r.Breakdown.Length == 0);
        // One look under a hundred people: 1 / 4.
        (everyone.Refreshes, everyone.Information).ShouldBe((1, 0.25));
        nights.Rows.Count(r => r.Breakdown.StartsWith("variable", StringComparison.Ordinal)).ShouldBe(3, "another portrait's rows are remembered: what they spent is spent");
    }

    [Fact]
    public void Who_waits_in_quarantine_or_said_nothing_counts_in_no_row()
    {
        var people = People(60, 60);
        var standings = people.Standings.Select((s, i) => i < 31 ? s : i % 2 == 0 ? s with { Quarantine = "burst" } : s with { IsBlank = true });
        var nights = Nights(new AnsweredPeople(people.All, people.Days, [.. standings]) { PlaysAgain = true });
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        nights.Rows.Single(r => r.Breakdown.Length == 0).Refreshes.ShouldHaveSingleItem().Counted.ShouldBe(31);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public void Once_people_are_invited_they_alone_open_a_row(int invited, bool opens)
    {
        var people = People(150, 150);
        var nights = Nights(people with { Standings = [.. people.Standings.Select((s, i) => s with { Invited = i < invited })] });
        nights.Decide(Night());
        nights.Decide(Night(passed: 7));
        (nights.Made.Count == 1).ShouldBe(opens, "a hundred and twenty answers of the open link open nothing by themselves");
        if (opens) nights.Rows.Single(r => r.Breakdown.Length == 0).Refreshes.ShouldHaveSingleItem().Counted.ShouldBe(invited);
    }

    private static NightToDecide Night(int day = 0, int passed = 1) => new(Day.AddDays(day), null, passed, false);

    /// <summary>The first of the kit's answers; those admitted in the first edition, and newcomers.</summary>
    private static AnsweredPeople People(int count, int inFirst)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        var standings = rows.Select(i => new AnswerStanding(unchecked((ulong)(i + 1) * 0x9E3779B97F4A7C15), i < inFirst ? 1 : 2, false, null, false));
        return new AnsweredPeople(All.Take(rows), [.. rows.Select(_ => Day)], [.. standings]);
    }

    private static PublicationNights Nights(AnsweredPeople people)
    {
        people.StartAgain();
        return KitStudy.Nights(people, KitStudy.Study());
    }

    /// <summary>Another machine, another night: only what is stored is known.</summary>
    private static PublicationNights Continue(PublicationNights before, AnsweredPeople people)
    {
        var next = KitStudy.Nights(people, KitStudy.Study());
        (next.Rows, next.Number, next.Nights, next.Latest) = (before.Rows, before.Number, before.Nights, PortraitJson.Read(PortraitJson.Write(before.Latest!)));
        return next;
    }
}
