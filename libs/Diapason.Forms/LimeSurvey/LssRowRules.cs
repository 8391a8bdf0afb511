namespace Diapason.Forms;

/// <summary>When each row of a question is shown: by its own relevance, and by what was ticked or written in the rows of the same code of other questions.</summary>
/// <param name="Whens">In XLSForm's language, by the row's code; rows that are always shown are not in it.</param>
/// <param name="Never">Codes of rows that are never shown.</param>
/// <param name="RestsOn">The codes of the questions it asks about.</param>
internal sealed record LssRowRules(IReadOnlyDictionary<string, string> Whens, IReadOnlySet<string> Never, IReadOnlyList<string> RestsOn)
{
    public static readonly LssRowRules None = new(new Dictionary<string, string>(), new HashSet<string>(), []);

    private const string Filter = "array_filter", Exclude = "array_filter_exclude";

    public bool IsEmpty => Whens.Count == 0 && Never.Count == 0;

    public string When(string row) => Whens.GetValueOrDefault(row, "");

    /// <summary>Reads them; what cannot be said is told, and its row always shown.</summary>
    public static LssRowRules Of(LssQuestion asked, LssNames names, FormReport report)
    {
        var filters = Sources(asked, names, report).ToList();
        if (filters.Count == 0 && asked.Rows.All(row => row.Row["relevance"] is "" or "1")) return None;
        var (whens, never, restsOn) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var row in asked.Rows)
        {
            var parts = filters.Select(filter => Said(filter, row, names, restsOn)).Where(part => part.Length > 0).ToList();
            var own = LssExpression.Read(row.Row["relevance"], names);
            if (own.IsNever) never.Add(row.Code);
            if (own.IsNever || own.Fault.Length > 0) report.Add(FormOutcome.NotCarried, row.Row.Table, row.Row.Line, "relevance", own.IsNever ? FormNoticeCodes.ChoiceNeverOffered : FormNoticeCodes.RowRuleNotCarried, ("name", row.Code));
            if (own.Text.Length > 0) parts.Add(own.Text);
            restsOn.AddRange(own.RestsOn);
            if (parts.Count > 0) whens[row.Code] = Expression.TryParse(FormPage.Joined(parts), ExpressionUse.Decides, out var read, out _) ? read!.ToXlsForm() : FormPage.Joined(parts);
        }

        return new(whens, never, [.. restsOn.Distinct()]);
    }

    // The questions that filter it: a list of their names. One that comes later, or that has no rows here, filters nothing.
    private static IEnumerable<(string Title, bool IsExcluded)> Sources(LssQuestion asked, LssNames names, FormReport report)
    {
        foreach (var (attribute, isExcluded) in new[] { (Filter, false), (Exclude, true) })
            foreach (var title in asked.Attribute(attribute).Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (asked.Rows.Count > 0 && names.HasRows(title)) yield return (title, isExcluded);
                else report.Add(FormOutcome.NotCarried, asked.SaidAttributes[attribute].First().Table, asked.SaidAttributes[attribute].First().Line, attribute, FormNoticeCodes.RowFilterNotCarried, ("name", title));
            }
    }

    // A row without a counterpart is always shown.
    private static string Said((string Title, bool IsExcluded) filter, LssChoice row, LssNames names, List<string> restsOn)
    {
        if (names.Find($"{filter.Title}_{row.Code}") is not { } target) return "";
        restsOn.Add(target.Question);
        var chosen = target.Option is { } option ? $"selected(${{{target.Variable}}}, '{option}')" : $"${{{target.Variable}}} != ''";
        return filter.IsExcluded ? $"not({chosen})" : chosen;
    }
}
