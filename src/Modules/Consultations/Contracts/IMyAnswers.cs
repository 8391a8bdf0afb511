using Diapason.Forms;

namespace Diapason.Consultations.Contracts;

/// <summary>The answers of the visitor of the current request, found by the cookie that holds their resume code.</summary>
public interface IMyAnswers
{
    /// <summary>Null when the visitor has none in this campaign, or is not in a request.</summary>
    ValueTask<MyAnswers?> FindAsync(CampaignId campaign, CancellationToken cancel);
}

/// <summary>A visitor's own answers, a draft until they are sent.</summary>
public sealed record MyAnswers(AnswerSet Answers, bool IsSent);
