using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Something of a draft that keeps it from being a questionnaire, and the thing it is about.</summary>
/// <param name="Place">The innermost section, page, question or list.</param>
/// <param name="Problem">What the reader of questionnaires says of it.</param>
public sealed record DraftProblem(DraftPlace Place, YamlProblem Problem);

/// <summary>What came of checking a draft: the questionnaire it makes, or everything that is wrong.</summary>
/// <param name="Questionnaire">The questionnaire; <see langword="null"/> when there is a problem.</param>
/// <param name="Problems">Every problem, in order.</param>
/// <param name="Text">The draft as it is written.</param>
public sealed record DraftCheck(Questionnaire? Questionnaire, IReadOnlyList<DraftProblem> Problems, string Text);

/// <summary>Checks a draft as the reader of questionnaires would its file.</summary>
public static class CheckDraft
{
    /// <summary>Checks a whole draft.</summary>
    public static DraftCheck Of(Draft draft)
    {
        var text = WriteDraft.Of(draft);
        var reading = QuestionnaireReader.Read(text, "questionnaire.yaml");
        if (reading.Problems.Count == 0) return new(reading.Questionnaire, [], text);
        var places = ReadDraft.From(text).Places;
        return new(null, [.. reading.Problems.Select(problem => new DraftProblem(DraftPlace.At(places, problem.Line), problem))], text);
    }
}
