using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Kinds that become several questions of ours: a note that bears the words, and a question a row or a cell.</summary>
internal sealed partial class LssKinds
{
    private List<DraftQuestion> Commented(LssQuestion asked, string code)
    {
        var comment = _codes.Take(code + "_" + Comment);
        names.Add(asked, Comment, new(comment, comment));
        return [Single(asked, code), new() { Code = comment, Kind = LongTextQuestion.Word, Texts = Said(("title", survey.Ours("Commentaire", "Comment"))) }];
    }

    // Statements of which some are shown on a condition are each a question of their own, under a note that bears the words: their variables are the same.
    private List<DraftQuestion> Shown(LssQuestion asked, DraftQuestion statements)
    {
        if (IsShuffled(asked)) Note(FormOutcome.NotCarried, asked, "random_order", FormNoticeCodes.RowsInOrder);
        if (_rules.IsEmpty) return [statements];
        var made = new List<DraftQuestion> { new() { Code = statements.Code, Kind = NoteQuestion.Word, Texts = Said(("body", statements.Title)) } };
        foreach (var (row, item) in asked.Rows.Where(row => row.Scale == 0).Zip(statements.Scale("items").Options))
        {
            if (_rules.Never.Contains(row.Code)) continue;
            var own = new DraftQuestion { Code = _codes.Take($"{statements.Code}.{item.Code}"), Kind = SingleQuestion.Word, When = _rules.When(row.Code), Texts = Said(("title", item.Label)), Values = statements.Values };
            made.Add(own with { Scales = DraftQuestion.NoScales.SetItem("options", statements.Scale("options")) });
        }

        Note(FormOutcome.Changed, asked, "type", FormNoticeCodes.Unrolled, ("kind", asked.Type), ("times", made.Count - 1));
        return made;
    }

    // A note bears the words; each row is a question of its own on the same page.
    private List<DraftQuestion> Rows(LssQuestion asked, string code, string kind)
    {
        var made = new List<DraftQuestion> { Note(asked, code) };
        if (IsShuffled(asked)) Note(FormOutcome.NotCarried, asked, "random_order", FormNoticeCodes.RowsInOrder);
        foreach (var row in asked.Rows.Where(row => !_rules.Never.Contains(row.Code))) made.Add(Part(asked, kind, row.Code, Label(row, "question")) with { When = _rules.When(row.Code) });
        Note(FormOutcome.Changed, asked, "type", FormNoticeCodes.Unrolled, ("kind", asked.Type), ("times", made.Count - 1));
        return made;
    }

    private List<DraftQuestion> Cells(LssQuestion asked, string code, string kind)
    {
        var made = new List<DraftQuestion> { Note(asked, code) };
        if (IsShuffled(asked)) Note(FormOutcome.NotCarried, asked, "random_order", FormNoticeCodes.RowsInOrder);
        foreach (var row in asked.Rows.Where(row => row.Scale == 0 && !_rules.Never.Contains(row.Code)))
            foreach (var column in asked.Rows.Where(row => row.Scale == 1))
                if (made.Count <= MostCells) made.Add(Part(asked, kind, $"{row.Code}_{column.Code}", Joined(Label(row, "question"), Label(column, "question"))) with { When = _rules.When(row.Code) });
        if (made.Count > MostCells) Note(FormOutcome.NotCarried, asked, "type", FormNoticeCodes.TooManyRows, ("most", MostCells));
        Note(FormOutcome.Changed, asked, "type", FormNoticeCodes.Unrolled, ("kind", asked.Type), ("times", made.Count - 1));
        return made;
    }

    private const int MostCells = 200;

    private DraftQuestion Part(LssQuestion asked, string kind, string rest, LocalizedText title)
    {
        var own = _codes.Take($"{asked.Title}_{rest}");
        names.Add(asked, rest, new(own, own));
        return new() { Code = own, Kind = kind, Texts = Said(("title", title)), Values = DraftPart.NoValues.SetItems(kind == NumberQuestion.Word ? Numbers(asked) : Lengths(asked, "1000")) };
    }
}
