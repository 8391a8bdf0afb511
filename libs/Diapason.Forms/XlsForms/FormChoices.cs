namespace Diapason.Forms;

/// <summary>One choice of a form's list.</summary>
internal sealed record FormChoice(string Name, string Code, IReadOnlyList<(string Key, object Value)> Label, int Row);

/// <summary>One list of choices.</summary>
internal sealed class FormList(string name, string code)
{
    public string Name => name;

    public string Code => code;

    public List<FormChoice> Choices { get; } = [];

    public bool IsUsed { get; set; }

    /// <summary>The code of a choice by its name; <see langword="null"/> when there is none.</summary>
    public string? CodeOf(string choice) => Choices.Find(known => known.Name == choice)?.Code;
}

/// <summary>Reads the lists of choices.</summary>
internal static class FormChoices
{
    public static Dictionary<string, FormList> Read(FormBook book)
    {
        var lists = new Dictionary<string, FormList>(StringComparer.Ordinal);
        var (names, codes) = (new FormCodes(CodeKind.Name), new Dictionary<string, FormCodes>(StringComparer.Ordinal));
        foreach (var row in book.ChoiceRows)
        {
            var (list, name) = (book.Choices.Cell(row, "list_name"), book.Choices.Cell(row, "name"));
            if (list.Length == 0 || name.Length == 0)
            {
                book.Report.Add(FormOutcome.Error, book.Choices.Sheet, row.Line, list.Length == 0 ? "list_name" : "name", FormNoticeCodes.ChoiceIncomplete);
                continue;
            }

            if (!lists.TryGetValue(list, out var found)) (lists[list], codes[list]) = (found = new(list, names.Take(list)), new FormCodes(CodeKind.Option));
            var code = codes[list].Take(name);
            Note(book, row, name, code);
            var label = book.Texts(book.Choices, row, "label");
            if (label.Count == 0) book.Report.Add(FormOutcome.Changed, book.Choices.Sheet, row.Line, "label", FormNoticeCodes.LabelMissing, ("name", name));
            found.Choices.Add(new(name, code, label.Count > 0 ? label : book.Same(name), row.Line));
        }

        return lists;
    }

    /// <summary>Says which lists no question uses.</summary>
    public static void Close(FormBook book, Dictionary<string, FormList> lists)
    {
        foreach (var list in lists.Values.Where(list => !list.IsUsed))
            book.Report.Add(FormOutcome.NotCarried, book.Choices.Sheet, list.Choices[0].Row, "list_name", FormNoticeCodes.ListNotUsed, ("list", list.Name));
    }

    private static void Note(FormBook book, FormRow row, string name, string code)
    {
        if (code == name) book.Report.Add(FormOutcome.Carried, book.Choices.Sheet, row.Line, "", FormNoticeCodes.Carried);
        else book.Report.Add(FormOutcome.Changed, book.Choices.Sheet, row.Line, "name", FormNoticeCodes.NameChanged, ("name", name), ("became", code));
    }
}
