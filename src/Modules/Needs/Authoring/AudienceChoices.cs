using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Text;

namespace Diapason.Needs.Authoring;

/// <summary>What an entry may be made for, as boxes to tick: the codes are the reference's; roles and regions are named by the questionnaire that asks them.</summary>
internal sealed class AudienceChoices(ICampaigns campaigns, CurrentCouncil council, Texts<NeedsModule> texts)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Choice>>> OfAsync(NeedsReference reference, CancellationToken cancel) =>
        (await NamedAsync(reference, cancel)).ToDictionary(list => list.Key, list => (IReadOnlyList<Choice>)[.. list.Value.Select(named => new Choice(named.Code, named.Name.Here))]);

    /// <summary>The same in every language.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<NamedCode>>> NamedAsync(NeedsReference reference, CancellationToken cancel)
    {
        var (framework, quick) = (reference.Framework, reference.Quick);
        var asked = await campaigns.LatestAsync(council.Id, cancel);
        return new Dictionary<string, IReadOnlyList<NamedCode>>
        {
            ["answers"] = [.. framework.Obstacles.Where(o => o.Means != ObstacleMeaning.Nothing).Select(o => new NamedCode(o.Code, o.Name))],
            ["helps"] = Options(quick.Task),
            ["suits.status"] = [.. framework.Statuses.Select(s => new NamedCode(s.Code, s.Name))],
            ["suits.links"] = Options(quick.Link),
            ["suits.tasks"] = Options(quick.Task),
            ["suits.goals"] = Options(quick.Goal),
            ["suits.roles"] = Named(framework.Roles.Select(r => r.Code), reference.Answers?.Role, asked),
            ["suits.disciplines"] = Named(reference.Answers?.Discipline.Codes.Values.Distinct() ?? [], reference.Answers?.Discipline, asked),
            ["access"] = [.. Enum.GetValues<Access>().Select(access => new NamedCode(SnakeCase.Of(access), texts.InAll("access." + SnakeCase.Of(access))))],
            ["suits.regions"] = Named(reference.Answers?.Region.Codes.Values.Distinct() ?? [], reference.Answers?.Region, asked),
        };
    }

    private static IReadOnlyList<NamedCode> Options(QuickQuestion question) => [.. question.Options.Select(o => new NamedCode(o.Code, o.Name))];

    private static IReadOnlyList<NamedCode> Named(IEnumerable<string> codes, CodedAnswer? read, CampaignFacts? asked)
    {
        var options = (read?.Variables ?? []).Select(code => asked?.Questionnaire.FindVariable(code)).SelectMany(variable => variable?.Options ?? []).ToList();
        return [.. codes.Select(code => new NamedCode(code, options.Find(o => read!.Codes.GetValueOrDefault(o.Code) == code)?.Label ?? LocalizedText.Of((Languages.French, code))))];
    }
}
