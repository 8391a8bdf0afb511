using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>Which of the open campaigns comes first on the home page. Two given one place keep the order they had.</summary>
internal sealed class PlacesModel(ICampaigns campaigns, CurrentCouncil council, PlaceCampaigns place, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    /// <summary>In the order of the home page.</summary>
    public IReadOnlyList<CampaignFacts> Open { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. Enumerable.Range(1, Open.Count).Select(number => new Choice(number.ToString(CultureInfo.InvariantCulture), texts["places.place", number]))];

    public string PlaceOf(CampaignFacts campaign, int place) => Typed(campaign) is { } typed && typed <= Open.Count ? typed.ToString(CultureInfo.InvariantCulture) : (place + 1).ToString(CultureInfo.InvariantCulture);

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        var ordered = Open.OrderBy(campaign => Typed(campaign) ?? int.MaxValue).Select(campaign => campaign.Id.Value).ToList();
        return this.Answer(await place.RunAsync(ordered, cancel), ConsultationsLinks.Manage.With("done", "placed"));
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Open = CampaignFacts.InOrder((await campaigns.AllAsync(council.Id, cancel)).Where(c => c.StateAt(now) == CampaignState.Open));
    }

    private int? Typed(CampaignFacts campaign) =>
        Request.HasFormContentType && int.TryParse(Request.Form[$"Place.{campaign.Id.Value}"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
