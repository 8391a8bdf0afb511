using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;

namespace Diapason.Needs.Authoring;

/// <summary>What an entry may be made for, as boxes to tick: the codes are the reference's; roles and regions are named by the questionnaire that asks them.</summary>
internal sealed class AudienceChoices(ICampaigns campaigns, CurrentCouncil council)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Choice>>> OfAsync(NeedsReference reference, CancellationToken cancel)
    {
        var (framework, quick) = (reference.Framework, reference.Quick);
        var asked = await campaigns.LatestAsync(council.Id, cancel);
        return new Dictionary<string, IReadOnlyList<Choice>>
        {
            ["answers"] = [.. framework.Obstacles.Where(o => o.Means != ObstacleMeaning.Nothing).Select(o => new Choice(o.Code, o.Name.Here))],
            ["helps"] = Options(quick.Task),
            ["suits.status"] = [.. framework.Statuses.Select(s => new Choice(s.Code, s.Name.Here))],
            ["suits.links"] = Options(quick.Link),
            ["suits.tasks"] = Options(quick.Task),
            ["suits.goals"] = Options(quick.Goal),
            ["suits.roles"] = Named(framework.Roles.Select(r => r.Code), reference.Answers?.Role, asked),
            ["suits.regions"] = Named(reference.Answers?.Region.Codes.Values.Distinct() ?? [], reference.Answers?.Region, asked),
        };
    }

    private static IReadOnlyList<Choice> Options(QuickQuestion question) => [.. question.Options.Select(o => new Choice(o.Code, o.Name.Here))];

    private static IReadOnlyList<Choice> Named(IEnumerable<string> codes, CodedAnswer? read, CampaignFacts? asked)
    {
        var options = (read?.Variables ?? []).Select(code => asked?.Questionnaire.FindVariable(code)).SelectMany(variable => variable?.Options ?? []).ToList();
        return [.. codes.Select(code => new Choice(code, options.Find(o => read!.Codes.GetValueOrDefault(o.Code) == code)?.Label.Here ?? code))];
    }
}
