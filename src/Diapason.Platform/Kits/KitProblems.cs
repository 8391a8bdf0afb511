using System.Globalization;
using Diapason.Yaml;

namespace Diapason.Platform.Kits;

/// <summary>One thing wrong in a kit: where, a stable code, and named facts to complete the sentence.</summary>
/// <param name="Line">1-based; 0 when the whole file is meant.</param>
public sealed record KitProblem(string File, int Line, string Code, IReadOnlyList<(string Name, object? Value)> Facts)
{
    /// <summary><c>offer.yaml(12): kit.duplicate_code code=guide-a</c>: for scripts and tests; <see cref="KitSentences"/> says it to people.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Code}{string.Concat(Facts.Select(f => string.Create(CultureInfo.InvariantCulture, $" {f.Name}={f.Value}")))}");
}

/// <summary>Gathers every problem of a kit, so that all are told at once. At most a thousand.</summary>
public sealed class KitProblems
{
    private const int Most = 1000;
    private readonly List<KitProblem> _all = [];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public IReadOnlyList<KitProblem> All => _all;

    public bool Any => _all.Count > 0;

    /// <summary>A problem of a YAML file: those any file can have are said by the platform, the others by the module that reads it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="family">What comes before the code of a problem that is not of any file, when its reader names it without.</param>
    public void Add(YamlProblem problem, string family = "")
    {
        var prefix = YamlCodes.All.Contains(problem.Code) ? "kit." : family;
        Add(problem.File, problem.Line, prefix + problem.Code, [.. problem.Facts]);
    }

    public void Add(string file, int line, string code, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var problem = new KitProblem(file, line, code, facts.ToArray());
        // Several modules read the same file, and a value may be read twice: what is wrong with it is said once.
        if (_all.Count < Most && _said.Add(problem.ToString())) _all.Add(problem);
    }
}
