using Diapason.Platform.Audit;

namespace Diapason.Platform.Councils;

/// <summary>A council in the trail, by its name.</summary>
internal sealed class CouncilSubjects(CouncilDirectory directory) : IAuditSubjects
{
    public string Kind => "council";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(Guid councilId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await directory.FindAsync(councilId, cancel) is { } council && ids.Contains(councilId)
            ? new Dictionary<Guid, AuditSubject> { [councilId] = new(council.Name.In(Language.Languages.Current)) }
            : [];
}
