namespace Diapason.Platform.Modules;

/// <summary>Names the people of the council of the request for pages that hand them something. The module that keeps accounts answers.</summary>
public interface IStaffNames
{
    /// <summary>Those who hold a role, by name. Somebody who holds it twice is named once.</summary>
    Task<IReadOnlyList<(Guid Account, string Name)>> HoldingAsync(string role, CancellationToken cancel);

    /// <summary>The mail address of somebody who is signed in, to write to themselves; null when the account is gone.</summary>
    Task<string?> EmailOfAsync(Guid account, CancellationToken cancel);
}
