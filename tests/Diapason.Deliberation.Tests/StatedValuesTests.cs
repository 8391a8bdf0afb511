namespace Diapason.Deliberation.Tests;

/// <summary>Numbers that Polis itself has told for groups whose counts are known (conversations of its public test data).</summary>
public sealed class StatedValuesTests
{
    [Theory]
    [InlineData(14, 15, 0.8823529411764706, 3.5)]
    [InlineData(18, 21, 0.8260869565217391, 3.411211461689767)]
    [InlineData(27, 27, 0.9655172413793103, 5.291502622129181)]
    [InlineData(50, 53, 0.9272727272727272, 6.531972647421808)]
    [InlineData(1, 10, 0.1666666666666667, -2.1105794120443457)]
    public void A_share_and_its_test_are_those_of_Polis(int successes, int trials, double share, double test)
    {
        ProportionTests.Share(successes, trials).ShouldAgree(share);
        ProportionTests.AgainstHalf(successes, trials).ShouldAgree(test);
    }

    // By hand: 13 of 14 against 15 of 28 once a success and a trial are added to 12 of 13 and 14 of 27.
    [Fact]
    public void Two_shares_differ_by_the_pooled_test()
    {
        var pooled = 28.0 / 42;
        ProportionTests.Between((12, 13), (14, 27)).ShouldAgree(((13.0 / 14) - (15.0 / 28)) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / 14) + (1.0 / 28))));
        ProportionTests.Between((5, 5), (9, 9)).ShouldBe(0);
        ProportionTests.Between((3, 9), (3, 9)).ShouldBe(0);
    }
}
