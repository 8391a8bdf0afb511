using Diapason.Platform.Audit;

namespace Diapason.Platform.Councils;

/// <summary>The council in its trail, by its name.</summary>
internal sealed class CouncilSubjects(CurrentCouncil current) : IAuditSubjects
{
    public string Kind => "council";

    public Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, AuditSubject>>(ids.Contains(current.Id)
            ? new Dictionary<Guid, AuditSubject> { [current.Id] = new(current.Value.Name.In(Language.Languages.Current)) }
            : []);
}
