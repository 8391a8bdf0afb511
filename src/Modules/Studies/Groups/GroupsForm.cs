using System.Globalization;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Diapason.Studies.Groups;

/// <summary>What was typed of the groups to follow: read whole, each fault by its field.</summary>
internal sealed class GroupsForm(IReadOnlyList<Variable> offered, IFormCollection form)
{
    /// <summary>The field of the questions.</summary>
    public const string Questions = "questions";

    private const int LongestSource = 200;

    /// <summary>More people than there are.</summary>
    private const long MostPeople = 10_000_000_000;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<string> Ticked => [.. offered.Select(v => v.Code).Where(code => form[Questions].Contains(code))];

    public static string PeopleField(Variable variable, Option option) => $"people-{variable.Code}-{option.Code}";

    public static string SourceField(Variable variable) => $"source-{variable.Code}";

    public static string DayField(Variable variable) => $"day-{variable.Code}";

    public (IReadOnlyList<FollowedGroup> Groups, IReadOnlyList<Problem> Problems) Read()
    {
        var groups = offered.Where(v => Ticked.Contains(v.Code)).Select(v => new FollowedGroup(v.Code, Population(v))).ToList();
        return (groups, _problems);
    }

    /// <summary>Numbers are given for every choice or for none: half of them would be no population.</summary>
    private PopulationNumbers? Population(Variable variable)
    {
        var typed = variable.Options.Select(o => (Option: o, Field: PeopleField(variable, o), Text: form[PeopleField(variable, o)].ToString().Trim())).ToList();
        var (source, day) = (form[SourceField(variable)].ToString().Trim(), form[DayField(variable)].ToString().Trim());
        if (typed.All(t => t.Text.Length == 0) && source.Length == 0 && day.Length == 0) return null;
        var people = typed.ToDictionary(t => t.Option.Code, t => People(t.Option, t.Field, t.Text), StringComparer.Ordinal);
        if (people.Values.Count(n => n > 0) < 2 && people.Values.All(n => n is not null)) _problems.Add(Problem.Invalid("groups.two_needed", typed[0].Field));
        if (source.Length == 0) _problems.Add(Problem.Invalid("groups.source_missing", SourceField(variable)));
        if (source.Length > LongestSource) _problems.Add(Problem.Invalid("groups.source_long", SourceField(variable), ("most", LongestSource)));
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var described)) _problems.Add(Problem.Invalid("groups.day_missing", DayField(variable)));
        return new PopulationNumbers(source, described, people.ToDictionary(p => p.Key, p => p.Value ?? 0, StringComparer.Ordinal));
    }

    /// <summary>Digits, whatever parts thousands.</summary>
    private long? People(Option option, string field, string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length == 0) _problems.Add(Problem.Invalid("groups.number_missing", field, ("choice", option.Label.Here)));
        else if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostPeople) _problems.Add(Problem.Invalid("groups.number_bad", field, ("choice", option.Label.Here)));
        else return number;
        return null;
    }
}
