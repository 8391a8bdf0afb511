using System.Globalization;

namespace Diapason.Forms;

/// <summary>How a list of which some choices are offered to some people is written: a column of the sheet of choices, what it says of each, the filter that reads it.</summary>
internal sealed record FilterOut(string Column, string Filter, IReadOnlyList<string> Cells)
{
    private const string Numbered = "offered";

    /// <summary>Nothing for a list of which every choice is always offered.</summary>
    public static FilterOut? Of(IReadOnlyList<Option> options)
    {
        if (options.All(option => option.When is null)) return null;
        return ByAnswer(options) ?? ByNumber(options);
    }

    // The plain cascade: each choice is offered with one answer of one question.
    private static FilterOut? ByAnswer(IReadOnlyList<Option> options)
    {
        var (names, cells) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var option in options)
        {
            if (option.When is null)
            {
                cells.Add("");
                continue;
            }

            if (Expression.Parse(option.When.Expression.ToXlsForm()).Root is not EqualNode { IsNegated: false, Left: AnswerNode answer, Right: LiteralNode { Value.Type: ExpressionType.Text } code }) return null;
            names.Add(answer.Reference.Code);
            cells.Add(code.Value.AsText());
        }

        if (names.Count != 1 || (cells.Contains("") && options.Any(option => option.When is not null && cells[options.ToList().IndexOf(option)].Length == 0))) return null;
        var column = $"by_{names.First().Replace('.', '_')}";
        return new(column, $"{(cells.Contains("") ? $"{column} = '' or " : "")}{column} = ${{{names.First()}}}", cells);
    }

    private static FilterOut ByNumber(IReadOnlyList<Option> options)
    {
        var whens = options.Select(option => option.When?.Expression.ToXlsForm() ?? "").ToList();
        var distinct = whens.Where(when => when.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        string Number(string when) => when.Length == 0 ? "" : (distinct.IndexOf(when) + 1).ToString(CultureInfo.InvariantCulture);
        return new(Numbered, string.Join(" or ", distinct.Select(when => $"({Numbered} = '{Number(when)}' and ({when}))").Prepend($"{Numbered} = ''")), [.. whens.Select(Number)]);
    }
}
