namespace Diapason.Yaml;

/// <summary>Gathers what is wrong in one file. The same thing is said once, and at most a thousand are kept.</summary>
/// <param name="file">The file's name, for the problems.</param>
public sealed class YamlProblems(string file)
{
    private const int Most = 1000;
    private readonly List<YamlProblem> _all = [];
    private readonly HashSet<(int, int, string, string)> _said = [];

    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => _all.Count == 0;

    /// <summary>Every problem, in the order of the file.</summary>
    public IReadOnlyList<YamlProblem> InOrder => [.. _all.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>Notes a problem at a place.</summary>
    public void Add(int line, int column, string code, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var problem = new YamlProblem(file, line, column, code, facts.ToArray());
        if (_all.Count < Most && _said.Add((line, column, code, problem.ToString()))) _all.Add(problem);
    }
}
