using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Programme;

/// <summary>What is on now behind one door; a door behind which there is nothing does not exist.</summary>
[SameForEveryone]
public sealed class DoorModel(SeasonProgramme programme, CurrentCouncil council) : PageModel
{
    public Council? Council { get; } = council.OrNull;

    public PublicDoor Door { get; private set; }

    public IReadOnlyList<ProgrammeLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string door, CancellationToken cancel)
    {
        Lines = [.. (await programme.NowAsync(cancel)).Where(line => HouseWords.Code(line.Door) == door)];
        if (Lines is not [var first, ..]) return NotFound();
        Door = first.Door;
        return Page();
    }
}
