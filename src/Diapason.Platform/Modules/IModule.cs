using System.Reflection;
using Diapason.Platform.Privacy;
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

    /// <summary>Pages for those who work for the council, under the work they serve.</summary>
    IEnumerable<StaffPage> StaffPages => [];

    /// <summary>Roles this module adds to those of the house.</summary>
    IEnumerable<ModuleRole> Roles => [];

    /// <summary>Pages open to neighbours that may run without this module.</summary>
    IEnumerable<Door> Doors => [];

    /// <summary>Every cookie it may leave on a device.</summary>
    IEnumerable<DeviceCookie> Cookies => [];

    /// <summary>What it keeps for a while, besides answers and accounts.</summary>
    IEnumerable<KeptFor> Kept => [];

    /// <summary>Endpoints that are not pages. Most modules have none.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
