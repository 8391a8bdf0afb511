using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;

namespace Diapason.Needs.Paths;

/// <summary>Tells whoever has just answered whether their steps are ready, by the rule of the page that draws them.</summary>
internal sealed class StepsAfterAnswers(ICampaigns campaigns, CurrentCouncil council, ReferenceLibrary library, CurrentPath path) : IFollowUp
{
    public async ValueTask<FollowUp?> AfterAsync(CampaignId campaign, AnswerSet answers, CancellationToken cancel)
    {
        if (council.OrNull is not { } here || await library.FindAsync(here.Id, cancel) is not { } reference) return null;
        // The page reads the answers of the latest campaign only.
        var isRead = (await campaigns.LatestAsync(here.Id, cancel))?.Id == campaign;
        return isRead && AnswersGiven.Read(reference, answers).SaysWhereItStands
            ? new FollowUp(NeedsLinks.Start, MinutesMore: null)
            : new FollowUp(NeedsLinks.Quick, reference.Quick.Minutes);
    }

    /// <summary>A copy kept under a code has its own page to be erased, and its own code.</summary>
    public void Forget()
    {
        if (council.OrNull is not null && path.Read() is { FromAnswers: true }) path.Forget();
    }
}
