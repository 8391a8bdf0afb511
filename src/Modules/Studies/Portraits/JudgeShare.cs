using Diapason.Statistics;

namespace Diapason.Studies.Portraits;

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

    public static Reliability Of(Estimate estimate, double effective, double heaviest)
    {
        if (estimate.Interval is null || estimate.StandardError < NoError || estimate.N < 2 || effective < FewestAnswers || heaviest > 2 * Heavy) return Reliability.Unreliable;
        var byError = estimate.Reliability;
        return byError == Reliability.Good && (effective < EnoughAnswers || heaviest > Heavy) ? Reliability.Caution : byError;
    }
}
