namespace Diapason.Forms;

/// <summary>One choice of a form's list.</summary>
internal sealed record FormChoice(string Name, string Code, IReadOnlyList<(string Key, object Value)> Label, int Row)
{
    /// <summary>Its row, whose other columns filters look at.</summary>
    public FormRow? Source { get; init; }

    /// <summary>The name of its image; empty for none.</summary>
    public string Image { get; init; } = "";

    /// <summary>What the image shows.</summary>
    public IReadOnlyList<(string Key, object Value)> Alternative { get; init; } = [];

    /// <summary>Whether it says why there is no answer, under the code that says so here.</summary>
    public bool IsMissing => MissingCodes.CanBeChosen(MissingCodes.Parse(Code));
}

/// <summary>One list of choices.</summary>
internal sealed class FormList(string name, string code)
{
    public string Name => name;

    public string Code => code;

    public List<FormChoice> Choices { get; } = [];

    /// <summary>The choices that are answers.</summary>
    public IEnumerable<FormChoice> Answers => Choices.Where(choice => !choice.IsMissing);

    /// <summary>The codes of those that say why there is none.</summary>
    public List<object> Missing => [.. Choices.Where(choice => choice.IsMissing).Select(choice => choice.Code)];

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
            if (label.Count == 0) label = book.Same(name);
            var (image, alternative) = FormImages.Read(book, row, label);
            found.Choices.Add(new(name, code, label, row.Line) { Source = row, Image = image, Alternative = alternative });
        }

        foreach (var list in lists.Values) Settle(book, list);
        return lists;
    }

    // A missing kind is said once for the whole questionnaire, and stands beside choices that are answers.
    private static void Settle(FormBook book, FormList list)
    {
        for (var i = 0; i < list.Choices.Count; i++)
        {
            var choice = list.Choices[i];
            if (!choice.IsMissing) continue;
            if (!list.Answers.Any())
            {
                list.Choices[i] = choice with { Code = choice.Code + "_" };
                book.Report.Add(FormOutcome.Changed, book.Choices.Sheet, choice.Row, "name", FormNoticeCodes.NameChanged, ("name", choice.Name), ("became", choice.Code + "_"));
            }
            else if (!book.Missing.TryAdd(choice.Code, choice.Label) && !book.Missing[choice.Code].SequenceEqual(choice.Label))
                book.Report.Add(FormOutcome.Changed, book.Choices.Sheet, choice.Row, "label", FormNoticeCodes.MissingSaidOnce, ("name", choice.Name));
        }
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
