using Diapason.Consultations.Contracts;

namespace Diapason.Consultations.Reaching;

/// <summary>What the groups of the field are called, for those who say whom an association reaches. Counts stay where they are.</summary>
internal sealed class NameGroups(IEnumerable<IMissingGroups> modules)
{
    /// <summary>By code.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> OfAsync(CampaignFacts campaign, CancellationToken cancel) =>
        (await AllAsync(campaign, cancel)).GroupBy(group => group.Code).ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<FieldGroup>> AllAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var all = new List<FieldGroup>();
        foreach (var module in modules) all.AddRange(await module.FieldAsync(campaign, cancel));
        return all;
    }
}
