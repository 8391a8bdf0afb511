using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Modules;

/// <summary>A module's manifest: what the house needs to know of it. Its name prefixes its tables (<c>needs_path</c>).</summary>
public interface IModule
{
    /// <summary>Lower-case English name, the prefix of its tables.</summary>
    string Name { get; }

    Assembly Assembly => GetType().Assembly;

    /// <summary>Registers services, kit parts, jobs, event and privacy handlers.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Entries of the main menu, in the order of <see cref="MenuEntry.Order"/>.</summary>
    IEnumerable<MenuEntry> Menu => [];

    /// <summary>Pages for those who work for the council, under the work they serve.</summary>
    IEnumerable<StaffPage> StaffPages => [];

    /// <summary>Roles this module adds to those of the house.</summary>
    IEnumerable<ModuleRole> Roles => [];

    /// <summary>Pages open to neighbours that may run without this module.</summary>
    IEnumerable<Door> Doors => [];

    /// <summary>Endpoints that are not pages. Most modules have none.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}

/// <summary>One link of the menu.</summary>
/// <param name="TextKey">Key in the module's own texts.</param>
/// <param name="Page">Razor page path, as for <c>asp-page</c>.</param>
/// <param name="Policy">Shown only to those whom the policy admits; null for everyone.</param>
public sealed record MenuEntry(string TextKey, string Page, int Order, string? Policy = null);
