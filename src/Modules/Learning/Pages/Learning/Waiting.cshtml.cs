using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Interests;
using Diapason.Learning.Places;
using Diapason.Needs.Contracts;
using Diapason.Platform.Front;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Learning;

/// <summary>What somebody waits for: how many are with them, until when, and how to leave without a trace.</summary>
internal sealed class WaitingModel(InterestSeals seals, PlaceSeals places, ReadLists lists, IOfferNames offer, DeviceCodes device) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string Seal { get; private set; } = "";

    /// <summary>With its word, where the link or this device holds it.</summary>
    public string? Code { get; private set; }

    public SeenList List { get; private set; } = null!;

    public OfferNames Names { get; private set; } = OfferNames.None;

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel)
    {
        if (await FindAsync(seal, cancel) is not null) return Page();
        // The session has opened: the same code opens the place.
        return await places.OpenAsync(seal, cancel) is not null ? this.SeeOther(LearningLinks.Place(seal)) : NotFound();
    }

    private async Task<Interest?> FindAsync(string seal, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await seals.OpenAsync(seal, cancel) is not { } opened || await lists.FindAsync(opened.Person.ListId, cancel) is not { } list) return null;
        var code = opened.Code ?? device.Read(PlaceCode.OnDevice).FirstOrDefault(held => SecretCode.Matches(held, opened.Person.CodeHash));
        (Seal, Code, List, Names) = (seal, code is null ? null : SecretCodes.Write(PlaceCode.OfPlaces, code), list, await offer.ReadAsync(cancel));
        return opened.Person;
    }
}
