using Diapason.Consultations.Contracts;
using Diapason.Studies.Following;
using Diapason.Studies.Groups;
using Diapason.Studies.Pages.Coverage;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;

namespace Diapason.Studies.Coverage;

/// <summary>Who is missing, for those who make the campaign known: the names of the groups and steps of fifty, never a count. All groups with their counts, for analysts.</summary>
internal sealed class NameMissingGroups(StudyShelf shelf, CountGroups groups) : IMissingGroups
{
    /// <summary>So wide that neither one answer more nor a group of few people shows in it.</summary>
    private const int Step = 50;

    public async ValueTask<IReadOnlyList<MissingGroup>> OfAsync(CampaignFacts campaign, CancellationToken cancel) =>
        await shelf.FindAsync(campaign.CouncilId, campaign.Slug, cancel) is { } state ? Of(state.Coverage)
        : await groups.OfAsync(campaign, cancel) is { Coverage.Respondents: > 0 } chosen ? Of(chosen.Coverage) : [];

    public bool HasPage(CampaignFacts campaign) => shelf.Find(campaign.Id) is not null;

    public async ValueTask<IReadOnlyList<FieldGroup>> FieldAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        List<FieldGroup> all = await shelf.FindAsync(campaign.CouncilId, campaign.Slug, cancel) is { IsFinal: false } state ? [.. Framed(state.Coverage), .. Unframed(state.Coverage, state.Portrait.Definition.Breakdowns, campaign)] : [];
        // A kit's population comes before the council's own numbers of the same question.
        if (await groups.OfAsync(campaign, cancel) is { } chosen)
        {
            var known = all.Select(group => VariableOf(group.Code)).ToHashSet(StringComparer.Ordinal);
            all.AddRange(Framed(chosen.Coverage).Concat(Unframed(chosen.Coverage, chosen.Free, campaign)).Where(group => !known.Contains(VariableOf(group.Code))));
        }

        return all;
    }

    public static IReadOnlyList<MissingGroup> Of(FieldCoverage coverage) =>
        [.. ShowModel.Furthest(coverage).Select(c => new MissingGroup(PortraitWords.Say(c.Fill.Category.Label), Rounded(c.Missing)))];

    public static int? Rounded(int missing) => missing < Step ? null : (int)Math.Round(missing / (double)Step) * Step;

    private static IEnumerable<FieldGroup> Framed(FieldCoverage coverage)
    {
        var behind = ShowModel.Furthest(coverage);
        return from margin in coverage.Margins
               from category in margin.Categories
               let missing = behind.Contains(category) ? category.Missing : 0
               select new FieldGroup(Code(margin.Margin.Variable, category.Fill.Category.Code), PortraitWords.Say(margin.Margin.Label), PortraitWords.Say(category.Fill.Category.Label), category.Fill.Respondents, category.Fill.Share)
               {
                   Expected = category.Fill.Category.Share / 100,
                   Missing = missing,
                   About = Rounded(missing),
               };
    }

    /// <summary>Those of variables of which the frame says nothing.</summary>
    private static IEnumerable<FieldGroup> Unframed(FieldCoverage coverage, IReadOnlyList<Breakdown> breakdowns, CampaignFacts campaign)
    {
        var framed = coverage.Margins.Select(margin => margin.Margin.Variable).ToHashSet(StringComparer.Ordinal);
        foreach (var (breakdown, segments) in breakdowns.Zip(coverage.Segments))
        {
            if (framed.Contains(breakdown.Variable) || campaign.Questionnaire.FindVariable(breakdown.Variable) is not { } variable) continue;
            var known = Math.Max(1, segments.Segments.Sum(segment => segment.Respondents));
            foreach (var (option, segment) in variable.Options.Zip(segments.Segments))
                yield return new FieldGroup(Code(breakdown.Variable, option.Code), PortraitWords.Say(segments.Label), PortraitWords.Say(segment.Label), segment.Respondents, (double)segment.Respondents / known);
        }
    }

    private static string VariableOf(string code) => code[..code.LastIndexOf(':')];

    private static string Code(string variable, string group) => $"{variable}:{group}";
}
