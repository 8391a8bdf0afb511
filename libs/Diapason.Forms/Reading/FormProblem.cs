using System.Globalization;

namespace Diapason.Forms;

/// <summary>Something wrong in a questionnaire's file: where, a stable code, and named details.</summary>
/// <param name="File">The file's name, as it was given.</param>
/// <param name="Line">The line, from one.</param>
/// <param name="Code">A stable code, such as <c>missing_translation</c>; see the library's README.</param>
/// <param name="Args">Named details, such as <c>key</c>, <c>language</c>, <c>variable</c>.</param>
public sealed record FormProblem(string File, int Line, string Code, IReadOnlyDictionary<string, string> Args)
{
    /// <summary>One line for a console: <c>questionnaire.yaml:12: duplicated_code code=age</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Code}{string.Concat(Args.Select(arg => $" {arg.Key}={arg.Value}"))}");
}

/// <summary>What came of reading a questionnaire: the questionnaire, or every problem found.</summary>
/// <param name="Questionnaire">The questionnaire; <see langword="null"/> when there is a problem.</param>
/// <param name="Problems">Every problem, in the file's order.</param>
public sealed record QuestionnaireReading(Questionnaire? Questionnaire, IReadOnlyList<FormProblem> Problems);

/// <summary>Gathers the problems of one file.</summary>
internal sealed class ProblemLog(string file)
{
    private readonly List<FormProblem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    public IReadOnlyList<FormProblem> InOrder => [.. _problems.OrderBy(problem => problem.Line)];

    public void Add(long line, string code, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var named = new Dictionary<string, string>(args.Length, StringComparer.Ordinal);
        foreach (var (name, value) in args) named[name] = value;
        _problems.Add(new(file, (int)line, code, named));
    }
}
