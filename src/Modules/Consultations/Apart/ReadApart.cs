using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Apart;

/// <summary>Reads the groups of answers set apart, and what they have in common. The program looks at each answer; nobody else does.</summary>
internal sealed class ReadApart(DiapasonDb db, NameGroups groups)
{
    /// <summary>What most of a group is.</summary>
    private const double Most = 0.5;

    /// <summary>Those that wait first, the largest first.</summary>
    public async Task<IReadOnlyList<ApartGroup>> OfAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var counted = await Rows(campaign).GroupBy(r => new { r.Quarantine, r.SubmittedOn }).Select(same => new { same.Key.Quarantine, same.Key.SubmittedOn, Answers = same.Count() }).ToListAsync(cancel);
        var days = counted.ConvertAll(one => new ApartGroup(ApartReason.Read(one.Quarantine!), one.SubmittedOn, one.Answers));
        var small = days.Where(day => !day.CanBeJudged).GroupBy(day => day.Reason).Select(same => new ApartGroup(same.Key, null, same.Sum(day => day.Answers)));
        return [.. days.Where(day => day.CanBeJudged).Concat(small).OrderBy(group => group.Reason.IsSetAside).ThenByDescending(group => group.Answers).ThenBy(group => group.Reason.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>One of them, with what its answers have in common; null when there is none.</summary>
    public async Task<ApartGroup?> FindAsync(CampaignFacts campaign, string? reason, DateOnly? day, CancellationToken cancel)
    {
        var all = await OfAsync(campaign, cancel);
        if (all.FirstOrDefault(group => group.Reason.ToString() == reason && group.Day == day) is not { } found) return null;
        return found.CanBeJudged ? found with { Patterns = await PatternsAsync(campaign, found, all, cancel) } : found;
    }

    /// <summary>The answers of a group: of its day, or of all days that no other group of its reason has.</summary>
    public static IQueryable<Response> Of(IQueryable<Response> responses, ApartGroup group, IReadOnlyList<ApartGroup> all)
    {
        var reason = group.Reason.ToString();
        var others = all.Where(other => other.Reason == group.Reason && other.Day is not null).Select(other => other.Day).ToList();
        return group.Day is { } day ? responses.Where(r => r.Quarantine == reason && r.SubmittedOn == day) : responses.Where(r => r.Quarantine == reason && !others.Contains(r.SubmittedOn));
    }

    private IQueryable<Response> Rows(CampaignFacts campaign) => db.Set<Response>().AsNoTracking().Where(r => r.CampaignId == campaign.Id.Value && r.Quarantine != null && r.Sequence != null);

    private async Task<ApartPatterns> PatternsAsync(CampaignFacts campaign, ApartGroup group, IReadOnlyList<ApartGroup> all, CancellationToken cancel)
    {
        var variables = await VariablesAsync(campaign, cancel);
        var (alike, options) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(string Variable, string Option), int>());
        await foreach (var json in Of(Rows(campaign), group, all).Select(r => r.Answers).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var answers = AnswerSet.Parse(Encoding.UTF8.GetBytes(json));
            Count(alike, Convert.ToHexString(ArrivalOf.PatternOf(campaign.Questionnaire, answers)));
            foreach (var variable in variables.Keys)
                if (answers[variable] is { Kind: AnswerKind.Text } answer) Count(options, (variable, answer.Text));
        }

        var sets = alike.Values.Where(set => set >= ApartGroup.Fewest).ToList();
        var mostly = options.Where(option => option.Value >= ApartGroup.Fewest && option.Value >= group.Answers * Most).OrderByDescending(option => option.Value);
        return new ApartPatterns(sets.Sum(), sets.Count, [.. mostly.Select(option => Named(campaign, variables, $"{option.Key.Variable}:{option.Key.Option}") is var (of, name) ? (of, name, (double)option.Value / group.Answers) : default)]);
    }

    /// <summary>The variables that tell groups of the field apart, and what each is called.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VariablesAsync(CampaignFacts campaign, CancellationToken cancel) =>
        (await groups.AllAsync(campaign, cancel)).GroupBy(group => group.Code.Split(':')[0]).ToDictionary(same => same.Key, same => same.First().Of, StringComparer.Ordinal);

    /// <summary>A group by its stored code, in words; the code itself where the questionnaire no longer has it.</summary>
    public static (string Of, string Name) Named(CampaignFacts campaign, IReadOnlyDictionary<string, string> variables, string group)
    {
        var code = group.Split(':', 2);
        if (campaign.Questionnaire.FindVariable(code[0]) is not { } variable || variable.Options.FirstOrDefault(option => option.Code == code[^1]) is not { } chosen) return ("", group);
        return (variables.GetValueOrDefault(code[0]) ?? variable.Question.PlainTitle.Here, chosen.Label.Here);
    }

    private static void Count<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
