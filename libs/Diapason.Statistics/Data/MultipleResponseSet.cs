namespace Diapason.Statistics;

/// <summary>A "choose all that apply" question: one two-category column an option, sharing a base.</summary>
/// <param name="Name">Name of the question.</param>
/// <param name="Options">One column an option; the category named <paramref name="Chosen"/> means chosen.</param>
/// <param name="Chosen">Name of the category that means "chosen".</param>
/// <remarks>The base of every option is the rows where at least one option has a value; a row missing on an option only has not chosen it.</remarks>
public sealed record MultipleResponseSet(string Name, IReadOnlyList<CategoricalColumn> Options, string Chosen = "1")
{
    private static readonly string[] NoYes = ["0", "1"];

    /// <summary>One 0/1 column an option over the set's base, missing outside it.</summary>
    /// <exception cref="SurveyException">The set is empty, or options do not have the same rows.</exception>
    public IReadOnlyList<CategoricalColumn> Indicators()
    {
        if (Options.Count == 0)
            throw new SurveyException(SurveyError.TooFew, $"'{Name}' has no option.", Name);
        var rows = Options[0].Count;
        if (Options.FirstOrDefault(o => o.Count != rows) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"Option '{odd.Name}' of '{Name}' has {odd.Count} rows, not {rows}.", odd.Name);
        var answered = new bool[rows];
        for (var row = 0; row < rows; row++)
            answered[row] = Options.Any(o => o[row] >= 0);
        return Options.Select(option => Indicator(option, answered)).ToList();
    }

    private CategoricalColumn Indicator(CategoricalColumn option, bool[] answered)
    {
        var chosen = option.IndexOf(Chosen);
        var codes = new byte[answered.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = (answered[row], option[row]) switch
            {
                (false, _) => CategoricalColumn.MissingCode(option.MissingAt(row) ?? MissingKind.NotStated),
                (true, var k) => (byte)(k == chosen ? 1 : 0),
            };
        }
        return new CategoricalColumn(option.Name, NoYes, codes);
    }
}
