using Diapason.Consultations.Answering;

namespace Diapason.Consultations.Exports;

/// <summary>
/// The links by whose name answers are told apart, in files and in counts: those by which as many came as are counted together. The others are written as
/// those without a link, and so is the least of the named when they are too few to hide among.
/// </summary>
internal static class NamedSources
{
    public const int Least = Tray.Least;

    /// <param name="sources">The link of each answer, null for none.</param>
    public static IReadOnlySet<string> Of(IEnumerable<string?> sources) => Of([.. sources.GroupBy(source => source ?? "").Select(same => ((string?)same.Key, same.Count()))]);

    /// <param name="counts">How many answers came by each link, by none under null.</param>
    public static IReadOnlySet<string> Of(IReadOnlyList<(string? Source, int Answers)> counts)
    {
        var named = counts.Where(c => c is { Source.Length: > 0, Answers: >= Least }).OrderBy(c => c.Answers).ThenBy(c => c.Source, StringComparer.Ordinal).ToList();
        var rest = counts.Sum(c => c.Answers) - named.Sum(c => c.Answers);
        for (; named.Count > 0 && rest is > 0 and < Least; named.RemoveAt(0)) rest += named[0].Answers;
        return named.Select(c => c.Source!).ToHashSet(StringComparer.Ordinal);
    }
}
