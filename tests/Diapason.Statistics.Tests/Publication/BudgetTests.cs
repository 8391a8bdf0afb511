using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>What all editions together may teach, counted by code.</summary>
public sealed class BudgetTests
{
    private static readonly NoiseRule Forgetful = new() { Memory = 0, Dither = false };
    private static readonly int[] Doublings = [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 30_720, 61_440, 122_880];

    [Fact]
    public void Information_without_memory_is_the_sum_of_single_looks()
    {
        PublicationBudget.InformationOf([99], Forgetful).ShouldBe(0.25, 1e-12);
        PublicationBudget.InformationOf([100], Forgetful).ShouldBe(0.625, 1e-12);
        PublicationBudget.InformationOf(Doublings, Forgetful).ShouldBe(Doublings.Sum(n => 1 / Forgetful.Variance(n)), 1e-12);
        // The method's note: every doubling from 30, for ever, is 1.53 (twice one at 100 would be the limit of its tail).
        PublicationBudget.InformationOf(Doublings, Forgetful).ShouldBe(1.54, 0.011);
    }

    [Fact]
    public void Memory_would_halve_what_all_doublings_together_teach()
    {
        var with = PublicationBudget.InformationOf(Doublings, new NoiseRule { Memory = 0.45 });
        with.ShouldBeLessThan(0.55 * PublicationBudget.InformationOf(Doublings, Forgetful));
        // More or less memory would protect less.
        foreach (var memory in new[] { 0.2, 0.8 })
            PublicationBudget.InformationOf(Doublings, new NoiseRule { Memory = memory }).ShouldBeGreaterThan(with);
    }

    [Fact]
    public void Beyond_the_budget_a_refresh_is_refused()
    {
        var budget = new PublicationBudget();
        budget.Allows(Doublings, Forgetful, closing: false).ShouldBeTrue();
        budget.Allows([.. Enumerable.Repeat(100, 3)], Forgetful, closing: false).ShouldBeFalse();
        budget.Allows([.. Enumerable.Repeat(100, 3)], Forgetful, closing: true).ShouldBeTrue();
        budget.Allows([.. Enumerable.Repeat(100, 4)], Forgetful, closing: true).ShouldBeFalse();
        budget.Allows([.. Enumerable.Repeat(1_000_000, 15)], Forgetful, closing: true).ShouldBeFalse();
    }

    [Fact]
    public void A_row_whose_refreshes_are_spent_stays_frozen()
    {
        var field = new Field(new PublicationRules { Budget = new PublicationBudget { Refreshes = 2 } }, 1, 1);
        field.Add(30, 1);
        field.Night(0);
        field.Outcome(7, new RowId(0, 1)).ShouldBe(RowOutcome.Opened);
        field.Add(30, 1);
        field.Outcome(8, new RowId(0, 1)).ShouldBe(RowOutcome.Refreshed);
        field.Add(60, 1);
        field.Outcome(9, new RowId(0, 1)).ShouldBe(RowOutcome.BudgetSpent);
    }

    [Fact]
    public void Variables_and_figures_beyond_the_budget_are_named()
    {
        var budget = new PublicationBudget();
        budget.Excesses(["status:a,b", "status:a,b", "region:n,s"], [["tools"], ["tools", "needs"]]).ShouldBeEmpty();
        budget.Excesses(["1", "2", "3", "4", "5", "6", "6:other categories"], [["a", "b"], ["a"], ["a", "b"]])
            .ShouldBe([new BudgetExcess("breakdowns", "", 7, 6), new BudgetExcess("figures", "a", 3, 2)]);
    }
}
