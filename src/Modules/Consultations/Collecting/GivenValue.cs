using System.Globalization;
using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>What the columns of one row say of one variable, as it would be posted by its fields.</summary>
internal sealed class GivenValue
{
    private readonly List<string> _codes = [];

    /// <summary>Ranks by option, for a ranking.</summary>
    private readonly SortedDictionary<int, string> _ranks = [];

    /// <summary>One code, a number, a day or words; null when there is none.</summary>
    public string? Text { get; set; }

    public MissingKind Missing { get; set; }

    public bool IsAnswered => Text is not null || _codes.Count > 0 || _ranks.Count > 0;

    public void Choose(string code)
    {
        if (!_codes.Contains(code)) _codes.Add(code);
    }

    /// <summary>False when somebody has that rank already.</summary>
    public bool Rank(int rank, string code) => _ranks.TryAdd(rank, code);

    /// <summary>As a page would send it.</summary>
    public IReadOnlyList<string?> Post(Field field)
    {
        if (!IsAnswered) return Missing != MissingKind.None && field.FindChoice(MissingCodes.Of(Missing)) is { } why && (field.Ranked is null || field.IsMissingMark) ? [why.Code] : [];
        if (field.IsMissingMark) return [];
        if (field.Ranked is { } option) return [.. _ranks.Where(one => one.Value == option.Code).Select(one => one.Key.ToString(CultureInfo.InvariantCulture))];
        return Text is { } text ? [text] : _codes;
    }
}
