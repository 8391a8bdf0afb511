using System.Globalization;
using Diapason.Design;
using Diapason.Needs.Authoring;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>
/// The questions on what a person can give and follow, the same wherever they are asked: with the quick questions, with one's own words, or later from the steps. None has to be answered, and nothing but what is
/// offered is read.
/// </summary>
internal sealed class LimitsForm(NeedsReference reference, Texts<NeedsModule> texts)
{
    /// <summary>Starts the name of each field.</summary>
    public const string Prefix = "limits.";

    private const string Asked = Prefix + "asked", HoursField = Prefix + "hours", DollarsField = Prefix + "dollars", WayField = Prefix + "way", LanguageField = Prefix + "language", RegionField = Prefix + "region", DisciplineField = Prefix + "discipline", AccessField = Prefix + "access";
    private static readonly int[] HoursOffered = [1, 2, 5, 10];
    private static readonly int[] DollarsOffered = [0, 50, 100, 300];

    public required Profile Said { get; init; }

    /// <summary>Under a title of the page.</summary>
    public bool IsInside { get; init; }

    private Limits Limits => Said.Limits ?? new Limits();

    public string Hours => Write(Limits.Hours);

    public string Dollars => Write(Limits.Dollars);

    public string Way => Limits.Way is { } way ? SnakeCase.Of(way) : "";

    public string Language => Limits.Language ?? "";

    public IReadOnlyList<string> Access => [.. (Limits.Access ?? []).Select(SnakeCase.Of)];

    public IReadOnlyList<Choice> HoursChoices => [.. HoursOffered.Select(hours => new Choice(Write(hours), HoursWords(hours)))];

    public IReadOnlyList<Choice> DollarsChoices => [.. DollarsOffered.Select(dollars => new Choice(Write(dollars), DollarsWords(dollars)))];

    public IReadOnlyList<Choice> WayChoices => [.. Enum.GetValues<WayToFollow>().Select(way => new Choice(SnakeCase.Of(way), texts["limits.way." + SnakeCase.Of(way)]))];

    /// <summary>Those in which the offer is given.</summary>
    public IReadOnlyList<Choice> LanguageChoices =>
        [.. reference.Offer.Entries.SelectMany(e => e.GivenIn()).Distinct().Order(StringComparer.Ordinal).Select(language => new Choice(language, LanguageWords(language)))];

    public IReadOnlyList<Choice> RegionChoices => Choices(reference.Answers?.Region);

    public IReadOnlyList<Choice> DisciplineChoices => Choices(reference.Answers?.Discipline);

    public IReadOnlyList<Choice> AccessChoices => [.. Enum.GetValues<Access>().Select(access => new Choice(SnakeCase.Of(access), texts["access." + SnakeCase.Of(access)]))];

    /// <summary>What was said, in a few words.</summary>
    public IReadOnlyList<string> InWords =>
    [
        .. new[]
        {
            Limits.Hours is { } hours ? HoursWords(hours) : null,
            Limits.Dollars is { } dollars ? DollarsWords(dollars) : null,
            Limits.Way is { } way ? texts["limits.way." + SnakeCase.Of(way)] : null,
            Limits.Language is { } language ? LanguageWords(language) : null,
            RegionChoices.FirstOrDefault(c => c.Value == Said.Region)?.Label,
            DisciplineChoices.FirstOrDefault(c => c.Value == Said.Discipline)?.Label,
        }.OfType<string>(),
        .. (Limits.Access ?? []).Select(access => texts["access." + SnakeCase.Of(access)]),
    ];

    /// <summary>The profile with what the form says; as it was when the form does not ask.</summary>
    public Profile Read(IFormCollection form) => form.ContainsKey(Asked) ? Read(field => form[field].OfType<string>().ToList()) : Said;

    /// <summary>What one page hands to the next, see <see cref="Fields"/>.</summary>
    public Profile Read(IReadOnlyDictionary<string, string> fields) => fields.ContainsKey(Asked) ? Read(field => fields.GetValueOrDefault(field, "").Split(' ')) : Said;

    public IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string>
    {
        [Asked] = "true",
        [HoursField] = Hours,
        [DollarsField] = Dollars,
        [WayField] = Way,
        [LanguageField] = Language,
        [RegionField] = Said.Region ?? "",
        [DisciplineField] = Said.Discipline ?? "",
        [AccessField] = string.Join(' ', Access),
    };

    private Profile Read(Func<string, IReadOnlyList<string>> typed)
    {
        var limits = new Limits
        {
            Hours = Number(HoursOffered, HoursField),
            Dollars = Number(DollarsOffered, DollarsField),
            Way = Enum.GetValues<WayToFollow>().Where(way => SnakeCase.Of(way) == One(WayField)).Select(way => (WayToFollow?)way).FirstOrDefault(),
            Language = Offered(LanguageChoices, LanguageField),
            Access = [.. Enum.GetValues<Access>().Where(access => typed(AccessField).Contains(SnakeCase.Of(access)))],
        };
        return Said with { Limits = limits.IsNone ? null : limits, Region = Kept(RegionChoices, RegionField, Said.Region), Discipline = Kept(DisciplineChoices, DisciplineField, Said.Discipline) };

        string? One(string field) => typed(field) is [.., var last] ? last : null;
        int? Number(int[] offered, string field) => offered.Where(number => Write(number) == One(field)).Select(number => (int?)number).FirstOrDefault();
        string? Offered(IReadOnlyList<Choice> choices, string field) => choices.FirstOrDefault(c => c.Value == One(field))?.Value;
        string? Kept(IReadOnlyList<Choice> choices, string field, string? said) => choices.Count == 0 ? said : Offered(choices, field);
    }

    private string HoursWords(int hours) => hours == 1 ? texts["limits.hours.1"] : texts["limits.hours.many", hours];

    private string DollarsWords(int dollars) => dollars == 0 ? texts["limits.dollars.0"] : texts["limits.dollars.many", ActWords.Amount(dollars * 100)];

    private string LanguageWords(string language) => texts["limits.language.only", Languages.NameOf(language)];

    private IReadOnlyList<Choice> Choices(CodedAnswer? fact) => fact is null ? [] : [.. reference.Answers!.Named(fact).Select(named => new Choice(named.Code, named.Name.Here))];

    private static string Write(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
