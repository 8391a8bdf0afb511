namespace Diapason.Statistics;

/// <summary>How the columns of a comma-separated text are read; those not named are categorical, with the categories found.</summary>
public sealed record CsvOptions
{
    /// <summary>Columns read as numbers (invariant culture).</summary>
    public IReadOnlyCollection<string> Numeric { get; init; } = [];

    /// <summary>Columns read both as categories and as numbers, e.g. a scale from 1 to 5: the data then hold one column of each kind under the name.</summary>
    public IReadOnlyCollection<string> Both { get; init; } = [];

    /// <summary>Declared categories of a column, in order: one that nobody chose keeps its place, and a text that is not among them is refused by line.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Texts that stand for a missing kind; an empty field and "NA" are <see cref="MissingKind.NotStated"/>.</summary>
    public IReadOnlyDictionary<string, MissingKind> Missing { get; init; } = new Dictionary<string, MissingKind>();

    /// <summary>Field separator; not a quote nor the end of a line.</summary>
    /// <exception cref="SurveyException">It is a quote or the end of a line.</exception>
    public char Separator
    {
        get;
        init => field = value is '"' or '\r' or '\n' ? throw new SurveyException(SurveyError.InvalidValue, "A separator is neither a quote nor the end of a line.") : value;
    } = ',';
}
