using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Programme;

/// <summary>The season's programme: what is on now behind each door.</summary>
[SameForEveryone]
public sealed class IndexModel(SeasonProgramme programme, CurrentCouncil council) : PageModel
{
    public Council? Council { get; } = council.OrNull;

    /// <summary>The doors behind which something is on.</summary>
    public IReadOnlyList<IGrouping<PublicDoor, ProgrammeLine>> Doors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Doors = [.. (await programme.NowAsync(cancel)).GroupBy(line => line.Door)];
}
