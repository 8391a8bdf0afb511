namespace Diapason.Platform.Councils;

/// <summary>The council of the current request. Every query is scoped to <see cref="Id"/>.</summary>
public sealed class CurrentCouncil
{
    private Council? _council;

    /// <summary>Null only before a first kit is loaded.</summary>
    public Council? OrNull => _council;

    public Council Value => _council ?? throw new InvalidOperationException("No council is loaded: run the load-kit verb first.");

    public Guid Id => Value.Id;

    public CouncilSettings Settings => OrNull?.Settings ?? CouncilSettings.None;

    /// <summary>The languages it offers, its first one first.</summary>
    public IReadOnlyList<string> Languages => Settings.Languages;

    /// <summary>For the address middleware, jobs and tests.</summary>
    public void Set(Council? council) => _council = council;
}
