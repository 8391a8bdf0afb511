using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Reaching;

/// <summary>The links of a campaign as a file, which reads back as nothing to change.</summary>
internal static class LinkEndpoints
{
    public static readonly IReadOnlyList<string> Kinds = ["csv", "xlsx"];

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/manage/consultations/{{id:guid}}/links.{{kind:regex(^({string.Join('|', Kinds)})$)}}", SendAsync).RequireAuthorization(LinksPolicy.Author);

    private static async Task<IResult> SendAsync(Guid id, string kind, HttpContext context, ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, CampaignAddresses addresses)
    {
        var cancel = context.RequestAborted;
        if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, new CampaignId(id), cancel) is not { } campaign) return Results.NotFound();
        var links = await db.Set<AssociationLink>().AsNoTracking().Where(l => l.CampaignId == id).OrderBy(l => l.Name).ToListAsync(cancel);
        using var file = new MemoryStream();
        await using (var table = kind == "xlsx" ? await XlsxTableWriter.CreateAsync(file, campaign.Slug, cancel) : (TableWriter)new CsvTableWriter(file, CsvDialect.Of(CultureInfo.CurrentCulture)))
            await LinkTable.WriteAsync(links.Select(LinkSheet.Of), table, Languages.Current, cancel, code => addresses.Of(context.Request, campaign, null, code));
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.ToArray(), kind == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8", $"{campaign.Slug}-links.{kind}");
    }
}
