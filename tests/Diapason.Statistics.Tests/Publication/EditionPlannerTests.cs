using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>When rows open, are refreshed, and stay frozen.</summary>
public sealed class EditionPlannerTests
{
    private static readonly RowId North = new(0, 1);

    [Fact]
    public void A_row_opens_at_thirty_people_found_on_two_nights_a_week_apart()
    {
        var field = new Field(new PublicationRules(), 1, 1);
        field.Add(100, 0);
        field.Add(29, 1);
        field.Outcome(1, North).ShouldBe(RowOutcome.TooFew);
        field.Add(1, 1);
        field.Outcome(2, North).ShouldBe(RowOutcome.Waiting);
        field.Outcome(8, North).ShouldBe(RowOutcome.Waiting);
        field.Outcome(9, North).ShouldBe(RowOutcome.Opened);
        field.Outcome(10, North).ShouldBe(RowOutcome.TooFewNewcomers);
        field.States[North].Refreshes.Count.ShouldBe(1);
        field.States[North].Refreshes[0].Key.ShouldBe(field.People.Where(p => p.Segments[0] == 1).Aggregate(0UL, (sum, p) => unchecked(sum + p.Key)));
    }

    [Fact]
    public void A_row_is_refreshed_when_it_has_doubled_and_once_more_at_the_close()
    {
        var field = Opened();
        field.Add(29, 1);
        field.Outcome(20, North).ShouldBe(RowOutcome.TooFewNewcomers);
        field.Add(1, 1);
        field.Outcome(21, North).ShouldBe(RowOutcome.Refreshed);
        field.Add(10, 1);
        field.Outcome(40, North, closing: true).ShouldBe(RowOutcome.Refreshed);
        var other = Opened();
        other.Add(9, 1);
        other.Outcome(40, North, closing: true).ShouldBe(RowOutcome.TooFewNewcomers);
    }

    [Fact]
    public void A_row_waits_while_one_to_nine_of_its_people_came_after_everyone_was_last_shown()
    {
        var field = Opened();
        field.Add(29, 1);
        field.Add(101, 0);
        field.Outcome(20, RowId.Everyone).ShouldBe(RowOutcome.Refreshed);
        field.Add(1, 1);
        field.Outcome(21, North).ShouldBe(RowOutcome.NearlyEqual);
        field.Add(9, 1);
        field.Outcome(22, North).ShouldBe(RowOutcome.Refreshed);
    }

    [Fact]
    public void Asking_again_withdrawing_or_starting_again_refreshes_nothing()
    {
        var field = Opened();
        var stored = field.States[North];
        foreach (var person in field.People.Where(p => p.Segments[0] == 1).Take(8))
            person.There = false;
        for (var night = 20; night < 60; night++)
            field.Outcome(night, North).ShouldBe(RowOutcome.TooFewNewcomers);
        field.States[North].ShouldBe(stored);
    }

    [Fact]
    public void A_row_that_fell_below_twenty_stays_frozen_and_one_whose_newcomers_left_too()
    {
        var field = Opened();
        field.Add(30, 1);
        field.Outcome(20, North).ShouldBe(RowOutcome.Refreshed);
        field.Add(70, 1);
        var second = field.People.Where(p => p.Segments[0] == 1 && p.AdmittedIn == field.Edition - 1).ToList();
        foreach (var person in second.Skip(9))
            person.There = false;
        field.Outcome(30, North).ShouldBe(RowOutcome.FewSurvivors);
        second[9].There = true;
        field.Outcome(31, North).ShouldBe(RowOutcome.Refreshed);
        foreach (var person in field.People.Where(p => p.Segments[0] == 1).Skip(19))
            person.There = false;
        field.Outcome(32, North).ShouldBe(RowOutcome.Shrunk);
    }

    [Fact]
    public void With_invitations_only_invited_answers_open_and_refresh()
    {
        var field = new Field(new PublicationRules(), 1, 1);
        for (var i = 0; i < 29; i++)
            field.Add([1], invited: true);
        field.Add(500, 1);
        field.Add(50, 0);
        field.Outcome(1, North, invitations: true).ShouldBe(RowOutcome.TooFew);
        field.Add([1], invited: true);
        field.Outcome(2, North, invitations: true).ShouldBe(RowOutcome.Waiting);
        field.Outcome(9, North, invitations: true).ShouldBe(RowOutcome.Opened);
        field.Add(2000, 1);
        field.Outcome(10, North, invitations: true).ShouldBe(RowOutcome.TooFewNewcomers);
        for (var i = 0; i < 30; i++)
            field.Add([1], invited: true);
        field.Outcome(11, North, invitations: true).ShouldBe(RowOutcome.Refreshed);
    }

