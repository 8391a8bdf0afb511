using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Consultations.Interests;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>The list of a campaign as a file, for those who may hold addresses. It reads back as nothing to add.</summary>
internal static class InvitationEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/manage/consultations/{id:guid}").RequireAuthorization(Policies.CouncilAdministrator).RequireFreshSignIn();
        files.MapGet("/invitations.csv", async (Guid id, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, TakeAddressesAway take) =>
        {
            if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, new CampaignId(id), context.RequestAborted) is not { } campaign) return Results.NotFound();
            Head(context, $"{campaign.Slug}-invitations.csv");
            await take.RunAsync(campaign, context.Response.Body, context.RequestAborted);
            return Results.Empty;
        });
        files.MapGet("/interests.csv", async (Guid id, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, TakeInterestsAway take) =>
        {
            if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, new CampaignId(id), context.RequestAborted) is not { } campaign) return Results.NotFound();
            Head(context, $"{campaign.Slug}-interests.csv");
            await take.RunAsync(campaign, context.Response.Body, context.RequestAborted);
            return Results.Empty;
        });
        files.MapGet("/named-answers.csv", async (Guid id, HttpContext context, CampaignDirectory campaigns, CurrentCouncil council, FileRule rule, TakeNamedAnswers take) =>
        {
            if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, new CampaignId(id), context.RequestAborted) is not { Anonymity: Anonymity.Nominative, DestroyedAt: null } campaign) return Results.NotFound();
            if (!await rule.LetsAsync(campaign, (ExportFile.Named, ""), StaffMember.Of(context.User, here.Id), context.RequestAborted)) return FileRule.PageBefore(context, campaign, (ExportFile.Named, ""));
            Head(context, $"{campaign.Slug}-named-answers.csv");
            await take.RunAsync(campaign, context.Response.Body, context.RequestAborted);
            return Results.Empty;
        });
    }

    private static void Head(HttpContext context, string name)
    {
        var headers = context.Response.Headers;
        (context.Response.ContentType, headers.CacheControl, headers.ContentDisposition) = ("text/csv; charset=utf-8", "no-store", $"attachment; filename=\"{name}\"");
    }
}

/// <summary>Hands the list to somebody who may have it; the trail says so before the first byte leaves.</summary>
internal sealed class TakeAddressesAway(DiapasonDb db, AuditTrail audit, Texts<ConsultationsModule> texts)
{
    private static readonly string[] Columns = ["email", "name", "language", "state"];

    public async Task RunAsync(CampaignFacts campaign, Stream output, CancellationToken cancel)
    {
        var people = await db.Set<Invitation>().AsNoTracking().Where(i => i.CampaignId == campaign.Id.Value).OrderBy(i => i.Email).ToListAsync(cancel);
        audit.Record(new InvitationActs.Taken(campaign.Id.Value, people.Count));
        await db.SaveChangesAsync(cancel);
        await using var table = new CsvTableWriter(output, CsvDialect.Of(System.Globalization.CultureInfo.CurrentCulture));
        foreach (var column in Columns) table.Code(texts["bring.column." + column]);
        await table.EndRowAsync(cancel);
        foreach (var person in people)
        {
            table.Text(person.Email);
            table.Text(person.Name ?? "");
            table.Code(person.Language);
            table.Code(texts["invitations.state." + person.State.ToString().ToLowerInvariant()]);
            await table.EndRowAsync(cancel);
        }
    }
}
