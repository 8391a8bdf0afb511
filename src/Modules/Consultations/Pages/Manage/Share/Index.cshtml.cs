using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Pages.Manage.Share;

/// <summary>What to pass on so that people hear of the open consultations: address, last day, and a message in each language.</summary>
internal sealed class ShareModel(ICampaigns campaigns, IEnumerable<IMissingGroups> missing, CurrentCouncil council, PublicAddress site, LinkGenerator links, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CampaignFacts> Open { get; private set; } = [];

    /// <summary>By campaign, the groups that are missing; none where no population is known.</summary>
    public IReadOnlyDictionary<CampaignId, IReadOnlyList<MissingGroup>> Missing { get; private set; } = new Dictionary<CampaignId, IReadOnlyList<MissingGroup>>();

    /// <summary>This person keeps the links of associations.</summary>
    public bool KeepsLinks { get; private set; }

    public IReadOnlyList<string> Languages => council.Languages;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Open = [.. (await campaigns.AllAsync(council.Id, cancel)).Where(c => c.StateAt(now) == CampaignState.Open).OrderBy(c => c.ClosesAt ?? DateTime.MaxValue)];
        Missing = await MissingAsync(cancel);
        KeepsLinks = (await authorization.AuthorizeAsync(User, null, LinksPolicy.Author)).Succeeded;
    }

    private async Task<Dictionary<CampaignId, IReadOnlyList<MissingGroup>>> MissingAsync(CancellationToken cancel)
    {
        var groups = new Dictionary<CampaignId, IReadOnlyList<MissingGroup>>();
        foreach (var campaign in Open)
            foreach (var module in missing)
                if (await module.OfAsync(campaign, cancel) is { Count: > 0 } found) groups[campaign.Id] = found;
        return groups;
    }

    /// <summary>Whole address of the first page, in a language of the screen.</summary>
    public string Address(CampaignFacts campaign, string language)
    {
        // The path base is the language, then the council when its address names it.
        var pathBase = Request.PathBase.Value ?? "";
        var rest = pathBase.IndexOf('/', 1) is var end and > 0 ? pathBase[end..] : "";
        return site.Shown(Request) + ConsultationsLinks.Start(campaign.Slug).AddressOrNull(links, $"/{language}{rest}");
    }

    public string Message(CampaignFacts campaign, string language)
    {
        var words = TextCatalog.Of(typeof(ConsultationsModule).Assembly);
        string Say(string key, object argument) => string.Format(CultureInfo.CurrentCulture, words.Find(key, language) ?? key, argument);
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Platform.Language.Languages.Use(language);
        try
        {
            var until = campaign.ClosesAt is { } closes ? Say("share.until", LocalDates.LastDay(closes)) : null;
            string?[] lines =
            [
                campaign.Title.In(language), campaign.Purpose.In(language), Say("share.text", campaign.Questionnaire.Minutes), until,
                Address(campaign, language),
            ];
            return string.Join("\n\n", lines.Where(line => line is not null));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}
