using System.Numerics;

namespace Diapason.Statistics;

/// <summary>A categorical variable: one code a row, 0…k−1 for a category, the highest codes for the missing kinds.</summary>
/// <remarks>
/// One byte a row up to 240 categories, two beyond. The memory is the caller's and is not copied: rows may be appended after the part given
/// here (see <see cref="CategoricalColumnBuilder"/>), never changed within it.
/// </remarks>
public sealed class CategoricalColumn
{
    /// <summary>Most categories a byte column can hold.</summary>
    public const int MaxByteCategories = 240;

    /// <summary>Most categories any column can hold.</summary>
    public const int MaxCategories = 65_000;

    private const int Kinds = 5;
    private readonly ReadOnlyMemory<byte> narrow;
    private readonly ReadOnlyMemory<ushort> wide;

    /// <summary>A column over one-byte codes.</summary>
    /// <param name="name">Name of the variable.</param>
    /// <param name="categories">Names of the categories in code order; distinct; at most 240.</param>
    /// <param name="codes">One code a row: a category's index, or <see cref="MissingCode"/>.</param>
    /// <exception cref="SurveyException">A code is neither a category nor a missing kind; two categories share a name.</exception>
    public CategoricalColumn(string name, IReadOnlyList<string> categories, ReadOnlyMemory<byte> codes)
        : this(name, categories)
    {
        if (categories.Count > MaxByteCategories)
            throw new SurveyException(SurveyError.InvalidValue, $"'{name}' has {categories.Count} categories: one-byte codes hold {MaxByteCategories}.", name);
        narrow = codes;
        Validate(codes.Span, 256);
    }

    /// <summary>A column over two-byte codes.</summary>
    /// <param name="name">Name of the variable.</param>
    /// <param name="categories">Names of the categories in code order; distinct; at most 65,000.</param>
    /// <param name="codes">One code a row: a category's index, or <see cref="WideMissingCode"/>.</param>
    /// <exception cref="SurveyException">A code is neither a category nor a missing kind; two categories share a name.</exception>
    public CategoricalColumn(string name, IReadOnlyList<string> categories, ReadOnlyMemory<ushort> codes)
        : this(name, categories)
    {
        if (categories.Count > MaxCategories)
            throw new SurveyException(SurveyError.InvalidValue, $"'{name}' has {categories.Count} categories: two-byte codes hold {MaxCategories}.", name);
        IsWide = true;
        wide = codes;
        Validate(codes.Span, 65_536);
    }

    private CategoricalColumn(string name, IReadOnlyList<string> categories)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Categories = categories;
        var seen = new HashSet<string>(categories.Count);
        foreach (var category in categories)
        {
            ArgumentNullException.ThrowIfNull(category, nameof(categories));
            if (!seen.Add(category))
                throw new SurveyException(SurveyError.Duplicate, $"'{name}' has two categories named '{category}'.", name, category);
        }
    }

    /// <summary>Name of the variable.</summary>
    public string Name { get; }

    /// <summary>Names of the categories, in code order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Number of rows.</summary>
    public int Count => IsWide ? wide.Length : narrow.Length;

    /// <summary>Whether codes take two bytes.</summary>
    public bool IsWide { get; }

    /// <summary>One-byte codes (empty when <see cref="IsWide"/>).</summary>
    public ReadOnlySpan<byte> Codes => narrow.Span;

    /// <summary>Two-byte codes (empty unless <see cref="IsWide"/>).</summary>
    public ReadOnlySpan<ushort> WideCodes => wide.Span;

    /// <summary>The one-byte code of a missing kind: 255 − kind.</summary>
    public static byte MissingCode(MissingKind kind) => (byte)(255 - (int)kind);

    /// <summary>The two-byte code of a missing kind: 65535 − kind.</summary>
    public static ushort WideMissingCode(MissingKind kind) => (ushort)(65_535 - (int)kind);

    /// <summary>The category's index at a row, or −1 when missing.</summary>
    public int this[int row]
    {
        get
        {
            int code = IsWide ? wide.Span[row] : narrow.Span[row];
            return code < Categories.Count ? code : -1;
        }
    }

    /// <summary>Why the value is missing at a row, or null when it is not.</summary>
    public MissingKind? MissingAt(int row)
    {
        int code = IsWide ? wide.Span[row] : narrow.Span[row];
        return code < Categories.Count ? null : (MissingKind)((IsWide ? 65_535 : 255) - code);
    }

    /// <summary>Index of a category by name.</summary>
    /// <exception cref="SurveyException">No category has that name.</exception>
    public int IndexOf(string category)
    {
        for (var k = 0; k < Categories.Count; k++)
        {
            if (Categories[k] == category)
                return k;
        }
        throw new SurveyException(SurveyError.UnknownCategory, $"'{Name}' has no category '{category}'.", Name, category);
    }

    /// <summary>Number of rows missing for each kind.</summary>
    public IReadOnlyDictionary<MissingKind, int> CountMissing()
    {
        var counts = new int[Kinds];
        for (var row = 0; row < Count; row++)
        {
            if (MissingAt(row) is { } kind)
                counts[(int)kind]++;
        }
        return Enumerable.Range(0, Kinds).ToDictionary(k => (MissingKind)k, k => counts[k]);
    }

    /// <summary>The category's index of every row, −1 when missing; a fresh array.</summary>
    public int[] ToIndexes()
    {
        var indexes = new int[Count];
        for (var row = 0; row < indexes.Length; row++)
            indexes[row] = this[row];
        return indexes;
    }

    /// <summary>Builds a column from one text a row.</summary>
    /// <param name="name">Name of the variable.</param>
    /// <param name="values">One value a row; null or empty is missing (<see cref="MissingKind.NotStated"/>).</param>
    /// <param name="categories">Categories in order; when null, those found, in ordinal order (numbers by value).</param>
    /// <param name="missing">Texts that stand for a missing kind.</param>
    /// <exception cref="SurveyException">A value is not among the categories given.</exception>
    public static CategoricalColumn FromTexts(string name, IReadOnlyList<string?> values, IReadOnlyList<string>? categories = null,
        IReadOnlyDictionary<string, MissingKind>? missing = null)
    {
        categories ??= CategoryOrder.Of(values, missing);
        var builder = new CategoricalColumnBuilder(name, categories);
        foreach (var value in values)
        {
            if (string.IsNullOrEmpty(value))
                builder.AppendMissing(MissingKind.NotStated);
            else if (missing is not null && missing.TryGetValue(value, out var kind))
                builder.AppendMissing(kind);
            else
                builder.Append(value);
        }
        return builder.ToColumn();
    }

    private void Validate<T>(ReadOnlySpan<T> codes, int top)
        where T : struct, IBinaryInteger<T>
    {
        var k = T.CreateTruncating(Categories.Count);
        var firstMissing = T.CreateTruncating(top - Kinds);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= k && codes[row] < firstMissing)
                throw new SurveyException(SurveyError.UnknownCategory, $"'{Name}' has the unknown code {codes[row]} at row {row}.", Name, codes[row].ToString());
        }
    }
}
