using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Running;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diapason.Consultations.Targets;

/// <summary>The targets of a campaign as a file, which reads back as nothing to change: every group that could have one, without a count.</summary>
internal static class TargetEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/manage/consultations/{id:guid}/targets.csv", SendAsync).RequireAuthorization(CampaignRights.Runner);

    private static async Task<IResult> SendAsync(Guid id, HttpContext context, ICampaigns campaigns, CurrentCouncil council, ReadTargets read)
    {
        var cancel = context.RequestAborted;
        if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, new CampaignId(id), cancel) is not { } campaign) return Results.NotFound();
        var targets = (await read.AllAsync(campaign, cancel)).Select(one => (new TargetSheet(one.Group, one.Target), one.Of.Length > 0 ? $"{one.Of} — {one.Name}" : one.Name));
        using var file = new MemoryStream();
        await using (var table = new CsvTableWriter(file, CsvDialect.Of(CultureInfo.CurrentCulture))) await TargetTable.WriteAsync(targets, table, Languages.Current, cancel);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", $"{campaign.Slug}-{TargetTable.File}");
    }
}
