using Diapason.Statistics;
using Diapason.Statistics.Publication;

namespace Diapason.Studies.Portraits;

/// <summary>What a share may be marked for.</summary>
internal enum MarkReason
{
    /// <summary>Its coefficient of variation is large, or could not be computed.</summary>
    Error,

    /// <summary>Few effective answers support it.</summary>
    FewAnswers,
}

/// <summary>How far a share may be trusted: the worst of what its error and its effective number of answers say, both worked out from what is printed.</summary>
/// <remarks>
/// The coefficient of variation says little of a large share of few answers: 78 % of eight effective answers has one of 19 %. Thirty effective answers are what the
/// National Center for Health Statistics asks of a proportion (Parker et al., 2017). No answer weighs more than three times the mean, so that none is felt alone.
/// </remarks>
internal static class JudgeShare
{
    public const int EnoughAnswers = 30;
    public const int FewestAnswers = 15;

    public static Reliability Of(PublishedShare share) => Criteria(share).Max(c => c.Says);

    /// <summary>The criteria that give a share its mark; none for a share without one.</summary>
    public static IReadOnlyList<MarkReason> Reasons(PublishedShare share)
    {
        var mark = Of(share);
        return mark == Reliability.Good ? [] : [.. Criteria(share).Where(c => c.Says == mark).Select(c => c.Why)];
    }

    /// <summary>ñ ÷ d̃: the answers of equal weight that would say as much.</summary>
    public static double Effective(PublishedShare share) => share.N.Value / share.DesignEffect;

    private static (MarkReason Why, Reliability Says)[] Criteria(PublishedShare share)
    {
        var effective = Effective(share);
        return
        [
            (MarkReason.Error, share.Reliability),
            (MarkReason.FewAnswers, effective < FewestAnswers ? Reliability.Unreliable : effective < EnoughAnswers ? Reliability.Caution : Reliability.Good),
        ];
    }
}
