using Diapason.Forms;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Contracts;

/// <summary>What a module built on this one offers to someone who has just sent their answers. An installation may have none.</summary>
public interface IFollowUp
{
    /// <summary>Null when it has nothing to offer to the council of the request.</summary>
    ValueTask<FollowUp?> AfterAsync(CampaignId campaign, AnswerSet answers, CancellationToken cancel);

    /// <summary>Makes the visitor's device forget what was drawn from answers that they have just taken back.</summary>
    void Forget();
}

/// <param name="Link">Where it begins.</param>
/// <param name="MinutesMore">How long the questions take that it still asks; null when the answers suffice.</param>
public sealed record FollowUp(PageLink Link, int? MinutesMore);
