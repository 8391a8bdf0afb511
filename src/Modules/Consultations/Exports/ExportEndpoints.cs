using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Exports;

/// <summary>The files a council's analysts take away, each written as it is sent: by code for programs, in words for people, with the codebook.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/manage/consultations/{id:guid}").RequireAuthorization(Policies.CouncilAnalyst).RequireFreshSignIn();
        foreach (var file in ExportFile.All)
            files.MapGet(file.Route, async (Guid id, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, FileRule rule, TakeAnswersAway take, WriteExport write, TimeProvider clock) =>
            {
                if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, new CampaignId(id), context.RequestAborted) is not { DestroyedAt: null } campaign) return Results.NotFound();
                var language = context.GetRouteValue("language") as string ?? Languages.Current;
                if (!council.Languages.Contains(language)) return Results.NotFound();
                if (!await rule.LetsAsync(campaign, (file, file.Said(language)), StaffMember.Of(context.User, here.Id), context.RequestAborted)) return FileRule.PageBefore(context, campaign, (file, file.Said(language)));
                await take.RecordAsync(campaign, file, language, context.RequestAborted);
                Head(context, file, $"{campaign.Slug}-{clock.GetUtcNow().UtcDateTime.LocalMoment:yyyy-MM-dd}-{file.Name(language)}", language);
                await write.RunAsync(campaign, (file, language), context.Response.Body, context.RequestAborted);
                return Results.Empty;
            });
    }

    private static void Head(HttpContext context, ExportFile file, string name, string language)
    {
        var headers = context.Response.Headers;
        context.Response.ContentType = file.ContentType;
        headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        headers.CacheControl = "no-store";
        headers.ContentLanguage = Languages.Culture(language).Name;
    }
}
