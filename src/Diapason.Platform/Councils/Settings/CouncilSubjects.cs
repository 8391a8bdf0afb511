using Diapason.Platform.Audit;
using Diapason.Platform.Modules;

namespace Diapason.Platform.Councils;

/// <summary>The council in its trail, by its name.</summary>
internal sealed class CouncilSubjects(CurrentCouncil current, ModuleCatalog modules) : IAuditSubjects
{
    public string Kind => "council";

    public Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, AuditSubject>>(ids.Contains(current.Id)
            ? new Dictionary<Guid, AuditSubject> { [current.Id] = new(current.Value.Name.In(Language.Languages.Current), modules.Door(Door.Settings)) }
            : []);
}
