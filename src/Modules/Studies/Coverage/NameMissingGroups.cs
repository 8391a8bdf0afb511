using Diapason.Consultations.Contracts;
using Diapason.Studies.Following;
using Diapason.Studies.Pages.Coverage;
using Diapason.Studies.Reporting;

namespace Diapason.Studies.Coverage;

/// <summary>Who is missing, for those who make the campaign known: the names of the groups and steps of fifty, never a count.</summary>
internal sealed class NameMissingGroups(StudyShelf shelf) : IMissingGroups
{
    /// <summary>So wide that neither one answer more nor a group of few people shows in it.</summary>
    private const int Step = 50;

    public async ValueTask<IReadOnlyList<MissingGroup>> OfAsync(CampaignFacts campaign, CancellationToken cancel) =>
        await shelf.FindAsync(campaign.CouncilId, campaign.Slug, cancel) is { } state ? Of(state.Coverage) : [];

    public static IReadOnlyList<MissingGroup> Of(FieldCoverage coverage) =>
        [.. ShowModel.Furthest(coverage).Select(c => new MissingGroup(PortraitWords.Say(c.Fill.Category.Label), Rounded(c.Missing)))];

    public static int? Rounded(int missing) => missing < Step ? null : (int)Math.Round(missing / (double)Step) * Step;
}
