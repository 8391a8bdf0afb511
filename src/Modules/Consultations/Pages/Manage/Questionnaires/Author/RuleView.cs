using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>One sentence of a rule, to be changed.</summary>
internal sealed record RuleRow(SentenceSubject Subject, SentenceOperator Said, IReadOnlyList<string> Values);

/// <summary>The rule of a thing, in sentences when lists can say it.</summary>
internal sealed class RuleView
{
    private readonly Questionnaire? _questionnaire;
    private readonly RuleWords _words;

    public RuleView(EditModel editor, DraftPart part, RuleWords words)
    {
        (Editor, Part, _words) = (editor, part, words);
        _questionnaire = FillDraft.Run(editor.Draft)?.Questionnaire;
        Group = part.When.Length == 0 ? new SentenceGroup(Joining.All, []) : RuleForm.Of(part.When, Find);
        Subjects = _questionnaire is not null && Page(_questionnaire, editor) is { } page ? [.. SentenceSubject.Before(_questionnaire, page).Where(one => _questionnaire.FindVariable(one.Code)?.Question.IsConsent != true)] : [];
    }

    public EditModel Editor { get; }

    public DraftPart Part { get; }

    /// <summary>Null for what lists cannot say, or would say in groups.</summary>
    public SentenceGroup? Group { get; }

    /// <summary>What a sentence can be about.</summary>
    public IReadOnlyList<SentenceSubject> Subjects { get; }

    public bool IsInLists => Group is not null && Group.Parts.All(part => part is Sentence);

    /// <summary>The sentences there are, and the one that was asked for.</summary>
    public IReadOnlyList<RuleRow> Rows
    {
        get
        {
            if (Editor.Request.HasFormContentType && Editor.Request.Form.ContainsKey("rule.0.code")) return [.. Typed(Editor.Request.Form)];
            var rows = Group!.Parts.OfType<Sentence>().Select(one => new RuleRow(Find(one.Code)!, one.Operator, one.Values)).ToList();
            if (Subjects.FirstOrDefault(one => one.Code == Editor.Request.Query["rule"]) is { } asked) rows.Add(new(asked, asked.Operators[0], []));
            return rows;
        }
    }

    // A form that was refused shows its sentences as they were chosen.
    private IEnumerable<RuleRow> Typed(Microsoft.AspNetCore.Http.IFormCollection form)
    {
        for (var i = 0; form.TryGetValue($"rule.{i}.code", out var code); i++)
            if (Find(code.ToString()) is { } subject) yield return new(subject, Enum.TryParse<SentenceOperator>(form[$"rule.{i}.said"], out var said) ? said : subject.Operators[0], [.. form[$"rule.{i}.value"].OfType<string>().Where(value => value.Length > 0)]);
    }

    public IReadOnlyList<Choice> SubjectChoices => [.. Subjects.Select(one => new Choice(one.Code, _words.Subject(one.Code, _questionnaire!)))];

    public string Name(SentenceSubject subject) => _words.Subject(subject.Code, _questionnaire!);

    public IReadOnlyList<Choice> Operators(SentenceSubject subject) => [.. subject.Operators.Select(said => new Choice(said.ToString(), _words.Operator(said)))];

    public IReadOnlyList<Choice> Values(SentenceSubject subject) => [.. RuleWords.Values(subject.Code, _questionnaire!).Select(value => new Choice(value.Code, value.Words))];

    private SentenceSubject? Find(string code) => _questionnaire is null ? null : SentenceSubject.Find(_questionnaire, code);

    private static Page? Page(Questionnaire questionnaire, EditModel editor) => editor.Place.Kind == DraftPlaceKind.Section
        ? questionnaire.Sections.FirstOrDefault(section => section.Code == editor.Place.Code)?.Pages[0] : questionnaire.FindPage(editor.Place.Code);
}
