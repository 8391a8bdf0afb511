namespace Diapason.Statistics;

/// <summary>Named columns of the same length. Rows are never materialised.</summary>
public sealed class SurveyData
{
    private readonly Dictionary<string, CategoricalColumn> categorical = [];
    private readonly Dictionary<string, NumericColumn> numeric = [];

    /// <summary>An empty set of columns.</summary>
    /// <param name="rows">Number of rows of every column.</param>
    /// <exception cref="SurveyException">The number is negative.</exception>
    public SurveyData(int rows) => Rows = rows >= 0 ? rows : throw new SurveyException(SurveyError.InvalidValue, $"There cannot be {rows} rows.");

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Categorical columns in no particular order.</summary>
    public IReadOnlyCollection<CategoricalColumn> Categoricals => categorical.Values;

    /// <summary>Numeric columns in no particular order.</summary>
    public IReadOnlyCollection<NumericColumn> Numerics => numeric.Values;

    /// <summary>Adds a categorical column; a numeric one may have the same name, when a variable is read both ways.</summary>
    /// <exception cref="SurveyException">The name is taken by another categorical column, or the length differs.</exception>
    public SurveyData Add(CategoricalColumn column)
    {
        Check(column.Name, column.Count, categorical.ContainsKey(column.Name));
        categorical[column.Name] = column;
        return this;
    }

    /// <summary>Adds a numeric column; a categorical one may have the same name.</summary>
    /// <exception cref="SurveyException">The name is taken by another numeric column, or the length differs.</exception>
    public SurveyData Add(NumericColumn column)
    {
        Check(column.Name, column.Count, numeric.ContainsKey(column.Name));
        numeric[column.Name] = column;
        return this;
    }

    /// <summary>A categorical column by name.</summary>
    /// <exception cref="SurveyException">There is none of that name.</exception>
    public CategoricalColumn Categorical(string name) => categorical.TryGetValue(name, out var column)
        ? column : throw new SurveyException(SurveyError.UnknownVariable, $"There is no categorical variable '{name}'{(numeric.ContainsKey(name) ? ": it was read as a number" : "")}.", name);

    /// <summary>A numeric column by name.</summary>
    /// <exception cref="SurveyException">There is none of that name.</exception>
    public NumericColumn Numeric(string name) => numeric.TryGetValue(name, out var column)
        ? column : throw new SurveyException(SurveyError.UnknownVariable, $"There is no numeric variable '{name}'{(categorical.ContainsKey(name) ? ": it was read as categories" : "")}.", name);

    private void Check(string name, int count, bool taken)
    {
        if (count != Rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{name}' has {count} rows, the data {Rows}.", name);
        if (taken)
            throw new SurveyException(SurveyError.Duplicate, $"There is already a variable '{name}' of that kind.", name);
    }
}
