using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Asks before steps are erased, says what goes, and offers to erase too what was kept before under other codes.</summary>
internal sealed class EraseModel(CurrentPath path, OpenPath open, KeptCopies kept, ErasePath erase, PassingCookie passing) : ReferencePage(path)
{
    /// <summary>Null when these steps are in this browser only.</summary>
    public DateTime? KeptUntil { get; private set; }

    public IReadOnlyList<KeptCopy> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Path.Read() is not { IsComplete: true } state) return this.SeeOther(NeedsLinks.Start);
        Others = await kept.OthersAsync(state, HttpContext.RequestAborted);
        KeptUntil = state.SavedId is { } id ? await open.ExpiryAsync(id, HttpContext.RequestAborted) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool others)
    {
        var cancel = HttpContext.RequestAborted;
        var state = Path.Read();
        var left = state is null ? [] : await kept.OthersAsync(state, cancel);
        if (state?.SavedId is { } id) await erase.RunAsync(id, cancel);
        if (others)
            foreach (var copy in left) await erase.RunAsync(copy.Id, cancel);
        Path.Forget();
        passing.ForgetAll();
        return this.SeeOther(NeedsLinks.Start.With("erased", others || left.Count == 0 ? "all" : "these"));
    }
}
