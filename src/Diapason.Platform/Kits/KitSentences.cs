using System.Globalization;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;

namespace Diapason.Platform.Kits;

/// <summary>
/// Says what is wrong in a kit, in the current language: <c>offer.yaml, ligne 12 : le code « guide-a » sert déjà. [kit.duplicate_code]</c>. The sentence
/// is the text of that code, in the platform or in a module; its places are named after the facts.
/// </summary>
public sealed class KitSentences(ModuleCatalog modules, Texts<KitSentences> texts)
{
    private const int LongestFact = 80;

    public string Of(KitProblem problem)
    {
        var reason = Reason(problem.Code, problem.Facts);
        return problem.Line == 0 ? texts["kit.in_file", problem.File, reason, problem.Code] : texts["kit.at_line", problem.File, problem.Line, reason, problem.Code];
    }

    /// <summary>What is wrong, without its place: for a page that leads to the place itself.</summary>
    public string Reason(string code, IReadOnlyList<(string Name, object? Value)> facts) => NamedPlaces.Fill(modules.Words(code) ?? code, name => Fact(facts, name));

    /// <summary>The fact in words when it is one of a closed set (<c>fact.language.fr</c>), as it is otherwise; null when there is none of that name.</summary>
    private string? Fact(IReadOnlyList<(string Name, object? Value)> facts, string name)
    {
        var index = facts.ToList().FindIndex(fact => fact.Name == name);
        if (index < 0) return null;
        var value = string.Create(CultureInfo.CurrentCulture, $"{facts[index].Value}");
        if (name == "language" && Languages.IsCode(value)) return Languages.NameOf(value);
        var key = $"fact.{name}.{value}";
        if (texts.Has(key)) return texts[key];
        // A kit may come from elsewhere: what it holds must neither fill a terminal nor command it.
        value = string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));
        return value.Length > LongestFact ? value[..LongestFact] + "…" : value;
    }
}
