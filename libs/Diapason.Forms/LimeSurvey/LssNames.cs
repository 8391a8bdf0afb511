namespace Diapason.Forms;

/// <summary>What a name of LimeSurvey’s means here: a variable, or one option of a variable of several choices.</summary>
/// <param name="Variable">The code of the variable.</param>
/// <param name="Question">The code of the question.</param>
internal sealed record LssTarget(string Variable, string Question)
{
    /// <summary>The option, for a box to tick; null for a variable.</summary>
    public string? Option { get; init; }

    /// <summary>The codes of its options by LimeSurvey’s; null where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}

/// <summary>
/// The names that expressions give to answers: <c>Q1</c>, <c>Q1_SQ001</c>, <c>Q1_other</c>, and <c>123X4X56SQ001</c> for the same by numbers.
/// </summary>
internal sealed class LssNames(string survey)
{
    private readonly Dictionary<string, LssTarget> _known = new(StringComparer.Ordinal);

    public void Add(LssQuestion question, string rest, LssTarget target)
    {
        _known.TryAdd(question.Title + (rest.Length > 0 ? "_" + rest : ""), target);
        _known.TryAdd($"{survey}X{question.Row["gid"]}X{question.Id}{rest.Replace("_", "", StringComparison.Ordinal)}", target);
    }

    /// <summary>Whether a question of this name, read already, has rows that are answered each.</summary>
    public bool HasRows(string title) => _known.Keys.Any(name => name.Length > title.Length && name[title.Length] == '_' && name.StartsWith(title, StringComparison.Ordinal));

    public LssTarget? Find(string name) => _known.GetValueOrDefault(name);

    public IEnumerable<string> All => _known.Keys;

    /// <summary>Whether some options are all those of one variable.</summary>
    public static bool AreAll(IReadOnlyList<LssTarget> options) =>
        options.All(one => one.Option is not null && one.Variable == options[0].Variable) && options.DistinctBy(one => one.Option).Count() == options[0].Options?.Count;
}
