using System.Globalization;
using System.Xml.Linq;
using Diapason.Consultations.Answering;
using Diapason.Forms;

namespace Diapason.Consultations.Exports;

/// <summary>The <c>dataDscr</c> of a codebook: groups by section and by question of several choices, then one variable a column.</summary>
internal static class DdiVariables
{
    public static XElement Of(DdiTerms terms, IReadOnlyList<ColumnMeaning> columns, string file) =>
        DdiTerms.Element("dataDscr", Groups(terms, columns), columns.Select((column, at) => Variable(terms, columns, at).With(new XAttribute("files", file))));

    private static string Id(int at) => string.Create(CultureInfo.InvariantCulture, $"V{at + 1}");

    private static IEnumerable<XElement> Groups(DdiTerms terms, IReadOnlyList<ColumnMeaning> columns)
    {
        var answered = columns.Index().Where(column => column.Item.Column is not null).ToList();
        var sections = answered.GroupBy(column => column.Item.Column!.Variable.Question.Page.Section)
            .Select(members => (Type: "section", Members: members.Select(m => m.Index).ToList(), Label: terms.Each("labl", members.Key.Title)));
        var sets = answered.Where(column => column.Item.Column is OptionColumn).GroupBy(column => column.Item.Column!.Variable).Where(options => options.Count() > 1)
            .Select(options => (Type: "multipleResp", Members: options.Select(m => m.Index).ToList(), Label: terms.Each("labl", language => AnswerTables.Asked(options.Key, language))));
        return sections.Concat(sets).Select((group, at) => DdiTerms.Element("varGrp",
            new XAttribute("ID", string.Create(CultureInfo.InvariantCulture, $"G{at + 1}")), new XAttribute("type", group.Type), new XAttribute("var", string.Join(' ', group.Members.Select(Id))), group.Label));
    }

    private static XElement Variable(DdiTerms terms, IReadOnlyList<ColumnMeaning> columns, int at)
    {
        var column = columns[at];
        var weight = columns.Index().FirstOrDefault(c => c.Item.IsWeight, (-1, null!)).Item1;
        return DdiTerms.Element("var",
            new XAttribute("ID", Id(at)), new XAttribute("name", column.Name),
            column.IsWeight ? new XAttribute("wgt", "wgt") : null,
            weight >= 0 && column.Column is not null ? new XAttribute("wgt-var", Id(weight)) : null,
            new XAttribute("intrvl", column.Kind == ColumnKind.Number ? "contin" : "discrete"),
            terms.Each("labl", column.Label),
            column.Column is { } answered ? Asked(terms, answered) : null,
            column.Column is { Variable: var variable } && WriteCodebook.ShownWhen(variable) is { Length: > 0 } when ? DdiTerms.Element("universe", when) : null,
            Categories(terms, column),
            column.Column is { Variable.Question: CalculatedQuestion worked } ? DdiTerms.Element("derivation", DdiTerms.Element("drvcmd", worked.Value.Text)) : null,
            DdiTerms.Element("varFormat", new XAttribute("type", IsNumeric(column) ? "numeric" : "character"), column.Kind == ColumnKind.Day ? new XAttribute("category", "date") : null),
            DdiTerms.Element("notes", new XAttribute("type", "short-name"), column.ShortName));
    }

    private static XElement Asked(DdiTerms terms, AnswerColumn column) => DdiTerms.Element("qstn", terms.Each("qstnLit", column.Variable.Question.PlainTitle), column.Variable.Question.IsShuffled ? terms.Each("ivuInstr", DdiTerms.Words("ddi.shuffled")) : null);

    private static IEnumerable<XElement> Categories(DdiTerms terms, ColumnMeaning column)
    {
        var words = terms.Languages.ToDictionary(language => language, language => column.Codes(language));
        return words[terms.Languages[0]].Select((code, at) => DdiTerms.Element("catgry",
            column.IsMissing ? new XAttribute("missing", "Y") : null, DdiTerms.Element("catValu", code.Code), terms.Each("labl", language => words[language][at].Label), Image(terms, column, code.Code)));
    }

    // What an image beside a choice shows.
    private static IEnumerable<XElement> Image(DdiTerms terms, ColumnMeaning column, string code) =>
        column.Column is CodeColumn { Variable: var variable } && variable.Options.FirstOrDefault(option => option.Code == code)?.Image is { } image ? terms.Each("txt", image.Alternative) : [];

    private static bool IsNumeric(ColumnMeaning column) => column.Kind == ColumnKind.Number || column.Column is OptionColumn or LevelColumn;

    private static XElement With(this XElement element, XAttribute attribute)
    {
        element.Add(attribute);
        return element;
    }
}
