using Diapason.Statistics;

namespace Diapason.Studies.Portraits;

/// <summary>What a share may be marked for.</summary>
internal enum MarkReason
{
    /// <summary>Its coefficient of variation is large, or could not be computed.</summary>
    Error,

    /// <summary>Few effective answers support it.</summary>
    FewAnswers,

    /// <summary>One answer carries much of the weight.</summary>
    HeavyAnswer,
}

/// <summary>How far a share may be trusted: the worst of what its error, its effective number of answers and its heaviest answer say.</summary>
/// <remarks>
/// The coefficient of variation says little of a large share of few answers: 78 % of eight effective answers has one of 19 %, and calibration makes it look smaller.
/// Thirty effective answers are what the National Center for Health Statistics asks of a proportion (Parker et al., 2017).
/// </remarks>
internal static class JudgeShare
{
    public const int EnoughAnswers = 30;
    public const int FewestAnswers = 15;

    /// <summary>An answer that carries this much of the whole is felt in the figure; twice as much decides it.</summary>
    public const double Heavy = 0.05;

    // An error of nought says that nothing was measured: one unit, or calibration that left no freedom.
    private const double NoError = 1e-9;

    public static Reliability Of(Estimate estimate, double effective, double heaviest) => Criteria(estimate, effective, heaviest).Max(c => c.Says);

    /// <summary>The criteria that give a share its mark; none for a share without one.</summary>
    public static IReadOnlyList<MarkReason> Reasons(Estimate estimate, double effective, double heaviest)
    {
        var mark = Of(estimate, effective, heaviest);
        return mark == Reliability.Good ? [] : [.. Criteria(estimate, effective, heaviest).Where(c => c.Says == mark).Select(c => c.Why)];
    }

    private static (MarkReason Why, Reliability Says)[] Criteria(Estimate estimate, double effective, double heaviest)
    {
        var unmeasured = estimate.Interval is null || estimate.StandardError < NoError || estimate.N < 2;
        return
        [
            (MarkReason.Error, unmeasured ? Reliability.Unreliable : estimate.Reliability),
            (MarkReason.FewAnswers, effective < FewestAnswers ? Reliability.Unreliable : effective < EnoughAnswers ? Reliability.Caution : Reliability.Good),
            (MarkReason.HeavyAnswer, heaviest > 2 * Heavy ? Reliability.Unreliable : heaviest > Heavy ? Reliability.Caution : Reliability.Good),
        ];
    }
}
