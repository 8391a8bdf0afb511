using System.Text.Json;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>What one posted page changes in a draft: the answers it gives, those it takes back, and what was typed that is not an answer yet.</summary>
internal sealed class PageSave
{
    private readonly Dictionary<string, AnswerValue> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]?> _typed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenBack = new(StringComparer.Ordinal);

    /// <summary>Whether all that was typed is kept: false only for texts that no draft can hold.</summary>
    public bool KeepsAll { get; private set; } = true;

    public bool IsEmpty => _answers.Count == 0 && _takenBack.Count == 0 && _typed.Count == 0;

    /// <summary>A page its author is done with: what they left blank is passed.</summary>
    public static PageSave Finished(PagePost post, Page page, Draft draft, PageChanges changes) =>
        Of(post, page, draft, question => changes.IsMine(question) || !question.Variables.All(variable => draft.Answers.Has(variable.Code)));

    /// <summary>A page left, or still being written: what is blank is not passed for all that, but an answer taken back is.</summary>
    /// <param name="post">What was posted.</param>
    /// <param name="page">The page.</param>
    /// <param name="draft">What was known before.</param>
    /// <param name="changes">What its author changed: a page open twice saves only what was written in it.</param>
    public static PageSave Left(PagePost post, Page page, Draft draft, PageChanges changes)
    {
        var save = Of(post, page, draft, changes.IsMine);
        foreach (var (code, value) in post.Answers)
            if (value.Missing == MissingKind.Skipped && !draft.Answers.Has(code)) save._answers.Remove(code);
        return save;
    }

    /// <summary>Passes another page's questions, save those that have an answer.</summary>
    public void Pass(PagePost blank, Draft draft)
    {
        foreach (var (code, value) in blank.Answers)
            if (!draft.Answers.Has(code)) _answers[code] = value;
    }

    /// <summary>The draft's answers once this is saved.</summary>
    public AnswerSet Apply(AnswerSet known) => known.Merge(AnswerSet.From(_answers)).Without(_takenBack);

    /// <summary>What is typed and is no answer yet, once this is saved.</summary>
    public TypedFields ApplyTyped(TypedFields known) => known.With(_typed);

    /// <summary>One flat object to merge into the stored one; null takes an answer away.</summary>
    public string AnswersPatch() => AnswerSet.From(_answers).ToMergePatch(_takenBack);

    /// <summary>Null when nothing changes there.</summary>
    public string? TypedPatch() => _typed.Count == 0 ? null : JsonSerializer.Serialize(_typed);

    private static PageSave Of(PagePost post, Page page, Draft draft, Func<Question, bool> isMine)
    {
        var save = new PageSave();
        foreach (var question in page.Questions)
            if (isMine(question)) save.Take(question, post, draft);
        if (save._typed.Values.Sum(values => values?.Sum(value => value.Length) ?? 0) > TypedFields.Largest) save.DropTyped();
        return save;
    }

    private void Take(Question question, PagePost post, Draft draft)
    {
        foreach (var variable in question.Variables)
            if (post.Answers.TryGet(variable.Code, out var value)) _answers[variable.Code] = value;
        foreach (var field in question.Fields)
            if (draft.Typed.Of(field.Name) is not null) _typed[field.Name] = null;
        foreach (var problem in post.Problems)
            if (ReferenceEquals(problem.Field.Variable.Question, question)) Keep(problem, post, draft);
    }

    private void Keep(FieldProblem problem, PagePost post, Draft draft)
    {
        var (variable, question) = (problem.Field.Variable, problem.Field.Variable.Question);
        // The answer it replaces is not what its author says any more.
        foreach (var other in question.Variables.Where(other => question.IsOneAnswer || ReferenceEquals(other, variable)))
            if (draft.Answers.Has(other.Code)) _takenBack.Add(other.Code);
        if (problem.Code == FieldProblemCodes.Required) return;
        foreach (var field in question.Fields)
            if (question.IsOneAnswer || ReferenceEquals(field.Variable, variable)) _typed[field.Name] = [.. post.Typed(field).Select(Storable)];
    }

    private void DropTyped()
    {
        KeepsAll = false;
        foreach (var (name, values) in _typed)
            if (values is not null) _typed.Remove(name);
    }

    // PostgreSQL stores no NUL, and no database half a character.
    private static string Storable(string typed) => typed.Replace("\0", "", StringComparison.Ordinal);
}
