using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Writing;

/// <summary>The texts of a questionnaire in the trail, called as the editor calls them: « Question « status » : Titre (français) ».</summary>
internal sealed class QuestionnaireFields(DifferenceWords words, Texts<ConsultationsModule> texts) : IAuditFields
{
    // The text that was changed is not at hand: options are named by their code.
    private static readonly Draft Unknown = new();

    public string Of => "questionnaire";

    public Task<IReadOnlyList<FieldChange>> SayAsync(IReadOnlyList<FieldChange> changes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FieldChange>>([.. changes.Select(change => change with { Field = Name(change.Field) })]);

    /// <summary>A place and a field of it, as the act wrote them.</summary>
    private string Name(string written)
    {
        if (written.Split(' ', 2) is not [var where, var field] || DraftPlace.Parse(where) is not { } place) return written;
        return place.Kind switch
        {
            DraftPlaceKind.Heading => texts["history.changed", texts["writing.place.heading"], words.Field(field, Unknown, place)],
            DraftPlaceKind.Question => texts["history.changed", texts["audit.place.question", place.Question], words.Field(field, Unknown, place)],
            _ => texts["history.changed", texts["writing.place." + place.Kind.ToString().ToLowerInvariant(), place.Code], words.Field(field, Unknown, place)],
        };
    }
}
