using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Machine;

namespace Diapason.Consultations.Apart;

/// <summary>Tells the operator how many answers wait for somebody, in all councils together.</summary>
internal sealed class AnswersToJudge(CouncilDirectory councils, ICampaigns campaigns, ISubmittedAnswers answers) : IMachineCount
{
    public string? TextKey => "machine_count.apart";

    public string Measure => "apart";

    public async ValueTask<int> CountAsync(CancellationToken cancel)
    {
        var waiting = 0;
        foreach (var council in await councils.AllAsync(cancel))
            foreach (var campaign in (await campaigns.AllAsync(council.Id, cancel)).Where(c => c.DestroyedAt is null)) waiting += (await answers.ApartAsync(campaign.Id, cancel)).Waiting;
        return waiting;
    }
}
