namespace Diapason.Statistics;

/// <summary>Columns of a regression over the rows where everything is known.</summary>
internal sealed class ModelMatrix
{
    private ModelMatrix(bool[] included, double[][] columns, IReadOnlyList<string> names, IReadOnlyList<(string Name, int Start, int Count)> terms) =>
        (Included, Columns, Names, Terms) = (included, columns, names, terms);

    public bool[] Included { get; }

    /// <summary>p columns of n numbers, 0 outside the rows included.</summary>
    public double[][] Columns { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<(string Name, int Start, int Count)> Terms { get; }

    public static ModelMatrix Of(IDesign design, string response, IReadOnlyList<Term> terms, bool intercept, Func<int, bool> present)
    {
        if (terms.FirstOrDefault(t => t.Count != design.Rows) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{odd.Name}' has {odd.Count} rows, the design {design.Rows}.", odd.Name);
        var (included, used) = (new bool[design.Rows], new bool[design.Rows]);
        for (var row = 0; row < included.Length; row++)
        {
            included[row] = present(row) && terms.All(t => t.IsKnown(row));
            used[row] = included[row] && design.Weights[row] != 0;
        }
        if (!used.Contains(true))
            throw new SurveyException(SurveyError.EmptyDomain, $"No row has '{response}' and every term.", response);
        var places = new List<(string, int, int)>();
        var definitions = new List<TermColumn>();
        if (intercept)
            definitions.Add(new TermColumn("(Intercept)", _ => 1));
        foreach (var term in terms)
        {
            var own = term.Columns(used);
            places.Add((term.Name, definitions.Count, own.Count));
            definitions.AddRange(own);
        }
        var columns = definitions.Select(d => Enumerable.Range(0, design.Rows).Select(row => included[row] ? d.Value(row) : 0).ToArray()).ToArray();
        return new ModelMatrix(included, columns, definitions.Select(d => d.Name).ToList(), places);
    }

    /// <summary>The same rows with other numbers in the columns.</summary>
    public ModelMatrix With(double[][] columns) => new(Included, columns, Names, Terms);

    /// <summary>The same columns after an intercept.</summary>
    public ModelMatrix WithIntercept() => new(Included, [Included.Select(i => i ? 1.0 : 0).ToArray(), .. Columns], ["(Intercept)", .. Names], []);

    /// <summary>X β.</summary>
    public double[] Times(ReadOnlySpan<double> beta)
    {
        var result = new double[Included.Length];
        for (var j = 0; j < Columns.Length; j++)
            DenseLoops.AddScaled(result, Columns[j], beta[j]);
        return result;
    }
}