    [Fact]
    public void A_question_opens_on_its_own_base_and_keeps_its_figure_until_four_fifths_more_answered_it()
    {
        var field = new Field(new PublicationRules(), 1, 2);
        field.Add(60, 0);
        for (var i = 0; i < 40; i++)
            field.Add([1], [true, i < 29]);
        field.Night(0);
        field.Night(7).Rows.Single(r => r.Row == North).Questions.ShouldBe([0]);
        field.States[North].KeysOf(1).ShouldBeEmpty();
        for (var i = 0; i < 40; i++)
            field.Add([1], [i < 31, true]);
        var second = field.Night(20).Rows.Single(r => r.Row == North);
        second.Questions.ShouldBe([1]);
        (field.States[North].Questions[0].Editions.Count, field.States[North].Questions[1].Bases[^1]).ShouldBe((1, 69));
        field.Add([1], [true, true]);
        for (var i = 0; i < 79; i++)
            field.Add([1], [true, i < 54]);
        field.Night(30).Rows.Single(r => r.Row == North).Questions.ShouldBe([0]);
        field.States[North].KeysOf(0).Count.ShouldBe(2);
    }

    [Fact]
    public void Two_rows_that_nearly_the_same_people_hold_are_not_both_published()
    {
        var field = new Field(new PublicationRules(), 2, 1);
        field.Add(200, 0, 0);
        field.Add(40, 1, 1);
        field.Add(5, 1, 0);
        field.Night(0);
        var plan = field.Night(7);
        // Status 1 has 45 people; sub-sector 1 has 40 of them.
        plan.Rows.Single(r => r.Row == North).Outcome.ShouldBe(RowOutcome.Opened);
        plan.Rows.Single(r => r.Row == new RowId(1, 1)).Outcome.ShouldBe(RowOutcome.NearlyEqual);
        field.Add(5, 1, 0);
        field.Outcome(8, new RowId(1, 1)).ShouldBe(RowOutcome.NearlyEqual);
        // Ten apart from tonight's status 1 at last, yet still five from the one published: 45 people against these 40.
        field.Add(50, 0, 1);
        field.Outcome(9, new RowId(1, 1)).ShouldBe(RowOutcome.NearlyEqual);
        field.Add(40, 1, 1);
        field.Outcome(10, North).ShouldBe(RowOutcome.Refreshed);
        field.Outcome(11, new RowId(1, 1)).ShouldBe(RowOutcome.Opened);
    }

    [Fact]
    public void Rows_held_by_exactly_the_same_people_are_both_published()
    {
        var field = new Field(new PublicationRules(), 2, 1);
        field.Add(200, 0, 0);
        field.Add(40, 1, 1);
        field.Night(0);
        field.Night(7).Rows.ShouldAllBe(r => r.Outcome == RowOutcome.Opened);
    }

    [Fact]
    public void Small_rows_may_be_kept_for_the_close()
    {
        var field = new Field(new PublicationRules { SmallRowsAtTheClose = true }, 1, 1);
        field.Add(200, 0);
        field.Add(60, 1);
        field.Night(0);
        field.Outcome(7, North).ShouldBe(RowOutcome.HeldToClose);
        field.Outcome(60, North, closing: true).ShouldBe(RowOutcome.Opened);
    }

    [Fact]
    public void Any_two_published_sets_are_equal_or_ten_apart_whatever_happens()
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var random = new Random(seed);
            var field = new Field(new PublicationRules(), 2, 1, seed);
            var published = new List<HashSet<Person>>();
            for (var night = 0; night < 40; night++)
            {
                for (var i = random.Next(30); i > 0; i--)
                {
                    var segment = (byte)random.Next(4);
                    field.Add([segment, random.Next(25) == 0 ? (byte)random.Next(4) : segment]);
                }
                foreach (var row in field.Night(night).Rows.Where(r => r.Outcome is RowOutcome.Opened or RowOutcome.Refreshed))
                    published.Add([.. field.People.Where(p => p.There && (row.Row.Breakdown < 0 || p.Segments[row.Row.Breakdown] == row.Row.Segment))]);
            }
            published.Count.ShouldBeGreaterThan(8);
            foreach (var one in published)
            {
                foreach (var other in published)
                {
                    var apart = one.Count(p => !other.Contains(p)) + other.Count(p => !one.Contains(p));
                    (apart is 0 or >= 10).ShouldBeTrue($"{apart} between {one.Count} and {other.Count}, seed {seed}");
                }
            }
        }
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused()
    {
        Should.Throw<SurveyException>(() => new AdmittedAnswers([1, 1], [1], [], [])).Error.ShouldBe(SurveyError.LengthMismatch);
        Should.Throw<SurveyException>(() => new AdmittedAnswers([2, 1], [1, 2], [], [])).Error.ShouldBe(SurveyError.InvalidValue);
    }

    private static Field Opened()
    {
        var field = new Field(new PublicationRules(), 1, 1);
        field.Add(100, 0);
        field.Add(30, 1);
        field.Night(0);
        field.Night(7).Rows.Single(r => r.Row == North).Outcome.ShouldBe(RowOutcome.Opened);
        return field;
    }
}
