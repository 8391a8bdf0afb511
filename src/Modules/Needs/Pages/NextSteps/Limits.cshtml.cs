using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>What the steps keep to, said again.</summary>
internal sealed class LimitsModel(CurrentPath path, SavePath save, Texts<NeedsModule> texts) : ReferencePage(path)
{
    public LimitsForm Form { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (Path.Read() is not { IsComplete: true } state) return this.SeeOther(NeedsLinks.Start);
        Form = new LimitsForm(Reference, texts) { Said = state.Profile };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Path.Read() is not { IsComplete: true } state) return this.SeeOther(NeedsLinks.Start);
        var isLeaving = Request.Form["act"] == "back";
        if (isLeaving) return this.SeeOther(NeedsLinks.MySteps);
        var profile = new LimitsForm(Reference, texts) { Said = state.Profile }.Read(Request.Form);
        Path.Keep(await save.CarryAsync(state with { Profile = profile }, HttpContext.RequestAborted));
        return Languages.AskedBy(Request.Form["act"]) is null ? this.SeeOther(NeedsLinks.MySteps.At("steps")) : this.SeeOther(Languages.AddressAskedBy(Request));
    }
}
