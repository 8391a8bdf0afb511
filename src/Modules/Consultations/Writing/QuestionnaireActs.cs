using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>What is done to questionnaires being written, as the trail keeps it; each change of a draft is a revision of its own.</summary>
internal static class QuestionnaireActs
{
    [Recorded("questionnaire.started", "questionnaire")]
    internal sealed record Started(Guid Subject) : Act(Subject);

    [Recorded("questionnaire.archived", "questionnaire")]
    internal sealed record Archived(Guid Subject) : Act(Subject);

    [Recorded("questionnaire.taken_out", "questionnaire")]
    internal sealed record TakenOut(Guid Subject) : Act(Subject);

    [Recorded("questionnaire.version_kept", "questionnaire")]
    internal sealed record VersionKept(Guid Subject, string Version) : Act(Subject);

    /// <summary>Of a version that people had answered: what was said before and after.</summary>
    [Recorded("questionnaire.words_changed", "questionnaire")]
    internal sealed record WordsChanged(Guid Subject, string Version, IReadOnlyList<FieldChange> Changes) : Act(Subject);
}

/// <summary>Drafts in the trail, by their title.</summary>
internal sealed class QuestionnaireSubjects(DiapasonDb db) : IAuditSubjects
{
    public string Kind => "questionnaire";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Set<QuestionnaireDraft>().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Title })
            .ToDictionaryAsync(d => d.Id, d => new AuditSubject(d.Title.Here, ConsultationsLinks.DraftHistory(d.Id)), cancel);
}
