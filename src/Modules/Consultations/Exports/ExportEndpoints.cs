using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Exports;

/// <summary>The files a council's analysts download: answers and codebook, in either language.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/manage/consultations/{id:guid}").RequireAuthorization(Policies.CouncilAnalyst);
        files.MapGet("/answers-{language}.csv", async (Guid id, string language, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, WriteAnswers write) =>
        {
            if (await FindAsync(id, context, campaigns, council) is not { } campaign || !council.Languages.Contains(language)) return Results.NotFound();
            Head(context, $"{campaign.Slug}-answers-{language}.csv", language);
            await write.RunAsync(campaign, language, context.Response.Body, context.RequestAborted);
            return Results.Empty;
        });
        files.MapGet("/codebook-{language}.csv", async (Guid id, string language, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council) =>
        {
            if (await FindAsync(id, context, campaigns, council) is not { } campaign || !council.Languages.Contains(language)) return Results.NotFound();
            Head(context, $"{campaign.Slug}-codebook-{language}.csv", language);
            await WriteCodebook.RunAsync(campaign, language, context.Response.Body, context.RequestAborted);
            return Results.Empty;
        });
    }

    private static async ValueTask<CampaignFacts?> FindAsync(Guid id, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council) =>
        await campaigns.FindAsync(new CampaignId(id), context.RequestAborted) is { } campaign && campaign.CouncilId == council.OrNull?.Id ? campaign : null;

    private static void Head(HttpContext context, string name, string language)
    {
        var headers = context.Response.Headers;
        context.Response.ContentType = "text/csv; charset=utf-8";
        headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        headers.CacheControl = "no-store";
        headers.ContentLanguage = Languages.Culture(language).Name;
    }
}
