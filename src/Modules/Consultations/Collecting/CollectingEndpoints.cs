using System.Text;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>How a file is read, as a file of its own: that of a batch under way, and those that are kept.</summary>
internal static class CollectingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/manage/consultations/{id:guid}/collected").RequireAuthorization(Policies.CouncilAnalyst);
        files.MapGet("/{batch:guid}/mapping.json", async (Guid id, Guid batch, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, DiapasonDb db) =>
            council.OrNull is { } here && await campaigns.FindAsync(here.Id, new CampaignId(id), context.RequestAborted) is { } campaign
                && await db.Set<CollectedBatch>().Where(b => b.Id == batch && b.CampaignId == id).Select(b => b.Mapping).SingleOrDefaultAsync(context.RequestAborted) is { } mapping
                ? File(context, mapping, campaign.Slug) : Results.NotFound());
        files.MapGet("/mappings/{mapping:guid}.json", async (Guid id, Guid mapping, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, DiapasonDb db) =>
            council.OrNull is { } here && await campaigns.FindAsync(here.Id, new CampaignId(id), context.RequestAborted) is { } campaign
                && await db.Set<KeptMapping>().Where(m => m.Id == mapping).Select(m => m.Definition).SingleOrDefaultAsync(context.RequestAborted) is { } kept
                ? File(context, kept, campaign.Slug) : Results.NotFound());
    }

    private static IResult File(HttpContext context, string mapping, string slug)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(mapping), "application/json", $"{slug}-mapping.json");
    }
}
