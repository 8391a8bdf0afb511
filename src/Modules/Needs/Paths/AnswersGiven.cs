using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;

namespace Diapason.Needs.Paths;

/// <summary>What the visitor has just answered, on this device, to the council's consultation — sent or still a draft.</summary>
internal sealed class AnswersGiven(ICampaigns campaigns, IMyAnswers mine, CurrentCouncil council)
{
    /// <summary>Null when the visitor has no answers here.</summary>
    public async Task<Profile?> FindAsync(NeedsReference reference, CancellationToken cancel)
    {
        if (await campaigns.LatestAsync(council.Id, cancel) is not { } campaign) return null;
        if (await mine.FindAsync(campaign.Id, cancel) is not { } given) return null;
        return Read(reference, given.Answers);
    }

    public static Profile Read(NeedsReference reference, AnswerSet answers) =>
        new ReadAnswers(reference).From(variable => answers[variable] is { Kind: AnswerKind.Text } answer ? answer.Text : null, variable => answers[variable].Codes);
}
