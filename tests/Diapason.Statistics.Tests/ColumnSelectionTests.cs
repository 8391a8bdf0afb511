namespace Diapason.Statistics.Tests;

public sealed class ColumnSelectionTests
{
    private static readonly CategoricalColumn Region = CategoricalColumn.FromTexts("region", ["n", "s", "n", null, "s"]);
    private static readonly CategoricalColumn Age = CategoricalColumn.FromTexts("age", ["2", "10", null, "2", "2"], null);

    [Fact]
    public void Two_variables_cross_into_one()
    {
        var crossed = Region.Cross(Age);
        (crossed.Name, crossed.Categories.Count).ShouldBe(("region × age", 4));
        crossed.Categories.ShouldBe(["n × 2", "n × 10", "s × 2", "s × 10"]);
        crossed.ToIndexes().ShouldBe([0, 3, -1, -1, 2]);
        Domain.Of(Region, "s", Age, "2").Mask.ToArray().ShouldBe(Domain.Of(crossed, "s × 2").Mask.ToArray());
        Should.Throw<SurveyException>(() => Region.Cross(CategoricalColumn.FromTexts("short", ["a"]))).Variable.ShouldBe("short");
    }

    [Fact]
    public void Crossing_many_categories_takes_two_bytes()
    {
        CategoricalColumn Many(string name, int k) => new(name, [.. Enumerable.Range(0, k).Select(c => $"{c}")], new byte[] { 0, (byte)(k - 1), CategoricalColumn.MissingCode(MissingKind.DontKnow) });
        var crossed = Many("a", 30).Cross(Many("b", 20));
        crossed.IsWide.ShouldBeTrue();
        (crossed[0], crossed[1], crossed.MissingAt(2)).ShouldBe((0, 599, MissingKind.DontKnow));
        Should.Throw<SurveyException>(() => Many("a", 240).Cross(Many("b", 240).Cross(Many("c", 3)))).Error.ShouldBe(SurveyError.InvalidValue);
    }

    [Fact]
    public void A_column_is_restricted_to_a_domain_or_cut_down_to_it()
    {
        var north = Domain.Of(Region, "n");
        var (within, kept) = (Age.Within(north), Age.Keep(north));
        within.ToIndexes().ShouldBe([0, -1, -1, -1, -1]);
        (within.MissingAt(1), within.MissingAt(2)).ShouldBe((MissingKind.NotAsked, MissingKind.NotStated));
        kept.ToIndexes().ShouldBe([0, -1]);
        var amount = new NumericColumn("x", new double[] { 1, 2, 3, 4, 5 });
        amount.Keep(north).Values.ToArray().ShouldBe([1, 3]);
        (amount.Within(north)[0], amount.Within(north)[1], amount.Within(north).MissingAt(1)).ShouldBe((1.0, null, MissingKind.NotAsked));
        var data = new SurveyData(5).Add(Region).Add(amount).Keep(north);
        (data.Rows, data.Categorical("region")[1], data.Numeric("x")[1]).ShouldBe((2, 0, 3.0));
        Should.Throw<SurveyException>(() => Age.Keep(Domain.Where("short", [true]))).Variable.ShouldBe("short");
    }

    [Fact]
    public void Categories_become_numbers_by_their_name_or_by_scores()
    {
        Age.ToNumbers().Values.ToArray()[..2].ShouldBe([2, 10]);
        Age.ToNumbers().MissingAt(2).ShouldBe(MissingKind.NotStated);
        Region.ToNumbers(new Dictionary<string, double> { ["n"] = 1, ["s"] = -1 }).Values.ToArray()[..3].ShouldBe([1, -1, 1]);
        var refusal = Should.Throw<SurveyException>(() => Region.ToNumbers());
        (refusal.Error, refusal.Variable, refusal.Category).ShouldBe((SurveyError.InvalidValue, "region", "n"));
        Should.Throw<SurveyException>(() => Region.ToNumbers(new Dictionary<string, double> { ["n"] = 1 })).Category.ShouldBe("s");
    }
}
