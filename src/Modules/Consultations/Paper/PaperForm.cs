using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Design;
using Diapason.Forms;

namespace Diapason.Consultations.Paper;

/// <summary>A questionnaire as it is on paper: questions numbered through, and what is written for each, one cell a field. Printing and typing share these numbers.</summary>
internal sealed class PaperForm
{
    private readonly Dictionary<Question, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public PaperForm(Questionnaire questionnaire, Screens screens)
    {
        foreach (var question in questionnaire.Questions)
            if (!question.IsConsent && question.Fields.Count > 0) _numbers[question] = NumberOfItsOther(question) ?? _numbers.Values.DefaultIfEmpty().Max() + 1;
        Consent = CellsOf([screens.Of(ConsentPage.Of(questionnaire)).Questions[0]], "")[0];
        Sections =
        [
            .. from section in questionnaire.Sections
               let questions = (from page in section.Pages where !ConsentPage.Is(page) from question in screens.Of(page).Questions where !question.Question.IsWorkedOut select question).GroupBy(screen => NumberOf(screen.Question)?.ToString(CultureInfo.InvariantCulture) ?? screen.Question.Code).Select(same => Of([.. same])).ToList()
               where questions.Count > 0
               select new PaperSection(Screens.Say(section.Title, screens.Language), questions),
        ];
    }

    public PaperCell Consent { get; }

    public IReadOnlyList<PaperSection> Sections { get; }

    public IEnumerable<PaperCell> Cells => Sections.SelectMany(section => section.Questions).SelectMany(question => question.Cells).Prepend(Consent);

    /// <summary>Null for words to read, which have no number.</summary>
    public int? NumberOf(Question question) => _numbers.TryGetValue(question, out var number) ? number : null;

    public PaperCell? Find(Field field) => Cells.FirstOrDefault(cell => ReferenceEquals(cell.Field, field));

    // A question met one item a page is one question on paper.
    private int? NumberOfItsOther(Question question) =>
        _numbers.Where(known => known.Key.Code == question.Code && ReferenceEquals(known.Key.Title, question.Title)).Select(known => (int?)known.Value).FirstOrDefault();

    private PaperQuestion Of(IReadOnlyList<QuestionScreen> pages) => new(NumberOf(pages[0].Question), pages[0], NumberOf(pages[0].Question) is { } number ? CellsOf(pages, number.ToString(CultureInfo.InvariantCulture)) : []);

    // « 7 », « 7a », « 7b »: a letter for each line of a question, statement, side of it, or option to rank or to give a share; none when there is one.
    private static IReadOnlyList<PaperCell> CellsOf(IReadOnlyList<QuestionScreen> pages, string number) => pages[0] is { Items.Count: 0 } screen
        ? [.. screen.Question.Fields.Index().Select(field => field.Item.Ranked is { } ranked
            ? new PaperCell(number + Letter(field.Index), screen.Say(ranked.Label), field.Item, screen.Choices(field.Item))
            : new PaperCell(number, field.Item.IsOther ? FieldMessages.SpecifyLabel : field.Item.IsMissingMark && field.Index > 0 ? FieldMessages.OrElse : "", field.Item, screen.Choices(field.Item)))]
        : [.. RowsOf(pages, number), .. from page in pages where page.Question.MissingMark is not null select new PaperCell(number, FieldMessages.OrElse, page.Question.MissingMark!, page.Choices(page.Question.MissingMark!))];

    private static IEnumerable<PaperCell> RowsOf(IReadOnlyList<QuestionScreen> pages, string number)
    {
        var lines = (from screen in pages from item in screen.Items from field in item.Fields select (Screen: screen, item.Text, Field: field)).ToList();
        return lines.Index().Select(line => new PaperCell(
            number + (lines.Count > 1 ? Letter(line.Index) : ""), string.Join(" — ", new[] { line.Item.Text, SideOf(line.Item.Field) }.Where(part => part.Length > 0)), line.Item.Field, line.Item.Screen.Choices(line.Item.Field)));
    }

    /// <summary>« Importance », « Maîtrise »; empty for a question that has one side.</summary>
    public static string SideOf(Field field) => field.Variable.Aspect is "importance" or "mastery" ? FieldMessages.SideOf(field.Variable.Aspect) : "";

    private static string Letter(int place) => place < 26 ? ((char)('a' + place)).ToString() : Letter((place / 26) - 1) + Letter(place % 26);
}

internal sealed record PaperSection(string Title, IReadOnlyList<PaperQuestion> Questions);

/// <param name="Number">Null for words to read.</param>
internal sealed record PaperQuestion(int? Number, QuestionScreen Screen, IReadOnlyList<PaperCell> Cells)
{
    /// <summary>Paper knows no answer to quote: it says what is said without one, or leaves a blank.</summary>
    public string Title => QuotedAnswers.Blank(Screen.Title);

    public string Hint => QuotedAnswers.Blank(Screen.Hint);

    /// <summary>The scales of its lines, each with the side it is of, and the number of each choice.</summary>
    public IEnumerable<(string Side, string Words)> Scales => Cells.Where(cell => !cell.Field.IsMissingMark).Select(cell => (Side: PaperForm.SideOf(cell.Field), Words: string.Join(" · ", cell.Choices.Select((choice, place) => $"{place + 1} {choice.Label}")))).Distinct();

    /// <summary>Words to read and nothing to answer; empty for a question.</summary>
    public string Body => QuotedAnswers.Blank(Screen.Say(Screen.Question.Body));
}

/// <summary>One thing to write: the number of a choice, or several, or words.</summary>
/// <param name="Number">Of its question, and the letter of its statement.</param>
/// <param name="Words">What tells it from others of its question; empty when it is alone.</param>
internal sealed record PaperCell(string Number, string Words, Field Field, IReadOnlyList<Choice> Choices)
{
    public bool IsMany => Field.Variable.Type == VariableType.Choices && !Field.IsMissingMark;

    /// <summary>The number of a choice on paper; nought when it is not one of them.</summary>
    public int NumberOf(string code) => Choices.Index().FirstOrDefault(choice => choice.Item.Value == code, (-1, null!)).Index + 1;

    /// <summary>The codes of what was typed; null when a number is none of its choices'. Under ten choices, figures may follow each other: 135.</summary>
    public IReadOnlyList<string>? Read(string typed)
    {
        if (Choices.Count == 0) return [typed];
        var numbers = typed.Split([' ', ',', ';', '.', '+', '/', '-', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Choices.Count < 10) numbers = [.. numbers.SelectMany(number => number.All(char.IsAsciiDigit) ? number.Select(figure => figure.ToString()) : [number])];
        var codes = new List<string>();
        foreach (var number in numbers)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > Choices.Count) return null;
            codes.Add(Choices[place - 1].Value);
        }

        return codes;
    }
}
