namespace Diapason.Statistics;

/// <summary>A growing categorical column: rows are appended, and <see cref="ToColumn"/> gives what is there without copying it.</summary>
/// <remarks>A column taken earlier keeps its rows: appending never changes it. Not safe for concurrent writers.</remarks>
public sealed class CategoricalColumnBuilder
{
    private readonly Dictionary<string, int> indexes;
    private readonly bool isWide;
    private byte[] narrow = [];
    private ushort[] wide = [];

    /// <summary>Starts an empty column.</summary>
    /// <param name="name">Name of the variable.</param>
    /// <param name="categories">Categories in code order.</param>
    public CategoricalColumnBuilder(string name, IReadOnlyList<string> categories)
    {
        Name = name;
        Categories = categories;
        isWide = categories.Count > CategoricalColumn.MaxByteCategories;
        indexes = new Dictionary<string, int>(categories.Count);
        for (var k = 0; k < categories.Count; k++)
        {
            if (!indexes.TryAdd(categories[k], k))
                throw new SurveyException(SurveyError.Duplicate, $"'{name}' has two categories named '{categories[k]}'.", name, categories[k]);
        }
    }

    /// <summary>Name of the variable.</summary>
    public string Name { get; }

    /// <summary>Categories in code order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>Appends a category by its index.</summary>
    /// <exception cref="SurveyException">The index is not that of a category.</exception>
    public void Append(int index)
    {
        if ((uint)index >= (uint)Categories.Count)
            throw new SurveyException(SurveyError.UnknownCategory, $"'{Name}' has no category of index {index}.", Name, index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Write(index);
    }

    /// <summary>Appends a category by its name.</summary>
    /// <exception cref="SurveyException">No category has that name.</exception>
    public void Append(string category)
    {
        if (!indexes.TryGetValue(category, out var index))
            throw new SurveyException(SurveyError.UnknownCategory, $"'{Name}' has no category '{category}'.", Name, category);
        Write(index);
    }

    /// <summary>Appends a missing value.</summary>
    public void AppendMissing(MissingKind kind) => Write(isWide ? CategoricalColumn.WideMissingCode(kind) : CategoricalColumn.MissingCode(kind));

    /// <summary>The rows so far as a column, sharing their memory.</summary>
    public CategoricalColumn ToColumn() => isWide
        ? new CategoricalColumn(Name, Categories, wide.AsMemory(0, Count))
        : new CategoricalColumn(Name, Categories, narrow.AsMemory(0, Count));

    private void Write(int code)
    {
        if (isWide)
        {
            if (Count == wide.Length)
                Array.Resize(ref wide, Math.Max(256, Count * 2));
            wide[Count++] = (ushort)code;
            return;
        }
        if (Count == narrow.Length)
            Array.Resize(ref narrow, Math.Max(256, Count * 2));
        narrow[Count++] = (byte)code;
    }
}
